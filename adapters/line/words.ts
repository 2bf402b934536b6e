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

const ko: LineWords = {
  pickTime: '받을 시간 고르기',
  topics: '주제 고르기',
  settings: '설정',
  today: '오늘의 뉴스',
  help: '도움말',
  howToAsk: '소식의 ‘질문하기’를 누르거나, 이 메시지에 답장으로 질문해 주세요.',
  notOpened: '기사 주소를 LINE에서 열 수 없습니다.',
  fileByLink: (name) => `${name} 파일은 한동안 이 링크에서 받을 수 있습니다.`,
  noFile: (name) => `LINE으로는 ${name} 파일을 보낼 수 없습니다. 운영자가 BASE_URL을 설정하면 링크로 드립니다.`,
};

const th: LineWords = {
  pickTime: 'เลือกเวลาส่ง',
  topics: 'เลือกหัวข้อ',
  settings: 'ตั้งค่า',
  today: 'ข่าววันนี้',
  help: 'วิธีใช้',
  howToAsk: 'กด “ถาม” ใต้ข่าว หรือตอบกลับข้อความนี้พร้อมคำถาม',
  notOpened: 'LINE เปิดที่อยู่ของบทความนี้ไม่ได้',
  fileByLink: (name) => `รับ ${name} ได้จากลิงก์นี้ในช่วงเวลาหนึ่ง`,
  noFile: (name) => `ส่ง ${name} ทาง LINE ไม่ได้ หากผู้ดูแลระบบตั้งค่า BASE_URL จะส่งเป็นลิงก์ให้`,
};

const all: Record<Language, LineWords> = { en, ja, 'zh-TW': zhTW, ko, th };

/** What stands between facts, and after a label: full-width where the script is. */
export function marks(language: Language): { dot: string; colon: string } {
  const isWide = language === 'ja' || language === 'zh-TW';
  return isWide ? { dot: '・', colon: '：' } : { dot: ' · ', colon: ': ' };
}

export function lineWords(language: Language): LineWords {
  return all[language];
}
