/** Words that only Discord needs: its forms, its whispers and what is said where it does not let us. */
import type { Language } from '../../src/model.ts';

const en = {
  /** At most 32 characters: the entry in a message's Apps menu. */
  askAboutThis: 'Ask about this',
  command: 'A short news digest every morning, and answers from the articles',
  opml: 'What this channel follows, as a file',
  askAbout: 'Ask about a story…',
  tune: 'More or less like a story…',
  /** A thread's name where no headline is known. */
  thread: 'Questions',
  asked: (question: string) => `asked: ${question}`,
  answeredIn: (thread: string) => `The answer is in ${thread}.`,
  posted: 'Here it is.',
  locked: 'That thread is locked, so the answer is here, for you alone.',
  forum: 'Forums are not served yet. Use `/tidings` in a text or announcement channel, or write to me directly.',
  notKept: 'That did not reach me. Please try once more.',
  lacks: (permissions: string) =>
    `I cannot post here yet: ${permissions} is missing. Whoever manages this server can allow it under Server Settings → Roles → Tidings, or in the channel’s own permissions.`,
  stopped: (channel: string, permissions: string) =>
    `Discord does not let me post in ${channel} any more: ${permissions} is missing. Its settings are kept; once it is allowed again, \`/tidings resume\` there starts the digests.`,
  mute: 'I cannot read what is written in threads of this server. Mention me, or press **Ask**, and I answer.',
  form: {
    title: 'Settings',
    topics: 'Topics and sources',
    days: 'Days',
    language: 'Language',
    stories: 'Stories a digest, at most',
    storiesOption: (count: number) => (count === 1 ? '1 story' : `${count} stories`),
    layout: 'Layout',
    compact: 'One message',
    cards: 'One message a story, each with its thread',
    clock: 'Hour and time zone',
    time: 'Hour, such as 07:30',
    zone: 'Time zone, such as Europe/Paris or Tokyo',
    more: 'Anything else to follow: `/tidings subscribe` and a source, a page’s address or a "keyword".',
  },
  ask: {
    title: 'Ask Tidings',
    question: 'Your question',
    placeholder: 'What happens next?',
    about: 'About',
  },
  options: {
    what: 'A topic, a source, a page’s address or a "keyword"; several with commas',
    words: 'Words or a "phrase"; several with commas',
    rule: 'The rule’s number, as list shows it',
    word: 'A word of the source’s name',
    time: 'Such as 07:30',
    zone: 'A city or a zone',
    days: 'Such as weekdays, or mon wed fri',
    count: '1 to 12',
    choice: 'One of these',
    question: 'Answered from the articles',
    story: 'Its number in the last digest, or a link',
    address: 'The address of an OPML file',
    file: 'An OPML file',
  },
};

type DiscordWords = typeof en;

const ja: DiscordWords = {
  askAboutThis: 'これについて質問',
  command: '毎朝の短いニュースダイジェストと、記事にもとづく回答',
  opml: 'このチャンネルの購読をファイルで',
  askAbout: '記事について質問…',
  tune: 'この記事に似た話題を増やす・減らす…',
  thread: '質問',
  asked: (question) => `の質問：${question}`,
  answeredIn: (thread) => `${thread} でお答えしました。`,
  posted: 'お届けしました。',
  locked: 'スレッドがロックされているため、あなたにだけお答えします。',
  forum:
    'フォーラムにはまだ対応していません。テキストチャンネルかアナウンスチャンネルで `/tidings` を使うか、直接メッセージをください。',
  notKept: '受け取れませんでした。もう一度お試しください。',
  lacks: (permissions) =>
    `ここにはまだ投稿できません。${permissions} の権限がありません。サーバーの管理者が「サーバー設定 → ロール → Tidings」またはチャンネルの権限で許可できます。`,
  stopped: (channel, permissions) =>
    `${channel} に投稿できなくなりました。${permissions} の権限がありません。設定は残っています。許可されたあと、そのチャンネルで \`/tidings resume\` と入力すると再開します。`,
  mute: 'このサーバーのスレッドの文章は読めません。メンションするか **質問** を押すとお答えします。',
  form: {
    title: '設定',
    topics: 'トピックと情報源',
    days: '曜日',
    language: '言語',
    stories: '1回の最大件数',
    storiesOption: (count) => `${count}件`,
    layout: '表示',
    compact: '1つのメッセージ',
    cards: '記事ごとに1つのメッセージ（それぞれにスレッド）',
    clock: '時刻とタイムゾーン',
    time: '時刻（例：07:30）',
    zone: 'タイムゾーン（例：東京、Asia/Tokyo）',
    more: 'ほかの購読は `/tidings subscribe` に続けて、情報源、ページのアドレス、"キーワード" を入力してください。',
  },
  ask: {
    title: 'Tidingsに質問',
    question: '質問',
    placeholder: 'この先どうなりますか？',
    about: '対象',
  },
  options: {
    what: 'トピック、情報源、ページのアドレス、"キーワード"（カンマで複数）',
    words: '言葉または"語句"（カンマで複数）',
    rule: '一覧に出る番号',
    word: '情報源の名前の一部',
    time: '例：07:30',
    zone: '都市またはタイムゾーン',
    days: '例：平日、月水金',
    count: '1〜12',
    choice: 'ひとつ選んでください',
    question: '記事をもとにお答えします',
    story: '最新のダイジェストの番号、またはリンク',
    address: 'OPMLファイルのアドレス',
    file: 'OPMLファイル',
  },
};

/** English stands in where a language has no words of its own. */
export function discordWords(language: Language): DiscordWords {
  return language === 'ja' ? ja : en;
}
