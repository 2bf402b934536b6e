/** Words that only LINE needs: pickers, quotes for threads, the menu. */
import type { Language } from '../../src/model.ts';

const en = {
  pickTime: 'Change the hour',
  topics: 'Topics',
  settings: 'Settings',
  today: 'Today’s news',
  help: 'Help',
  howToAsk: 'Press Ask under a story, or quote this message with your question.',
  notOpened: 'LINE cannot open the article’s address.',
  fileByLink: (name: string) => `${name} can be fetched from this link for a while.`,
  noFile: (name: string) =>
    `LINE lets nobody send ${name} here. Tell the operator to set BASE_URL, and it comes as a link.`,
};

type LineWords = typeof en;

const ja: LineWords = {
  pickTime: '配信時刻を選ぶ',
  topics: 'トピックを選ぶ',
  settings: '設定',
  today: '今日のニュース',
  help: '使い方',
  howToAsk: '記事の「質問する」を押すか、このメッセージをリプライで引用して質問してください。',
  notOpened: '記事のURLは、LINEでは開けません。',
  fileByLink: (name) => `${name}は、しばらくの間このリンクから取得できます。`,
  noFile: (name) => `LINEでは${name}を送れません。管理者がBASE_URLを設定すると、リンクでお渡しできます。`,
};

const zhTW: LineWords = {
  pickTime: '選擇推播時間',
  topics: '選擇主題',
  settings: '設定',
  today: '今日新聞',
  help: '使用說明',
  howToAsk: '按下報導的「提問」，或引用這則訊息來提問。',
  notOpened: 'LINE 無法開啟文章網址。',
  fileByLink: (name) => `${name} 可在一段時間內由此連結取得。`,
  noFile: (name) => `LINE 無法傳送 ${name}。請管理者設定 BASE_URL，即可改以連結提供。`,
};

/** What stands between facts, and after a label: full-width where the script is. */
export function marks(language: Language): { dot: string; colon: string } {
  const isWide = language === 'ja' || language === 'zh-TW';
  return isWide ? { dot: '・', colon: '：' } : { dot: ' · ', colon: ': ' };
}

/** English stands in where a language has no words of its own. */
export function lineWords(language: Language): LineWords {
  return language === 'ja' ? ja : language === 'zh-TW' ? zhTW : en;
}
