/** What Tidings says and understands in Traditional Chinese, as written in Taiwan. */
import type { Words } from './en.ts';

const number = (n: number) => n.toLocaleString('zh-TW');
/** `+1.2`, `−0.4`: points of a rank. */
const signed = (points: number) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}`;

const begin = '(?:請|麻煩)?(?:你|您)?(?:幫我|幫忙|我想|我要|想要|可以)?';
const end = '(?:吧|了|喔|哦|謝謝)?[。!]?$';

/** A subject: nothing that asks, no day, none of the words that begin a sentence about subscribing itself. */
const subject =
  '((?!到|見|了|今天|今日|昨天|昨日|明天|最新|這|那|看|有|沒|假|人數|者|制|數|費|價|率|戶|服務|方案|模式|經濟)(?!.{0,60}(?:什麼|什么|甚麼|怎麼|怎么|為何|为何|哪|誰|谁|多少|嗎|吗|呢))[^?!。]{1,40}?)';
const news = '(?:(?:方面|相關)?的?(?:最新)?(?:新聞|消息|報導|文章))';
const time =
  '(?:凌晨|早上|上午|中午|下午|傍晚|晚上)?(?:\\d{1,2}|十[一二]?|[一二兩三四五六七八九])(?:[點時](?:半|\\d{1,2}分?)?|:\\d{2})';
const clock = `(${time})`;

/** A value alone is no command: it may answer somebody else. */
const notAlone = (value: string) => `(?!${value}[。.!]?$)`;
const phrase = (pattern: string, command: string): [RegExp, string] => [new RegExp(`^${pattern}`, 'iu'), command];

export const zhTW: Words = {
  name: '繁體中文',
  alsoCalled: [
    'zh',
    'zh-tw',
    'zh-hant',
    'tw',
    'chinese',
    '中文',
    '繁體',
    '繁中',
    '繁體中文',
    '國語',
    '華語',
    '台灣',
    '中国語',
    '중국어',
    'จีน',
    'จีนตัวเต็ม',
    'traditional chinese',
    '中国語(繁体字)',
    '중국어(번체)',
    '繁体字',
    '台湾華語',
  ],

  commands: {
    subscribe: ['訂閱', '追蹤', '關注', '新增', '订阅'],
    unsubscribe: ['取消訂閱', '退訂', '取消追蹤', '取消關注', '取消', '移除', '取消订阅'],
    mute: ['隱藏', '靜音', '封鎖', '排除'],
    unmute: ['取消隱藏', '取消靜音', '解除封鎖', '取消封鎖', '取消排除'],
    undo: ['復原', '還原', '撤銷'],
    list: ['清單', '訂閱清單', '我的訂閱', '列表'],
    topics: ['主題', '話題', '主題清單'],
    sources: ['來源', '新聞來源', '媒體'],
    status: ['狀態', '狀況'],
    digest: ['摘要', '今天', '新聞', '今日新聞', '今天的新聞', '新聞摘要', '晨報'],
    time: ['時間', '時刻', '推送時間', '时间'],
    timezone: ['時區', '时区'],
    days: ['星期', '日期', '推送日'],
    stories: ['則數', '篇數', '數量'],
    layout: ['版面', '排版', '顯示'],
    language: ['語言', '語系', '语言'],
    quiet: ['安靜', '安靜模式'],
    pause: ['暫停', '暫停推送', '停止', '暂停'],
    resume: ['恢復', '繼續', '恢復推送', '開始'],
    forget: ['刪除資料', '刪除所有資料', '忘記', '清除資料'],
    ask: ['提問', '發問', '請問', '問'],
    why: ['為什麼', '為何', '原因', '为什么'],
    import: ['匯入'],
    export: ['匯出'],
    settings: ['設定', '設置'],
    help: ['說明', '幫助', '指令', '使用說明', '帮助'],
  },

  usage: {
    subscribe: ['訂閱 AI、「固態電池」、https://…', '訂閱主題、來源、網頁或關鍵字'],
    unsubscribe: ['取消訂閱 AI', '不再訂閱'],
    mute: ['隱藏 「名人」', '略過含有這些字的新聞'],
    unmute: ['取消隱藏 「名人」', '讓這些新聞再出現'],
    undo: ['復原 2', '取消`清單`上的一條規則'],
    like: ['少一點像第3則的新聞', '少看這類新聞；也可以說 `更多像第3則的新聞`、`遊戲少一點`'],
    list: ['清單', '這個頻道訂閱了什麼、何時推送'],
    topics: ['主題', '可以訂閱的主題'],
    sources: ['來源 NASA', '新聞來源與讀取狀況'],
    status: ['狀態', '下一份摘要，以及需要留意的事'],
    digest: ['摘要', '現在就看今天的摘要'],
    time: ['時間 07:30', '幾點推送'],
    timezone: ['時區 台北', '以哪裡的時間為準'],
    days: ['星期 平日', '星期幾推送'],
    stories: ['則數 7', '每份幾則，1 到 12'],
    layout: ['版面 精簡', '集中成一則訊息；`卡片`則一則新聞一張'],
    language: ['語言 中文', '英文、日文、繁體中文、韓文或泰文'],
    quiet: ['安靜 開', '只在被提及時回答'],
    pause: ['暫停', '停止推送，直到`恢復`'],
    resume: ['恢復', '重新開始推送'],
    forget: ['刪除資料', '刪除這個頻道的所有紀錄'],
    ask: ['提問 晶片價格怎麼了？', '根據近期新聞回答'],
    why: ['為什麼 3', '第 3 則為何入選，或某個連結為何沒有'],
    import: ['匯入 https://…/feeds.opml', '訂閱 OPML 檔案裡的來源'],
    export: ['匯出', '把訂閱的來源存成 OPML'],
    settings: ['設定', '用按鈕調整設定'],
    help: ['說明', '這份清單'],
  },

  values: {
    on: ['開', '開啟', '是', '要'],
    off: ['關', '關閉', '否', '不要'],
    yes: ['是', '好', '刪除', '是，刪除', '是,刪除', '確定', '確定刪除'],
    all: ['全部', '所有', '所有訂閱'],
    compact: ['精簡', '簡潔', '列表', '清單', '單則'],
    cards: ['卡片', '分開'],
    daily: ['每天', '每日', '天天', '全部'],
    weekdays: ['平日', '工作日', '上班日', '週一到週五', '周一到周五', '星期一到星期五'],
    weekend: ['週末', '周末', '假日'],
    days: [
      ['週一', '周一', '星期一', '禮拜一', '一'],
      ['週二', '周二', '星期二', '禮拜二', '二'],
      ['週三', '周三', '星期三', '禮拜三', '三'],
      ['週四', '周四', '星期四', '禮拜四', '四'],
      ['週五', '周五', '星期五', '禮拜五', '五'],
      ['週六', '周六', '星期六', '禮拜六', '六'],
      ['週日', '周日', '星期日', '星期天', '禮拜天', '禮拜日', '日', '天'],
    ],
  },

  phrases: [
    phrase(`${begin}(?:給我|看|看看|來點|傳)?(?:今天|今日|今早|最新)?的?(?:新聞|摘要|晨報)${end}`, 'digest'),
    phrase('(?:今天|今日)?有(?:什麼|甚麼|沒有|哪些)?新聞(?:嗎|呢)?\\??$', 'digest'),

    phrase(`${begin}(?:暫停|停止)(?:推送|發送|傳送)?(?:一下)?${end}`, 'pause'),
    phrase(`${begin}(?:先)?(?:別|不要)(?:再)?(?:傳|推送|發)(?:了)?${end}`, 'pause'),
    phrase(`${begin}(?:恢復|繼續|重新開始)(?:推送|發送|傳送)?${end}`, 'resume'),
    phrase(`${begin}(?:刪除|清除|忘記|忘掉)(?:我|這個頻道)?的?(?:所有|全部)?的?(?:資料|紀錄|記錄)${end}`, 'forget'),

    phrase(`${begin}(?:全部取消訂閱|取消(?:所有|全部)的?訂閱|全部退訂)${end}`, 'unsubscribe all'),
    phrase(
      `${begin}(?:取消(?:訂閱|追蹤|關注)|退訂|不再(?:訂閱|追蹤|關注)|不要再?追蹤)${subject}${news}?${end}`,
      'unsubscribe $1',
    ),
    phrase(`${begin}(?:取消隱藏|取消靜音|解除封鎖|取消封鎖|取消排除)${subject}${news}?${end}`, 'unmute $1'),
    phrase(`${begin}(?:不想看到?|不要看到?|不看|別再?傳|不要再?傳)${subject}${news}?${end}`, 'mute $1'),
    phrase(`${begin}不要${subject}${news}${end}`, 'mute $1'),
    phrase(`${begin}(?:隱藏|封鎖|排除)${subject}${news}${end}`, 'mute $1'),

    phrase(`${begin}(?:訂閱|追蹤|關注|新增)${subject}${news}?${end}`, 'subscribe $1'),
    phrase(`${begin}(?:看|想看|收到)${subject}${news}${end}`, 'subscribe $1'),
    phrase(`${subject}${news}${end}`, 'subscribe $1'),

    phrase(
      `${notAlone(time)}${begin}(?:每天|每日|改成|改到|時間改成|時間改為)?的?${clock}(?:傳|送|推送|發送|傳給我|給我)?(?:新聞|摘要)?${end}`,
      'time $1',
    ),
    phrase(
      `${begin}(?:不要|別|不用)在?((?:週|周|星期|禮拜)[一二三四五六日天末]|平日)(?:的時候)?(?:(?:再)?(?:傳|送|推送|發))?${end}`,
      'days not $1',
    ),
    phrase(
      `${begin}((?:週|周|星期|禮拜)[一二三四五六日天末]|平日)(?:都)?(?:(?:不要|別|不用)(?:再)?(?:傳|送|推送|發)|不(?:需)?要|不用)${end}`,
      'days not $1',
    ),
    phrase(
      `${notAlone('[平工上週周每][日天末作班]{1,2}')}${begin}(?:只(?:在|要)|改成)?(平日|工作日|上班日|週末|周末|每天)(?:推送|發送|傳|送)?(?:就好|即可)?${end}`,
      'days $1',
    ),
    phrase(
      `${begin}(?:改成|改用|換成|切換成|切換到|說|講|用)(英文|英語|日文|日語|中文|繁體中文|韓文|韓語|泰文|泰語)(?:回答|推送)?${end}`,
      'language $1',
    ),
    phrase(
      `${notAlone('\\d{1,3}[則篇條]')}${begin}(?:每天|每次|改成|每份)?(\\d{1,3})(?:則|篇|條)(?:新聞)?(?:就好)?${end}`,
      'stories $1',
    ),
    phrase(`${begin}(?:改成|改用|換成|用)(卡片|精簡)(?:版面|模式|顯示)?${end}`, 'layout $1'),
    phrase(`${begin}安靜(?:一點|一下|點)${end}`, 'quiet on'),

    phrase('為(?:什麼|何)(?:是|選|有)?第?(\\d{1,2})(?:則|篇)?(?:新聞)?(?:呢)?\\??$', 'why $1'),
    phrase('第(\\d{1,2})(?:則|篇)?(?:新聞)?為(?:什麼|何)(?:入選|會出現|在這裡)?(?:呢)?\\??$', 'why $1'),
    phrase(`${begin}(?:復原|還原|撤銷)第?(\\d{1,4})(?:條|項)?${end}`, 'undo $1'),
    phrase('我?(?:現在)?訂閱了(?:什麼|哪些)(?:呢)?\\??$', 'list'),
    phrase('(?:你|您)?(?:會|能|可以)做?(?:什麼|甚麼|哪些事)(?:呢)?\\??$', 'help'),
    phrase('(?:怎麼|如何)(?:使用|用)\\??$', 'help'),
    phrase(`${begin}(?:看|看看|顯示|打開|列出)(?:我的)?(訂閱清單|清單|主題|來源|狀態|設定|說明)${end}`, '$1'),
  ],

  talk: {
    greeting: /^(?:你好|您好|哈囉|嗨|早安|早|午安|晚上好|大家好)$|^你是(?:誰|什麼)(?:啊|呢)?$/u,
    thanks:
      /^(?:好的?|太好了)?[，, ]?(?:謝謝|多謝|感謝|謝啦|感恩|3q)(?:你|您|喔|囉|啦|大家)*$|^(?:好|好的|好喔|ok|了解|知道了|收到|讚|太棒了|不錯|晚安|掰掰)$/iu,
    summary:
      /^(?:請|幫我|可以|麻煩)*(?:摘要|總結|概要|重點|大意|整理|說明|解釋|簡述)(?:一下)?(?:這|那)?(?:則|篇|個)?(?:新聞|文章|報導|內容|故事)?$|^(?:這|那)(?:則|篇|個)?(?:新聞|文章|報導)?(?:的)?(?:摘要|重點|大意)(?:是什麼)?$|^(?:這|那)(?:則|篇)?(?:新聞|文章)?在?(?:講|說)(?:什麼|些什麼)$/u,
    /** The latest of what is named. */
    latest:
      /^(?:最近|今天)?(?:關於)?(.{1,20}?) ?(?:最近|今天)?(?:有|的)(?:什麼|甚麼|哪些|沒有)?(?:最新|新)?的?(?:消息|新聞|進展|動態)(?:嗎|呢)?$/u,
    welcome: '不客氣。想了解哪一則新聞都可以問我，或輸入`說明`。',
    /** What asks for nothing, or for something that only the talk before it could tell. */
    chatter:
      /^(?:哈+|呵+|嘻+|嗯+|喔+|哦+|蛤|咦|是|是的|對|對啊|不|不是|不用|不用了|沒事|算了|下一(?:則|個)|返回|再一次|取消|測試|真的|真的嗎)$/u,
    idle: '想了解哪一則新聞都可以問我，或輸入`說明`。',
    /** More or less of the same; a number is a story of the last digest. */
    like: {
      more: /^(?:我?想?(?:要|看)?(?:更多|多(?:看|來|給我)?(?:一點|一些|點)?)(?:像|類似)?(?:這樣|這種|這類|這則)(?:的)?(?:新聞|報導|文章)?|更多像第?(\d{1,2})則(?:那樣|這樣)?的(?:新聞)?)$/u,
      less: /^(?:(?:少|減少)(?:看|來|給我)?(?:一點|一些|點)?(?:像)?(?:這樣|這種|這類)(?:的)?(?:新聞|報導|文章)?|少一點像第?(\d{1,2})則(?:那樣|這樣)?的(?:新聞)?)$/u,
      /** Of what is named. */
      moreOf: new RegExp(
        `^${begin}想?(?:看|要)?(?:(?:更多|多(?:看|來|給我)?(?:一點|一些|點))(?!像|類似|詳|細|資訊|關於|說明|解釋|新聞|報導|消息|文章)${subject}${news}?|(?!像|新聞|報導|消息|文章|內容|通知|話|字)${subject}${news}?多(?:一點|一些|點))${end}`,
        'u',
      ),
      lessOf: new RegExp(
        `^${begin}想?(?:看|要)?(?:(?:少(?:看|來|給我)(?:一點|一些|點)?|少(?:一點|一些|點))(?!像|類似|通知|新聞|報導|消息|文章|字|話)${subject}${news}?|減少${subject}${news}|(?!像|新聞|報導|消息|文章|內容|通知|話|字)${subject}${news}?(?:少|減少)(?:一點|一些|點))${end}`,
        'u',
      ),
    },
  },

  /** Wishes that cannot be met as they are, and what comes next to them. */
  hints: {
    shorter: [
      /^(?:請|可以)?(?:再|更)?(?:短|簡短|精簡)(?:一)?點(?:嗎)?$|^太長(?:了)?$/u,
      '用`則數 3`和`版面 精簡`，摘要就會短一些。',
    ],
    translate: [
      /^(?:請|幫我|可以)*(?:把)?(?:這|那)?(?:則|篇)?(?:新聞|文章)?翻(?:譯)?(?:成|為)?(?:中文|日文|英文|韓文|泰文)?(?:嗎)?$/u,
      '我不翻譯文章，但會說五種語言，並優先選用你語言的新聞：`語言 中文`。',
    ],
    remind: [
      /^(?:請)?.{0,12}(?:提醒|叫醒|通知)我.{0,12}$|^設(?:定)?鬧鐘$/u,
      '我沒有提醒功能；摘要會在你指定的時間送來，例如`時間 08:00`。',
    ],
    often: [
      /^(?:一天|每天)(?:兩|二|三|2|3)次$|^每(?:個)?小時$|^每週(?:一次)?$|^一週一次$/u,
      '摘要一天一次，在`星期 一三五`這樣選定的日子送來；其間隨時可以輸入`摘要`。',
    ],
  },

  digest: {
    title: '晨間摘要',
    asked: '摘要',
    taste: '先嚐一則',
    count: (stories, minutes) => `${number(stories)} 則新聞 · 約 ${number(minutes)} 分鐘讀完`,
    minutes: (n) => `閱讀 ${number(n)} 分鐘`,
    alsoIn: (n) => `另有 ${number(n)} 家媒體報導`,
    update: '後續',
    foreign: (language) => `${language}報導`,
    excerptOnly: '僅有節錄',
    sample: '範例',
    sampleNote: '目前還讀不到真正的新聞來源，以下是 Tidings 自行撰寫的範例新聞。',
    footer: (read, failed) =>
      failed === 0 ? `已讀取 ${number(read)} 個來源` : `已讀取 ${number(read)} 個來源，${number(failed)} 個讀取失敗`,
    onTheWeb: '在網頁上看',
    keyPoints: '重點',
    ask: '提問',
    open: '看原文',
    more: '多一點',
    less: '少一點',
    howToAsk: '在討論串裡提問，我會根據報導回答。',
    empty: '這個頻道本週沒有新的新聞。用`來源`看讀取狀況，用`訂閱`增加來源。',
    nothingNow: '目前沒有新的新聞。之後找到的會放進下一份摘要。',
    nothingFollowed: '這個頻道還沒有訂閱任何內容。試試`訂閱 AI`，或看看`主題`。',
    composing: '正在整理今天的摘要…',
  },

  brief: {
    takeaway: '一句話重點',
    points: '重點',
    happened: '發生了什麼',
    matters: '為什麼重要',
    watch: '接下來看什麼',
    faq: '問與答',
    gauge: (name) => name,
    sources: '資料來源',
    discussion: '討論',
    noDiscussion: '這裡還沒有人問過這則新聞。',
    inferred: '我們的解讀',
    estimate: '推估',
    extract: '未使用語言模型，以下句子直接選自報導。',
    written: '由語言模型根據所引句子撰寫，請對照原文。',
    dropped: (n) => `有 ${number(n)} 項敘述在報導中找不到依據，已略去。`,
    excerptOnly: '這篇報導只讀得到節錄。',
    noBrief: '這篇報導太短，沒有重點整理，請直接看原文。',
  },

  answer: {
    from: (headline) => `關於「${headline}」`,
    closest: '最相關的段落',
    notSaid: '報導裡沒有提到。',
    otherLanguage: (language) => `這篇報導是${language}。沒有語言模型時只能比對字詞，請用${language}提問。`,
    notSaidAnywhere: '近期的新聞裡找不到答案。換個說法、貼上想問的文章連結，或輸入`說明`。',
    elsewhere: '其他新聞提到',
    latestOn: (topic) => `${topic}的最新新聞：`,
    noneOn: (topic) => `這週的摘要裡沒有${topic}的新聞。輸入\`訂閱\`加上名稱即可訂閱。`,
    which: '你指的是哪一則新聞？',
    mentioned: '沒有新聞直接回答這個問題。你指的是這裡面的哪一則嗎？',
    askWhat: (headline) => `關於「${headline}」，你想知道什麼？`,
    askMore: '你想知道什麼？',
    suggestions: '你可以問',
    helpful: '有幫助',
    notHelpful: '沒有幫助',
    thanks: '謝謝，已記下。',
    reading: '正在讀取網頁…',
    working: '正在查閱報導…',
    cannotRead: (reason) => `無法讀取這個網頁（${reason}）。請換一個網址，或貼上文章本身的網址。`,
    noStory: '那則新聞已不再保存。請問較新的新聞，或貼上它的連結。',
    tooMany: (hours) => `今天的問題已達上限，請過 ${number(hours)} 小時再繼續。`,
    extractLabel: '引自報導，未使用語言模型。',
    modelLabel: '由語言模型根據所引句子撰寫。',
    budgetSpent: '今天的語言模型額度已用完，UTC 0 點之前重點與回答都是引文。',
    modelFailed: '語言模型沒有給出站得住腳的回答，因此改引報導原文。',
    truncated: '內容過長，已縮短。',
  },

  settings: {
    following: (what) => `已訂閱${what}。`,
    already: (what) => `先前已經訂閱${what}。`,
    unfollowed: (what) => `已取消訂閱${what}。`,
    notFollowed: (what) => `這個頻道沒有訂閱${what}。用\`清單\`查看已訂閱的內容。`,
    unfollowedAll: '已取消所有訂閱。用`訂閱`可以重新開始。',
    muted: (what) => `已隱藏${what}。用\`取消隱藏\`可以恢復。`,
    unmuted: (what) => `不再隱藏${what}。`,
    notMuted: (what) => `${what}沒有被隱藏。用\`清單\`查看目前的規則。`,
    more: (what) => `之後會多一點這類新聞：${what}。`,
    less: (what) => `之後會少一點這類新聞：${what}。`,
    undo: '復原',
    undone: (what) => `已復原：${what}。`,
    noRule: '沒有這條規則。`清單`上有各規則的編號。',
    firstDigest: (when) => `第一份摘要會在${when}送達。先看一則：`,
    nextDigest: (when) => `下一份摘要會在${when}送達。`,
    time: (time, zone) => `摘要會在 ${time}（${zone}）送達。`,
    zone: (zone, now) => `時區已設為 ${zone}，當地現在是 ${now}。`,
    days: (days) => `推送日：${days}。`,
    stories: (n) => `每份摘要 ${number(n)} 則新聞。`,
    layout: (layout) => `版面：${layout}。`,
    language: '之後會使用繁體中文。',
    quietOn: '安靜模式：之後只在被提及時回答。',
    quietOff: '已關閉安靜模式：討論串裡的追問也會回答。',
    paused: '已暫停推送。用`恢復`重新開始。',
    resumed: (when) => `已恢復推送。下一份摘要會在${when}送達。`,
    forgetAsk: '要刪除這個頻道的所有紀錄（訂閱、設定與對話）嗎？',
    forgetAskBy: (who) => `${who}要求刪除這個頻道的所有紀錄（訂閱、設定與對話）。`,
    forgetYes: '確定刪除',
    forgetNo: '保留',
    forgotten: '已刪除。想重新開始時，再訂閱任何內容即可。',
    kept: '沒有刪除任何資料。',
    forgetLapsed: '目前沒有等待確認的刪除。請先輸入`刪除資料`。',
    onlyAdmins: '只有這個頻道的管理員可以更改設定，但每個人都可以提問。',
    saved: '已儲存。',
    sourceSuggestions: (what) => `有幾個來源符合「${what}」，你要哪一個？`,
    feedsFound: '這個網頁有好幾個來源，你要哪一個？',
    noFeed: (address, reason) => `在 ${address} 找不到 RSS 來源（${reason}）。請貼上來源本身的網址。`,
    looking: '正在尋找 RSS 來源…',
    feedFound: (name) => `找到了${name}的來源。`,
  },

  list: {
    title: '這個頻道的訂閱',
    topics: '主題',
    feeds: '來源',
    keywords: '關鍵字',
    rules: '規則',
    mute: '隱藏',
    more: '多一點',
    less: '少一點',
    nothing: '還沒有，試試`訂閱 AI`',
    schedule: (time, zone, days) => `${days} ${time}（${zone}）`,
    shape: (stories, layout, language) => `最多 ${number(stories)} 則、${layout}、${language}`,
    everyDay: '每天',
    weekdays: '平日',
    weekend: '週末',
    compact: '精簡',
    cards: '卡片',
    paused: '已暫停',
    closed: (reason) => `已停止：${reason}`,
    topicsTitle: '主題',
    topicsHint: '在`訂閱`後面加上名稱即可，用「、」可一次訂閱多個。',
    sourcesTitle: (n) => `${number(n)} 個來源`,
    sourcesNarrow: '加上字詞可以篩選：`來源 NASA`。',
    sourcesFollow: '在`訂閱`後面加上名稱即可訂閱。',
    sourcesNone: (word) => `沒有叫「${word}」的來源。可以貼上網址：\`訂閱 https://…\``,
    andMore: (n) => `還有 ${number(n)} 個`,
  },

  status: {
    title: '狀態',
    next: (when) => `下一份摘要：${when}`,
    none: '目前沒有排定的摘要',
    last: (when, stories) => `上一份摘要：${when}，${number(stories)} 則新聞`,
    skipped: (when) => `${when}的摘要已略過：Tidings 停止運作超過三小時。`,
    sources: (ok, failing) => `這個頻道的來源：${number(ok)} 個正常，${number(failing)} 個讀取失敗`,
    modelHere: (model, use) => `今天這裡的回答（${model}）：${use}`,
    modelShared: (model, use) => `今天所有頻道共用的重點（${model}）：${use}`,
    modelUse: (calls, tokens, cost) => `${number(calls)} 次、${number(tokens)} 個 token、${cost}`,
    priceUnknown: '價格不明',
    modelShort: '今天的語言模型額度所剩不多，UTC 0 點之前重點與回答會較短。',
    noModel: '未使用語言模型：重點與回答都是引文',
    cost: (perMonth, used, total) =>
      total === null
        ? `推送每月約用 ${number(perMonth)} 則訊息`
        : `推送每月約用 ${number(perMonth)} 則訊息；已用 ${number(used)} / ${number(total)} 則`,
    failing: (name, reason) => `${name}：${reason}`,
    unknown: (n) => `有 ${number(n)} 次推送不確定是否送達：見 \`npm run tidings -- deliveries\``,
  },

  notice: {
    feedFailing: (name, reason) => `${name}已經三天讀取失敗（${reason}）。`,
    feedReplacement: (url) => `找到可用的來源：\`訂閱 ${url}\``,
    feedRetired: (name) => `${name}連續 14 天讀取失敗，已停止讀取。用\`取消訂閱\`可以從清單移除。`,
    feedMoved: (name, url) => `${name}已搬到 ${url}，之後會從那裡讀取。`,
    planSteps: (left) => `本月的訊息額度快用完了。接下來會這樣調整：${left}。`,
  },

  plan: {
    ask: (cost, left, total) =>
      `在這裡推播，每月會計為 ${cost} 則訊息（本月額度 ${total} 則，剩 ${left} 則）。要減少次數嗎？還是有人需要時再給？後者不會用到額度。`,
    mondays: '只在週一',
    onRequest: '需要時再給',
    weekly: (day) => `每週一次（${day}）`,
  },

  welcome: {
    hello: '你好，我是 Tidings。我閱讀數百個新聞來源，每天早上送上一份摘要：同一件事只說一次，並附上出處。',
    pick: '選擇想看的內容，或輸入`訂閱`加上主題、來源、網頁或「關鍵字」。',
    askMe: '在新聞的討論串裡提問，我會根據報導回答。',
    askByQuote: '對新聞有疑問時，按「提問」或直接回覆那則訊息，我會根據報導回答。',
    zoneHint: (time, zone) => `摘要在 ${time}（${zone}）送達。用\`時間 07:30\`和\`時區 台北\`可以更改。`,
  },

  help: {
    title: '我能做的事',
    ask: '其他輸入的內容都會當成提問。',
    mention: '在討論串裡，請提及我，或按「提問」。',
    quote: '在群組裡，請提及我、回覆我的訊息，或按「提問」。',
  },

  mistakes: {
    didYouMean: (word, nearest) => `我不認得「${word}」。你是指 \`${nearest}\` 嗎？`,
    unknown: (word) => `我不認得「${word}」。輸入\`說明\`可以看我能做什麼。`,
    missing: (usage) => `好像少了點什麼。例如：\`${usage}\``,
    badTime: (text) => `「${text}」不是時間。例如：\`時間 07:30\`或\`時間 晚上7點\``,
    badZone: (text, nearest) =>
      nearest
        ? `我不認得時區「${text}」。你是指 \`時區 ${nearest}\` 嗎？`
        : `我不認得時區「${text}」。請輸入像 \`Asia/Taipei\` 的名稱，或城市名。`,
    badDays: (text) => `「${text}」不是星期幾。例如：\`星期 平日\`或\`星期 一三五\``,
    badCount: (text) => `「${text}」不是 1 到 12 的數字。例如：\`則數 7\``,
    badLayout: (text) => `沒有「${text}」這種版面。可以選\`版面 精簡\`或\`版面 卡片\`。`,
    badLanguage: (text) => `我不會說「${text}」。可以選英文、日文、繁體中文、韓文或泰文。`,
    badSwitch: (text) => `「${text}」不是\`開\`也不是\`關\`。`,
    badQuery: (text, reason) => `無法搜尋「${text}」（${reason}）。可以用字詞、「片語」、-排除、OR。`,
    unknownSubject: (text, nearest) =>
      nearest
        ? `找不到「${text}」。你是指 \`訂閱 ${nearest}\` 嗎？若要當作關鍵字，請加上引號：\`訂閱 「${text}」\``
        : `找不到「${text}」。若要當作關鍵字，請加上引號：\`訂閱 「${text}」\``,
    likeWhich: '是哪一則？可以說`更多像第3則的新聞`（最近一份摘要的編號），或按新聞下方的拇指。',
    noDigest: '這裡還沒有摘要。輸入`摘要`馬上送上一份。',
    noSuchStory: (n, last) => `上一份摘要沒有第 ${number(n)} 則，只有 ${number(last)} 則。`,
    tooLong: '太長了，我讀不完。請用 2,000 字以內說明。',
    noWords: '我只看得懂文字。可以問我新聞內容，或輸入`說明`。',
    badFile: (reason) => `無法讀取這個檔案（${reason}）。請提供 OPML 檔案。`,
    went: '我們這邊出了點問題，已經記下，請再試一次。',
  },

  opml: {
    imported: (n, known) => `已訂閱 ${number(n)} 個來源，其中 ${number(known)} 個是我們新加入的。`,
    left: (n) => `還有 ${number(n)} 個來源超過單一檔案的上限，沒有訂閱。請把檔案分開再傳一次。`,
    exported: (n) => `已將 ${number(n)} 個來源存成 OPML。`,
    nothing: '這個檔案裡沒有任何來源。',
  },

  why: {
    hint: '分數最高的新聞會進入摘要。',
    sources: (count, hours) =>
      hours < 1 ? `目前有 ${number(count)} 家媒體報導` : `${number(hours)} 小時內有 ${number(count)} 家媒體報導`,
    recent: (hours) => (hours < 1 ? '一小時內的新聞' : `${number(hours)} 小時前的新聞`),
    topic: (label) => `符合訂閱的主題：${label}`,
    feed: (label) => `來自訂閱的來源：${label}`,
    keyword: (label) => `符合訂閱的關鍵字：${label}`,
    more: (label) => `你想多看一點：${label}`,
    less: (label) => `你想少看一點：${label}`,
    language: (language) => `使用你的語言（${language}）`,
    foreign: (language) => `用來補足則數的${language}報導`,
    repeated: (name) => `已經有一則${name}的新聞`,
    update: (title) => `先前送過，後續有新進展：${title}`,
    points: (text, points) => `${text}（${signed(points)}）`,
  },

  whyNot: {
    unknownLink: '沒有任何來源刊登過這個連結。單獨貼上連結，就能針對它提問。',
    notFollowed: (topics) =>
      topics === '' ? '它不符合這個頻道訂閱的任何內容。' : `它屬於${topics}，這個頻道沒有訂閱這些主題。`,
    muted: (rule) => `被規則排除：${rule}。`,
    hadBefore: '這個頻道已經收過，之後也沒有新進展。',
    toldAlready: '今天另一則新聞說的是同一件事。',
    outranked: (rank, limit) => `它排第 ${number(rank)}，而這裡每份摘要只收 ${number(limit)} 則。用\`則數\`可以更改。`,
    tooOld: (hours) => `它是 ${number(hours)} 小時前的新聞，太舊了。`,
    included: (n) => `沒有被排除：現在整理摘要的話，它會是第 ${number(n)} 則。`,
  },

  and: (items) => new Intl.ListFormat('zh-TW', { type: 'conjunction' }).format(items),
  quote: (text) => `「${text}」`,
};
