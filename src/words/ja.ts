/** What Tidings says and understands in Japanese. */
import type { Words } from './en.ts';

const number = (n: number) => n.toLocaleString('ja');
/** `+1.2`, `−0.4`: points of a rank. */
const signed = (points: number) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}`;

/** How a request ends: 「…して」「…してください」「…をお願いします」. */
const please =
  '(?:を?(?:して|し?て(?:ください|下さい|ほしい|欲しい)|してくれる|する|したい(?:です)?|お願い(?:します)?))?[。!]?$';
const show = '(?:を|が)?(?:見せて|見たい|教えて|表示(?:して)?|確認(?:したい)?|知りたい)?(?:ください|です)?[。!]?$';
const deliver = '(?:に|で)?(?:送って|届けて|配信(?:して)?|ちょうだい|お願い(?:します)?|して|変更(?:して)?|変えて)';
const gently = '(?:ください|下さい|ほしい|欲しい)?[。!]?$';

/** A subject: no question, no word that asks, none that points at a day or at what was said. */
const subject =
  '((?!何|なに|なん|どう|どこ|どれ|どの|どんな|どちら|なぜ|いつ|誰|だれ|今日|今朝|昨日|明日|今週|先週|最新|最近|次|前|他|この|その|あの|これ|それ|あれ)[^?!。][^?!。は]{0,39}?)';
const news = '(?:の|に関する|についての)(?:最新の?)?(?:ニュース|話題|記事|情報)';
const time = '(?:午前|午後|朝|昼|夕方|夜)?\\d{1,2}(?:時(?:半|\\d{1,2}分)?|:\\d{2})';
const clock = `(${time})`;

/** A value alone is no command: it may answer somebody else. */
const notAlone = (value: string) => `(?!${value}[。.!]?$)`;
const phrase = (pattern: string, command: string): [RegExp, string] => [new RegExp(`^${pattern}`, 'iu'), command];

export const ja: Words = {
  name: '日本語',
  alsoCalled: ['ja', 'jp', 'jpn', 'japanese', '日本語', 'にほんご', 'nihongo', '日文', '日語'],

  commands: {
    subscribe: ['購読', '登録', 'フォロー', '追加', 'koudoku', 'touroku'],
    unsubscribe: ['解除', '購読解除', '登録解除', 'フォロー解除', '削除', 'kaijo'],
    mute: ['ミュート', '非表示', '除外'],
    unmute: ['ミュート解除', '非表示解除', '除外解除'],
    undo: ['取り消し', '取り消す', '元に戻す'],
    list: ['一覧', '購読一覧', '購読中', '登録一覧', 'リスト', 'いちらん', 'ichiran'],
    topics: ['トピック', '話題', 'トピック一覧', '話題一覧'],
    sources: ['情報源', '情報元', 'ニュースソース', 'ソース', 'フィード', '媒体'],
    status: ['状態', '状況', 'ステータス'],
    digest: ['ダイジェスト', '今日', 'きょう', 'ニュース', '今日のニュース', 'まとめ'],
    time: ['時刻', '時間', '配信時刻', '配信時間'],
    timezone: ['タイムゾーン', '時間帯', '標準時'],
    days: ['曜日', '配信日', '配信曜日'],
    stories: ['件数', '本数', '記事数'],
    layout: ['表示', 'レイアウト', '表示形式', '見た目'],
    language: ['言語', 'ことば', '言葉'],
    quiet: ['静かに', 'しずかに', 'サイレント'],
    pause: ['一時停止', '停止', '休止', 'お休み', 'ストップ'],
    resume: ['再開', 'スタート', '開始'],
    forget: ['データ削除', '全データ削除', '全部削除', '忘れて', '初期化'],
    ask: ['質問', '聞きたい', 'きいて'],
    why: ['なぜ', '理由', 'なんで', 'どうして'],
    import: ['読み込み', '取り込み', 'インポート'],
    export: ['書き出し', 'エクスポート'],
    settings: ['設定', 'せってい', 'settei'],
    help: ['ヘルプ', '使い方', '使いかた', 'つかいかた', 'コマンド'],
  },

  usage: {
    subscribe: ['購読 AI、「全固体電池」、https://…', 'トピック・情報源・ページ・キーワードを購読'],
    unsubscribe: ['解除 AI', '購読をやめる'],
    mute: ['ミュート 「芸能」', 'この言葉を含むニュースを外す'],
    unmute: ['ミュート解除 「芸能」', '外した言葉を戻す'],
    undo: ['取り消し 2', '`一覧`にあるルールを取り消す'],
    list: ['一覧', '購読中のものと配信の設定'],
    topics: ['トピック', '選べるトピック'],
    sources: ['情報源 NASA', '情報源とその状態'],
    status: ['状態', '次の配信と、気をつけること'],
    digest: ['ダイジェスト', '今日のダイジェストをいますぐ'],
    time: ['時刻 7:30', '届く時刻'],
    timezone: ['タイムゾーン 東京', 'どこの時刻か'],
    days: ['曜日 平日', '届く曜日'],
    stories: ['件数 7', '1回の件数（1〜12）'],
    layout: ['表示 コンパクト', '1通にまとめる。`カード`は1件ずつ'],
    language: ['言語 日本語', '英語・日本語・中国語（繁体字）・韓国語・タイ語'],
    quiet: ['静かに オン', 'メンションにだけ答える'],
    pause: ['一時停止', '`再開`まで配信を止める'],
    resume: ['再開', '配信を再開する'],
    forget: ['データ削除', 'このチャンネルの記録をすべて消す'],
    ask: ['質問 半導体の値段に何があった？', '最近のニュースから答える'],
    why: ['なぜ 3', '3番のニュースを選んだ理由。リンクなら載らない理由'],
    import: ['読み込み https://…/feeds.opml', 'OPMLのフィードを購読する'],
    export: ['書き出し', '購読中のものをOPMLで'],
    settings: ['設定', 'ボタンで設定を変える'],
    help: ['ヘルプ', 'この一覧'],
  },

  values: {
    on: ['オン', '有効', 'はい', 'する'],
    off: ['オフ', '無効', 'いいえ', 'しない', 'やめる'],
    yes: ['はい', 'はい、削除する', '削除する', '削除'],
    all: ['すべて', '全て', '全部', 'ぜんぶ'],
    compact: ['コンパクト', 'まとめて', '一覧', '短く', 'リスト'],
    cards: ['カード', '1件ずつ', '個別'],
    daily: ['毎日', 'まいにち', '全部', '全曜日', 'すべて'],
    weekdays: ['平日', '平日だけ', '平日のみ', '月〜金', '月~金', '月-金', '月曜から金曜', '月から金'],
    weekend: ['週末', '土日', '週末だけ', '土日だけ'],
    days: [
      ['月', '月曜', '月曜日'],
      ['火', '火曜', '火曜日'],
      ['水', '水曜', '水曜日'],
      ['木', '木曜', '木曜日'],
      ['金', '金曜', '金曜日'],
      ['土', '土曜', '土曜日'],
      ['日', '日曜', '日曜日'],
    ],
  },

  phrases: [
    phrase(
      `(?:(?:今日|きょう|今朝|本日|最新|いま|今)の?)?(?:ニュース|ダイジェスト|まとめ)(?:(?:を|が)(?:見せて|見たい|読みたい|教えて|送って|ください|ほしい|お願い(?:します)?)|は\\?|ある\\?)?${gently}`,
      'digest',
    ),
    phrase(`(?:何か|なにか)?(?:ニュース|新しいこと)(?:は|って)?(?:ある|あります|ない)(?:か)?\\?$`, 'digest'),

    phrase(
      `(?:設定|時間|時刻|配信時刻|曜日|言語|件数|表示)を?(?:変えたい|変更したい|変更(?:する)?|変える)(?:です)?[。!]?$`,
      'settings',
    ),
    phrase(`(?:購読|登録|フォロー)を(?:解除|やめ(?:たい|る|て))(?:したい|する|して)?${gently}`, 'unsubscribe'),
    phrase(`(?:購読|登録|フォロー)(?:を?したい|する|して)(?:です)?${gently}`, 'subscribe'),
    phrase(`質問(?:が(?:ある|あります)|を?したい(?:です)?|です)[。!]?$`, 'ask'),

    phrase(`(?:配信の?)?(?:一時停止|停止|休止|お休み)を?解除${please}`, 'resume'),
    phrase(`(?:配信|ダイジェスト|通知)を?再開${please}`, 'resume'),
    phrase(`再開${please}`, 'resume'),
    phrase(`(?:配信|ダイジェスト)を?(?:一時)?(?:停止|休止)${please}`, 'pause'),
    phrase(`(?:一時停止|停止|休止|ストップ|お休み)${please}`, 'pause'),
    phrase(
      `(?:しばらく|いったん|一旦)?(?:(?:配信|ダイジェスト|通知|ニュース)を?)?(?:止めて|とめて|休んで|休ませて)${gently}`,
      'pause',
    ),

    phrase(`(?:データ|記録|履歴)を?(?:全部|すべて|全て)?(?:削除${please}|(?:消して|忘れて)${gently})`, 'forget'),
    phrase(`(?:全部|すべて|全て)(?:忘れて|消して)${gently}`, 'forget'),

    phrase(`${subject}の?(?:ミュート|非表示|除外)を?解除${please}`, 'unmute $1'),
    phrase(`${subject}(?:を| )(?:ミュート|非表示|除外)(?:に?して|する|したい)?${gently}`, 'mute $1'),
    phrase(`${subject}(?:${news})?は(?:見たくない|いらない|要らない|不要|読みたくない)(?:です)?[。!]?$`, 'mute $1'),

    phrase(`(?:全部|すべて|全て)(?:の購読)?を?(?:購読)?解除${please}`, 'unsubscribe all'),
    phrase(`${subject}の(?:購読|登録|フォロー)を(?:やめて|やめる|やめたい|止めて|外して)${gently}`, 'unsubscribe $1'),
    phrase(`${subject}(?:${news})?(?:を|の| )(?:購読|登録|フォロー)?を?解除${please}`, 'unsubscribe $1'),
    phrase(
      `${subject}(?:${news})?(?:を| )(?:削除${please}|(?:やめて|止めて|とめて|外して|はずして|消して)${gently})`,
      'unsubscribe $1',
    ),

    phrase(
      `([^?!。は]{0,20}[^ぁ-ん?!。])と([^ぁ-ん?!。][^?!。]{0,20}?)(?:${news})?を(?:購読|登録|フォロー|追加)${please}`,
      'subscribe $1、$2',
    ),
    phrase(`${subject}(?:${news})?(?:を| )(?:購読|登録|フォロー|追加)${please}`, 'subscribe $1'),
    phrase(
      `${subject}${news}(?:を(?:送って|届けて|配信して|流して)|(?:を|が)(?:読みたい|見たい|ほしい|欲しい))?(?:です)?${gently}`,
      'subscribe $1',
    ),

    phrase(
      `${notAlone(time)}(?:毎朝|毎日|(?:配信|ダイジェスト|届く)?(?:の?(?:時刻|時間))?(?:は|を))?の?${clock}(?:${deliver}${gently}|[。!]?$)`,
      'time $1',
    ),
    phrase(`毎晩の?(?:夜)?(\\d{1,2}(?:時(?:半|\\d{1,2}分)?|:\\d{2}))(?:${deliver}${gently}|[。!]?$)`, 'time 夜$1'),

    phrase(`(?:週末|土日)は(?:いらない|要らない|不要|休み|お休み|なし|送らないで)(?:です)?[。!]?$`, 'days weekdays'),
    phrase(
      `(平日|週末|土日|毎日|[月火水木金土日]曜日?|[月火水木金土日・]{1,13})(?:だけ|のみ)?(?:${deliver}${gently}|だけ[。!]?$|のみ[。!]?$)`,
      'days $1',
    ),

    phrase(
      `(英語|日本語|中国語|台湾華語|繁体字|韓国語|タイ語)(?:で|に|へ)?(?:して|変えて|変更(?:して)?|切り替えて|送って|お願い(?:します)?|話して)${gently}`,
      'language $1',
    ),
    phrase('(英語|日本語|中国語|台湾華語|繁体字|韓国語|タイ語)(?:で|に)[。!]?$', 'language $1'),
    phrase(
      `(東京|日本|台北|台湾|ソウル|韓国|バンコク|タイ|香港|上海|シンガポール|ニューヨーク|ロンドン|パリ|ベルリン)の?時間(?:で|に)(?:して|変えて|お願い(?:します)?|送って)?${gently}`,
      'timezone $1',
    ),
    phrase(
      `${notAlone('\\d{1,3}(?:件|本|個)')}(?:1日)?(?:に)?(\\d{1,3})(?:件|本|個)(?:ずつ|まで)?(?:に|で)?(?:して|送って|届けて|お願い(?:します)?|変更(?:して)?)?${gently}`,
      'stories $1',
    ),
    phrase(
      `(?:表示を?)?(カード|コンパクト)(?:表示|形式)?(?:に|で)(?:して|変えて|お願い(?:します)?|変更(?:して)?|表示(?:して)?)${gently}`,
      'layout $1',
    ),
    phrase(`静かに(?:して|しといて|していて|お願い(?:します)?)${gently}`, 'quiet on'),

    phrase(
      `#?(\\d{1,2})(?:番|件目)?(?:は|が|の)?(?:なぜ|なんで|どうして|理由は)(?:選ばれた|選んだ|入った|あるの|入ってる)?(?:の)?\\??$`,
      'why $1',
    ),
    phrase(`(?:なぜ|なんで|どうして)(\\d{1,2})(?:番|件目)?(?:を選んだ|が選ばれた|が入った)?(?:の)?\\??$`, 'why $1'),
    phrase(`(\\d{1,4})(?:番)?を(?:取り消して|取り消す|取消|戻して)${gently}`, 'undo $1'),

    phrase(`何を?(?:購読|登録|フォロー)して(?:い)?(?:る|ます)(?:か|の)?\\??$`, 'list'),
    phrase(`(?:何|なに)が(?:できる|できます)(?:か|の)?\\??$`, 'help'),
    phrase(`(?:使い方|使いかた)(?:は|を教えて|が(?:わからない|分からない))?\\??$`, 'help'),
    phrase(`(購読一覧|一覧|トピック|話題|情報源|状態|設定|ヘルプ)(?:を?一覧)?${show}`, '$1'),
  ],

  talk: {
    greeting:
      /^(?:こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|やあ|どうも|もしもし)$|^(?:あなたは|君は)?(?:だれ|誰|何者)(?:です)?か?$/u,
    thanks:
      /^(?:どうも)?(?:ありがとう|有難う|有り難う|サンキュー|感謝)(?:ございます|ございました|です)?$|^(?:了解|りょうかい|わかった|分かった|わかりました|分かりました|なるほど|いいね|すごい|さすが|オッケー|おやすみ(?:なさい)?)(?:です|しました|ね)?$/u,
    summary:
      /^(?:この|その)?(?:記事|ニュース|話|これ|それ)?(?:を|の|って|は)?(?:要約|要点|まとめ|概要|あらすじ|解説|説明|どんな話|どういう(?:話|こと)|何の話|なんの話)(?:を)?(?:して|お願い|教えて|ください|下さい|ほしい|です|ですか|か|しています|して(?:ください|ほしい)|お願いします)*$/u,
    welcome: 'どういたしまして。気になるニュースがあれば聞いてください。できることは`ヘルプ`で見られます。',
  },

  digest: {
    title: '朝のダイジェスト',
    asked: 'ダイジェスト',
    taste: 'まずは1本',
    count: (stories, minutes) => `${number(stories)}件・約${number(minutes)}分`,
    minutes: (n) => `${number(n)}分`,
    alsoIn: (n) => `ほか${number(n)}媒体も報道`,
    update: '続報',
    foreign: (language) => `${language}の記事`,
    excerptOnly: '抜粋のみ',
    sample: 'サンプル',
    sampleNote: 'まだ実際の情報源を読めていないため、Tidingsが書いたサンプルの記事です。',
    footer: (read, failed) =>
      failed === 0
        ? `${number(read)}の情報源を確認しました`
        : `${number(read)}の情報源を確認しました（ほか${number(failed)}件は取得できず）`,
    onTheWeb: 'ウェブで読む',
    keyPoints: '要点',
    ask: '質問する',
    open: '開く',
    more: 'もっと見たい',
    less: '減らす',
    howToAsk: 'スレッドで質問してください。記事をもとに答えます。',
    empty: '今週は、このチャンネル向けの新しいニュースがありませんでした。`情報源`で状態を確認し、`購読`で増やせます。',
    nothingNow: 'いまのところ新しいニュースはありません。見つかり次第、次のダイジェストに入れます。',
    nothingFollowed: 'まだ何も購読していません。`購読 AI`のように送るか、`トピック`から選んでください。',
    composing: '今日のダイジェストをまとめています…',
  },

  brief: {
    takeaway: 'ひとことで言うと',
    points: '要点',
    happened: '何があったか',
    matters: 'なぜ重要か',
    watch: '今後の注目点',
    faq: 'よくある質問',
    gauge: (name) => name,
    sources: '出典',
    discussion: 'みんなの質問',
    noDiscussion: 'このニュースへの質問はまだありません。',
    inferred: '私たちの見方',
    estimate: '推定',
    extract: '言語モデルを使わず、記事から選んだ文です。',
    written: '引用元の文をもとに言語モデルが書きました。出典もご確認ください。',
    dropped: (n) => `記事で裏付けられなかった${number(n)}件の記述を省きました。`,
    excerptOnly: '記事は抜粋しか読めませんでした。',
    noBrief: '記事が短いため、要点はありません。開いて全文をお読みください。',
  },

  answer: {
    from: (headline) => `「${headline}」について`,
    closest: '関連する箇所',
    notSaid: '記事には書かれていません。',
    otherLanguage: (language) =>
      `この記事は${language}です。言語モデルなしでは言葉の一致でしか探せないため、${language}で質問してください。`,
    notSaidAnywhere:
      '最近のニュースには、その答えが見当たりません。言い方を変えるか、聞きたい記事のリンクを送ってください。',
    elsewhere: 'ほかのニュースでは',
    which: 'どのニュースのことですか？',
    mentioned: 'その問いに答えるニュースは見当たりません。このなかのどれかのことですか？',
    askWhat: (headline) => `「${headline}」の何が知りたいですか？`,
    suggestions: 'たとえば',
    helpful: '役に立った',
    notHelpful: 'いまひとつ',
    thanks: 'ありがとうございます。参考にします。',
    reading: 'ページを読んでいます…',
    working: '記事を調べています…',
    cannotRead: (reason) => `ページを読めませんでした（${reason}）。別のURLか、記事そのもののURLを送ってください。`,
    noStory: 'そのニュースはもう保存されていません。新しいニュースについて聞くか、リンクを送ってください。',
    tooMany: (hours) => `今日の質問はここまでです。${number(hours)}時間後に、また聞いてください。`,
    extractLabel: '記事からの引用です。言語モデルは使っていません。',
    modelLabel: '引用元の文をもとに言語モデルが書きました。',
    budgetSpent: '今日の言語モデルの予算を使い切りました。UTC 0時までは、要点も回答も記事の引用です。',
    modelFailed: '言語モデルから確かな回答が得られなかったため、記事から引用しました。',
    truncated: '長いため省略しました。',
  },

  settings: {
    following: (what) => `${what}を購読しました。`,
    already: (what) => `${what}はすでに購読しています。`,
    unfollowed: (what) => `${what}の購読を解除しました。`,
    notFollowed: (what) => `${what}は購読していません。購読中のものは\`一覧\`で見られます。`,
    unfollowedAll: 'すべての購読を解除しました。`購読`でまた始められます。',
    muted: (what) => `${what}をミュートしました。\`ミュート解除\`で元に戻せます。`,
    unmuted: (what) => `${what}のミュートを解除しました。`,
    notMuted: (what) => `${what}はミュートしていません。\`一覧\`で確認できます。`,
    more: (what) => `これから、こうしたニュースを増やします：${what}`,
    less: (what) => `これから、こうしたニュースを減らします：${what}`,
    undo: '元に戻す',
    undone: (what) => `取り消しました：${what}`,
    noRule: 'その番号のルールはありません。`一覧`に番号があります。',
    firstDigest: (when) => `最初のダイジェストは${when}に届きます。まずは1本どうぞ。`,
    nextDigest: (when) => `次のダイジェストは${when}に届きます。`,
    time: (time, zone) => `ダイジェストは${time}（${zone}）に届きます。`,
    zone: (zone, now) => `タイムゾーンを${zone}にしました。現地はいま${now}です。`,
    days: (days) => `配信する曜日：${days}`,
    stories: (n) => `1回のダイジェストは${number(n)}件までです。`,
    layout: (layout) => `表示：${layout}`,
    language: 'これからは日本語でお届けします。',
    quietOn: 'これからは、メンションされたときだけ答えます。',
    quietOff: 'これからは、スレッドの続きの質問にも答えます。',
    paused: '配信を一時停止しました。`再開`でまた届きます。',
    resumed: (when) => `配信を再開しました。次のダイジェストは${when}に届きます。`,
    forgetAsk: 'このチャンネルの記録（購読・設定・やりとり）をすべて削除しますか？',
    forgetAskBy: (who) => `${who}さんが、このチャンネルの記録（購読・設定・やりとり）をすべて削除しようとしています。`,
    forgetYes: '削除する',
    forgetNo: '残しておく',
    forgotten: '削除しました。また始めるときは、何かを購読してください。',
    kept: '何も削除していません。',
    forgetLapsed: '削除の確認待ちはありません。削除するには、まず`データ削除`と送ってください。',
    onlyAdmins: '設定を変えられるのは、このチャンネルの管理者だけです。質問は誰でもできます。',
    saved: '保存しました。',
    sourceSuggestions: (what) => `「${what}」に当てはまる情報源がいくつかあります。どれにしますか？`,
    feedsFound: 'このページにはフィードがいくつかあります。どれにしますか？',
    noFeed: (address, reason) =>
      `${address}にフィードが見つかりませんでした（${reason}）。フィード自体のURLを送ってください。`,
    looking: 'フィードを探しています…',
    feedFound: (name) => `${name}のフィードが見つかりました。`,
  },

  list: {
    title: '購読中',
    topics: 'トピック',
    feeds: '情報源',
    keywords: 'キーワード',
    rules: 'ルール',
    mute: '除外',
    more: '多めに',
    less: '少なめに',
    nothing: 'まだ何もありません。`購読 AI`のように送ってください',
    schedule: (time, zone, days) => `${days} ${time}（${zone}）`,
    shape: (stories, layout, language) => `${number(stories)}件まで・${layout}・${language}`,
    everyDay: '毎日',
    weekdays: '平日',
    weekend: '土日',
    compact: 'コンパクト',
    cards: 'カード',
    paused: '一時停止中',
    closed: (reason) => `停止中：${reason}`,
    topicsTitle: 'トピック',
    topicsHint: '`購読`に続けて名前を送ると購読できます。「、」で区切れば一度にいくつでも。',
    sourcesTitle: (n) => `情報源 ${number(n)}件`,
    sourcesHint: '`情報源 NASA`のように絞り込めます。購読するには`購読`に続けて名前を。',
    sourcesNone: (word) => `「${word}」に当てはまる情報源はありません。URLでも購読できます：\`購読 https://…\``,
    andMore: (n) => `ほか${number(n)}件`,
  },

  status: {
    title: '状態',
    next: (when) => `次のダイジェスト：${when}`,
    none: '配信の予定はありません',
    last: (when, stories) => `前回のダイジェスト：${when}、${number(stories)}件`,
    skipped: (when) => `${when}のダイジェストは、Tidingsが3時間以上止まっていたため配信しませんでした。`,
    sources: (ok, failing) => `このチャンネルの情報源：正常${number(ok)}件、取得できず${number(failing)}件`,
    modelHere: (model, use) => `今日のここでの回答（${model}）：${use}`,
    modelShared: (model, use) => `今日の要点、全チャンネル共通（${model}）：${use}`,
    modelUse: (calls, tokens, cost) => `${number(calls)}回、${number(tokens)}トークン、${cost}`,
    priceUnknown: '料金不明',
    modelShort: '今日の言語モデルの予算が残りわずかです。UTC 0時まで、要点と回答は短くなります。',
    noModel: '言語モデルなし：要点と回答は記事の引用です',
    cost: (perMonth, used, total) =>
      total === null
        ? `配信に使うメッセージは月に約${number(perMonth)}通です`
        : `配信に使うメッセージは月に約${number(perMonth)}通です（今月は${number(total)}通のうち${number(used)}通を使用）`,
    failing: (name, reason) => `${name}：${reason}`,
    unknown: (n) => `届いたか確認できない配信が${number(n)}件あります：\`npm run tidings -- deliveries\``,
  },

  notice: {
    feedFailing: (name, reason) => `${name}を3日間取得できていません（${reason}）。`,
    feedReplacement: (url) => `代わりに使えるフィードがありました：\`購読 ${url}\``,
    feedRetired: (name) => `${name}は14日間取得できなかったため、読み取りをやめました。\`解除\`で一覧から外せます。`,
    feedMoved: (name, url) => `${name}は${url}へ移転しました。これからは移転先を読みます。`,
    planSteps: (left) => `今月のメッセージ数が上限に近づいています。これからは次のようにします：${left}`,
  },

  plan: {
    ask: (cost, left, total) =>
      `ここでの配信は、月に${cost}通と数えられます（今月の残りは${total}通のうち${left}通）。回数を減らしますか？それとも、頼まれたときだけお届けしましょうか？頼まれたときの配信は無料です。`,
    mondays: '月曜だけ',
    onRequest: '頼まれたときだけ',
    weekly: (day) => `週1回（${day}）`,
  },

  welcome: {
    hello:
      'はじめまして、Tidingsです。数百の情報源を読んで、毎朝1回ダイジェストをお届けします。同じ出来事は1本にまとめ、出典を添えます。',
    pick: '読みたいものを選ぶか、`購読`に続けてトピック・情報源・ページ・「キーワード」を送ってください。',
    askMe: 'ニュースのスレッドで質問すると、記事をもとに答えます。',
    askByQuote: '気になるニュースは「質問する」を押すか、リプライで質問してください。記事をもとに答えます。',
    zoneHint: (time, zone) =>
      `ダイジェストは${time}（${zone}）に届きます。\`時刻 7:30\`や\`タイムゾーン 東京\`で変えられます。`,
  },

  help: {
    title: 'できること',
    ask: 'ほかに書いたことは、質問として受け取ります。',
    mention: 'スレッドでは、メンションするか「質問する」を押してください。',
    quote: 'グループでは、メンションするか、私のメッセージにリプライするか、「質問する」を押してください。',
  },

  mistakes: {
    didYouMean: (word, nearest) => `「${word}」がわかりませんでした。\`${nearest}\`のことですか？`,
    unknown: (word) => `「${word}」がわかりませんでした。できることは\`ヘルプ\`で見られます。`,
    missing: (usage) => `続きが必要です。たとえば：\`${usage}\``,
    badTime: (text) => `「${text}」は時刻として読めませんでした。たとえば：\`時刻 7:30\`、\`時刻 午後7時\``,
    badZone: (text, nearest) =>
      nearest
        ? `「${text}」というタイムゾーンがわかりませんでした。\`タイムゾーン ${nearest}\`のことですか？`
        : `「${text}」というタイムゾーンがわかりませんでした。\`Asia/Tokyo\`のような名前か、都市名で送ってください。`,
    badDays: (text) => `「${text}」は曜日として読めませんでした。たとえば：\`曜日 平日\`、\`曜日 月水金\``,
    badCount: (text) => `「${text}」は1〜12の数ではありません。たとえば：\`件数 7\``,
    badLayout: (text) => `「${text}」という表示はありません。\`表示 コンパクト\`か\`表示 カード\`を選べます。`,
    badLanguage: (text) =>
      `「${text}」には対応していません。英語・日本語・中国語（繁体字）・韓国語・タイ語が使えます。`,
    badSwitch: (text) => `「${text}」ではなく、\`オン\`か\`オフ\`で送ってください。`,
    badQuery: (text, reason) =>
      `「${text}」では検索できません（${reason}）。言葉、「語句」、-除く言葉、OR が使えます。`,
    unknownSubject: (text, nearest) =>
      nearest
        ? `「${text}」は見つかりませんでした。\`購読 ${nearest}\`のことですか？キーワードとして購読するなら、かぎ括弧で囲みます：\`購読 「${text}」\``
        : `「${text}」は見つかりませんでした。キーワードとして購読するなら、かぎ括弧で囲みます：\`購読 「${text}」\``,
    noDigest: 'まだダイジェストがありません。`ダイジェスト`と送ると、すぐに届きます。',
    noSuchStory: (n, last) => `前回のダイジェストに${number(n)}番はありません（${number(last)}番まで）。`,
    tooLong: '長すぎて読めません。2,000文字以内で送ってください。',
    noWords: '言葉で送ってください。ニュースについて聞くか、`ヘルプ`と送ってください。',
    badFile: (reason) => `ファイルを読めませんでした（${reason}）。OPMLファイルを送ってください。`,
    went: 'こちらで問題が起きました。記録しましたので、もう一度お試しください。',
  },

  opml: {
    imported: (n, known) => `${number(n)}件のフィードを購読しました（うち${number(known)}件は新しく読み始めます）。`,
    exported: (n) => `${number(n)}件のフィードをOPMLにしました。`,
    nothing: 'ファイルにフィードがありませんでした。',
  },

  why: {
    hint: '点数の高いニュースから順に選ばれます。',
    sources: (count, hours) =>
      hours < 1 ? `いまのところ${number(count)}媒体が報道` : `${number(hours)}時間で${number(count)}媒体が報道`,
    recent: (hours) => (hours < 1 ? '1時間以内のニュース' : `${number(hours)}時間前のニュース`),
    topic: (label) => `購読中のトピック：${label}`,
    feed: (label) => `購読中の情報源：${label}`,
    keyword: (label) => `購読中のキーワード：${label}`,
    more: (label) => `「もっと見たい」に指定：${label}`,
    less: (label) => `「減らす」に指定：${label}`,
    language: (language) => `読みやすい${language}の記事`,
    foreign: (language) => `件数を補う${language}の記事`,
    repeated: (name) => `${name}のニュースがすでにある`,
    update: (title) => `以前お届けしたニュースの続報：${title}`,
    points: (text, points) => `${text}（${signed(points)}）`,
  },

  whyNot: {
    unknownLink: 'このリンクを載せた情報源はありません。リンクだけを送れば、その記事について質問できます。',
    notFollowed: (topics) =>
      topics === ''
        ? 'このチャンネルが購読しているものに当てはまりません。'
        : `${topics}のニュースですが、このチャンネルはどれも購読していません。`,
    muted: (rule) => `除外のルールに当てはまります：${rule}`,
    hadBefore: 'このチャンネルには配信済みで、その後の続報もありません。',
    toldAlready: '今日のほかのニュースが同じ出来事を伝えています。',
    outranked: (rank, limit) =>
      `順位は${number(rank)}番目で、1回のダイジェストは${number(limit)}件までです。\`件数\`で変えられます。`,
    tooOld: (hours) => `${number(hours)}時間前のニュースで、ダイジェストには古すぎます。`,
    included: (n) => `外す理由はありません。いまダイジェストを作れば${number(n)}番に入ります。`,
  },

  and: (items) => new Intl.ListFormat('ja', { type: 'conjunction' }).format(items),
  quote: (text) => `「${text}」`,
};
