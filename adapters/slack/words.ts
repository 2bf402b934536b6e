/** Words that only Slack needs: its form, its Home and its status line. */
import type { Language } from '../../src/model.ts';

const en = {
  /** Slack puts our name before it. */
  working: 'is looking in the articles…',
  notMember: 'I am not in this channel, so no digest can come here. Type /invite @Tidings to let me in.',
  locked: 'That thread takes no more messages, so the answer is here, for you alone.',
  /** Where a file is that nobody else should see. */
  file: {
    sent: 'The file is in our direct messages.',
    link: 'The file is here:',
    none: 'I cannot bring you the file here: write `export` to me in our direct messages.',
  },
  home: {
    title: 'Your morning news, told once',
    intro:
      'I read hundreds of sources, gather the reports of one event into one story, and post a short digest at your hour. Ask in its thread: answers come from the articles.',
    channels: 'Your channels',
    none: 'None yet. Invite me to a channel with /invite @Tidings, or begin with a digest of your own.',
    own: 'Your own digest, in our direct messages',
    settings: 'Settings',
    begin: 'Set up my digest',
    follows: (labels: string[]) => `Follows ${new Intl.ListFormat('en').format(labels)}`,
    nothing: 'Follows nothing yet',
    commands: 'In a channel: /tidings help. In a thread: mention @Tidings, or press Ask under a story.',
  },
  form: {
    title: 'Settings',
    save: 'Save',
    close: 'Cancel',
    topics: 'Topics and sources',
    topicsHint: 'Type to search. Everything else: /tidings subscribe and a page’s address or a "keyword".',
    time: 'Hour',
    zone: 'Time zone',
    days: 'Days',
    language: 'Language',
    stories: 'Stories a digest, at most',
    layout: 'Layout',
    compact: 'One message',
    cards: 'One message a story, each with its thread',
  },
  ask: {
    title: 'Ask Tidings',
    question: 'Your question',
    placeholder: 'What happens next?',
    send: 'Ask',
    close: 'Cancel',
    aboutMessage: 'The answer comes in the thread, from the page that the message links to.',
  },
};

type SlackWords = typeof en;

const ja: SlackWords = {
  working: 'が記事を調べています…',
  notMember: 'このチャンネルに参加していないため、ダイジェストを届けられません。/invite @Tidings で招待してください。',
  locked: 'このスレッドには投稿できないため、あなたにだけお答えします。',
  file: {
    sent: 'ファイルはダイレクトメッセージにお送りしました。',
    link: 'ファイルはこちらです：',
    none: 'ここではファイルをお渡しできません。ダイレクトメッセージで `export` と送ってください。',
  },
  home: {
    title: '毎朝のニュースを、ひとつの出来事につき一度だけ',
    intro:
      '数百の情報源を読み、同じ出来事の記事をひとつにまとめ、決まった時刻に短いダイジェストをお届けします。スレッドで質問すると、記事をもとに答えます。',
    channels: 'あなたのチャンネル',
    none: 'まだありません。チャンネルで /invite @Tidings と入力して招待するか、自分用のダイジェストから始めてください。',
    own: 'ダイレクトメッセージに届く自分用のダイジェスト',
    settings: '設定',
    begin: '自分用に設定する',
    follows: (labels) => `購読中：${labels.join('、')}`,
    nothing: '購読中のものはありません',
    commands: 'チャンネルでは /tidings ヘルプ、スレッドでは @Tidings へのメンションか「質問」ボタンをどうぞ。',
  },
  form: {
    title: '設定',
    save: '保存',
    close: 'キャンセル',
    topics: 'トピックと情報源',
    topicsHint: '入力して検索できます。ページのアドレスや「キーワード」は /tidings 購読 で追加できます。',
    time: '時刻',
    zone: 'タイムゾーン',
    days: '曜日',
    language: '言語',
    stories: '1回の最大件数',
    layout: '表示',
    compact: '1つのメッセージ',
    cards: '記事ごとに1つのメッセージ（それぞれにスレッド）',
  },
  ask: {
    title: 'Tidingsに質問',
    question: '質問',
    placeholder: 'この先どうなりますか？',
    send: '質問する',
    close: 'キャンセル',
    aboutMessage: 'リンク先のページをもとに、スレッドでお答えします。',
  },
};

/** English stands in where a language has no words of its own. */
export function slackWords(language: Language): SlackWords {
  return language === 'ja' ? ja : en;
}
