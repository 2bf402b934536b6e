import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressIn, type Command, parseCommand, readAddress } from '../src/command.ts';
import { type Language, languages, type Weekday } from '../src/model.ts';
import { isZone } from '../src/zone.ts';

const said = (text: string, language: Language = 'en', strict = false) => parseCommand(text, language, strict);

/** Short forms for the tables below. */
const words = (...texts: string[]) => texts.map((text) => ({ kind: 'words' as const, text, quoted: false }));
const quoted = (...texts: string[]) => texts.map((text) => ({ kind: 'words' as const, text, quoted: true }));
const pages = (...urls: string[]) => urls.map((url) => ({ kind: 'address' as const, url }));
const follow = (...texts: string[]): Command => ({ name: 'subscribe', targets: words(...texts) });
const leave = (...texts: string[]): Command => ({ name: 'unsubscribe', targets: words(...texts) });
const at = (time: string): Command => ({ name: 'time', time });
const on = (...days: number[]): Command => ({ name: 'days', days }) as Command;
const speak = (language: Language): Command => ({ name: 'language', language });
const because = (story: number): Command => ({ name: 'why', story, url: null });
const forget = (confirmed: boolean | null): Command => ({ name: 'forget', confirmed });
const bare = (name: 'list' | 'topics' | 'status' | 'digest' | 'pause' | 'resume' | 'export' | 'settings' | 'help') =>
  ({ name }) as Command;

const without = (...days: number[]): Command => ({ name: 'days', days, without: true }) as Command;
const like = (kind: 'more' | 'less', story: number | null): Command => ({ name: 'like', kind, story });
const likeOf = (kind: 'more' | 'less', typed: string, ...texts: string[]): Command => ({
  name: 'like-of',
  kind,
  targets: words(...texts),
  typed,
});
const silence = (...queries: string[]): Command => ({ name: 'mute', queries });

const commands: Record<Language, [string, Command][]> = {
  en: [
    ['no digest on sunday', without(7)],
    ['pause until monday', bare('pause')],
    ['no digest for a week please', bare('pause')],
    ['when do you send it?', bare('status')],
    ['which model do you use?', bare('status')],
    ['digest only on monday, wednesday and friday', on(1, 3, 5)],
    ['sub to chips, science please', follow('chips', 'science')],
    ['subscribe to everything', bare('topics')],
    ['whats in todays digest', bare('digest')],
    ["what's in my digest?", bare('digest')],
    ['summarize everything', bare('digest')],
    ['set digest time to 6pm', at('18:00')],
    ['I only want 3 stories', { name: 'stories', count: 3 }],
    ["don't show me stuff about bitcoin", silence('bitcoin')],
    ['more stories like number 2', like('more', 2)],
    ["don't send on weekends", without(6, 7)],
    ['no news on saturdays and sundays', without(6, 7)],
    ['skip friday', without(5)],
    ['mute sundays', without(7)],
    ['mute sun', { name: 'mute', queries: ['sun'] }],
    ['time half past seven', at('07:30')],
    ['every day at half past seven', at('07:30')],
    ['every morning at eight', at('08:00')],
    ['send it at seven', at('07:00')],
    ['can you send it at 9 instead?', at('09:00')],
    ['more like this', like('more', null)],
    ['more like story 2 please', like('more', 2)],
    ['less like 3', like('less', 3)],
    ['less sports', likeOf('less', 'less sports', 'sports')],
    ['fewer crypto stories please', likeOf('less', 'fewer crypto stories please', 'crypto')],
    ['I want less of politics, gaming', likeOf('less', 'I want less of politics, gaming', 'politics', 'gaming')],
    ["don't show me so much football", likeOf('less', "don't show me so much football", 'football')],
    ['more science news', likeOf('more', 'more science news', 'science')],
    ['no more sports', silence('sports')],
    ["I don't like politics", silence('politics')],
    ['stop sending me sports', silence('sports')],
    ['stop sending me messages', bare('pause')],
    ['why did I get this?', { name: 'why', story: null, url: null }],
    ['delete my account', forget(null)],
    ['in japanese please', speak('ja')],
    ['menu', bare('help')],
    ['help me', bare('help')],
    ['subscribe ai', follow('ai')],
    ['Subscribe AI', follow('AI')],
    ['follow: ai', follow('ai')],
    ['  sub   ai ,  chips ', follow('ai', 'chips')],
    ['subscribe ai, chips、space，robots', follow('ai', 'chips', 'space', 'robots')],
    ['subscribe #ai', follow('ai')],
    ['subscribe ai, , ,', follow('ai')],
    ['subscribe "solid state"', { name: 'subscribe', targets: quoted('solid state') }],
    [
      'subscribe “solid state, cells”, ai',
      { name: 'subscribe', targets: [...quoted('solid state, cells'), ...words('ai')] },
    ],
    ['subscribe 「全固体、電池」', { name: 'subscribe', targets: quoted('全固体、電池') }],
    ['subscribe chips -nvidia', { name: 'subscribe', targets: quoted('chips -nvidia') }],
    ['subscribe tesla OR rivian', { name: 'subscribe', targets: quoted('tesla OR rivian') }],
    ['subscribe "ai', { name: 'subscribe', targets: quoted('"ai') }],
    ['subscribe https://example.org/feed.xml', { name: 'subscribe', targets: pages('https://example.org/feed.xml') }],
    ['subscribe example.org', { name: 'subscribe', targets: pages('https://example.org/') }],
    ['subscribe example.org/news?x=1', { name: 'subscribe', targets: pages('https://example.org/news?x=1') }],
    [
      'subscribe <https://example.org/a,b|the, feed>, ai',
      { name: 'subscribe', targets: [...pages('https://example.org/a,b'), ...words('ai')] },
    ],
    [
      'subscribe https://a.example/x https://b.example/y',
      { name: 'subscribe', targets: pages('https://a.example/x', 'https://b.example/y') },
    ],
    ['subscribe node.js', follow('node.js')],
    ['subscribe GPT-5.1', follow('GPT-5.1')],
    ['subscribe 🚀', follow('🚀')],
    ['subscribe ftp://example.org/x', follow('ftp://example.org/x')],
    ['subscribe javascript:alert(1)', follow('javascript:alert(1)')],
    ['`subscribe ai`', follow('ai')],
    ['/tidings subscribe ai', follow('ai')],
    ['/subscribe ai', follow('ai')],
    ['!subscribe ai', follow('ai')],
    ['ｓｕｂｓｃｒｉｂｅ　ＡＩ', follow('AI')],
    ['sub\u200bscribe\u2060 ai\ufeff', follow('ai')],
    ['\u202esubscribe ai\u202c', follow('ai')],
    ['subscribe\n\tai', follow('ai')],
    ['subscribe to ai', follow('ai')],
    ['please subscribe to ai, chips', follow('ai', 'chips')],
    ['follow news about mars', follow('mars')],
    ['unsubscribe ai', leave('ai')],
    ['unsubscribe from ai', leave('ai')],
    ['stop following ai', leave('ai')],
    ['no more celebrity news', { name: 'mute', queries: ['celebrity'] }],
    ['set the time to 7:30', at('07:30')],
    ['change language to japanese', speak('ja')],
    ['speak Japanese', speak('ja')],
    ['weekdays only', on(1, 2, 3, 4, 5)],
    ['only mon, wed', on(1, 3)],
    ['days monday to friday', on(1, 2, 3, 4, 5)],
    ['days mon through wed, sun', on(1, 2, 3, 7)],
    ['follow NASA please', follow('NASA')],
    ['I want to follow climate', follow('climate')],
    ["I'd like news about climate", follow('climate')],
    ['Can you send it at 6 am?', at('06:00')],
    ['could you stop following ai please?', leave('ai')],
    ['how do I change the time?', bare('settings')],
    ['change time', bare('settings')],
    ['how can I mute celebrities?', bare('help')],
    ['what am I following?', bare('list')],
    ['when is the next digest?', bare('status')],
    ['which topics can I follow?', bare('topics')],
    ['what sources do you have', { name: 'sources', word: null }],
    ['digest at 8', at('08:00')],
    ['weekend only', on(6, 7)],
    ['not on weekends', on(1, 2, 3, 4, 5)],
    ['turn off', bare('pause')],
    ['unfollow everything, please', { name: 'unsubscribe-all' }],
    ['please follow ai please', follow('ai')],
    ['stop ai', leave('ai')],
    ['stop sending news', bare('pause')],
    ['stop the digests please', bare('pause')],
    ['mornings 8', at('08:00')],
    ['every morning 8am', at('08:00')],
    ['daily at 9', at('09:00')],
    ['8am every day', at('08:00')],
    ['send it at 7pm', at('19:00')],
    ['evenings at 7', at('19:00')],
    ['time 7:30 JST', { name: 'time', time: '07:30', zone: 'Asia/Tokyo' }],
    ['time 8 pm in new york', { name: 'time', time: '20:00', zone: 'America/New_York' }],
    ['my timezone is Paris', { name: 'timezone', zone: 'Europe/Paris' }],
    ['5 stories a day', { name: 'stories', count: 5 }],
    ['why is story 3 here?', because(3)],
    ['@Tidings help', bare('help')],
    ['?', bare('help')],
    ['only on weekends', on(6, 7)],
    ['be quiet', { name: 'quiet', on: true }],
    ['show me the topics', bare('topics')],
    ['what do we follow?', bare('list')],
    ['what can you do?', bare('help')],
    ['delete my data', forget(null)],
    ['remove ai, chips', leave('ai', 'chips')],
    ['unsubscribe all', { name: 'unsubscribe-all' }],
    ['unsubscribe everything.', { name: 'unsubscribe-all' }],
    ['mute "celebrity", gossip', { name: 'mute', queries: ['"celebrity"', 'gossip'] }],
    ['unmute "celebrity"', { name: 'unmute', queries: ['"celebrity"'] }],
    ['undo 2', { name: 'undo', rule: 2 }],
    ['undo #12', { name: 'undo', rule: 12 }],
    ['list', bare('list')],
    ['LIST.', bare('list')],
    ['list please', bare('list')],
    ['topics', bare('topics')],
    ['status?', bare('status')],
    ['digest', bare('digest')],
    ['today', bare('digest')],
    ['send me the news', bare('digest')],
    ['what’s new?', bare('digest')],
    ['What is the news today?', bare('digest')],
    ['pause', bare('pause')],
    ['stop!', bare('pause')],
    ['resume', bare('resume')],
    ['export', bare('export')],
    ['settings', bare('settings')],
    ['help', bare('help')],
    ['help?', bare('help')],
    ['sources', { name: 'sources', word: null }],
    ['sources?', { name: 'sources', word: null }],
    ['sources nasa', { name: 'sources', word: 'nasa' }],
    ['sources "ars technica"', { name: 'sources', word: 'ars technica' }],
    ['time 07:30', at('07:30')],
    ['time 7', at('07:00')],
    ['time 0730', at('07:30')],
    ['time 7am', at('07:00')],
    ['time 12am', at('00:00')],
    ['time 12 pm', at('12:00')],
    ['time 7.30pm', at('19:30')],
    ['time 7:30 p.m.', at('19:30')],
    ['time noon', at('12:00')],
    ['time: ７：３０', at('07:30')],
    ['every morning at 7:30', at('07:30')],
    ['timezone Asia/Tokyo', { name: 'timezone', zone: 'Asia/Tokyo' }],
    ['tz new york', { name: 'timezone', zone: 'America/New_York' }],
    ['timezone utc', { name: 'timezone', zone: 'UTC' }],
    ['days mon-fri', on(1, 2, 3, 4, 5)],
    ['days fri - mon', on(1, 5, 6, 7)],
    ['days mon, wed and fri', on(1, 3, 5)],
    ['days weekdays and sat', on(1, 2, 3, 4, 5, 6)],
    ['days Mondays Mondays', on(1)],
    ['days weekends', on(6, 7)],
    ['days every day', on(1, 2, 3, 4, 5, 6, 7)],
    ['days 月水金', on(1, 3, 5)],
    ['stories 7', { name: 'stories', count: 7 }],
    ['stories １２', { name: 'stories', count: 12 }],
    ['layout cards', { name: 'layout', layout: 'cards' }],
    ['layout compact', { name: 'layout', layout: 'compact' }],
    ['language ja', speak('ja')],
    ['language Japanese', speak('ja')],
    ['lang zh-Hant', speak('zh-TW')],
    ['language 日本語', speak('ja')],
    ['quiet', { name: 'quiet', on: true }],
    ['quiet off', { name: 'quiet', on: false }],
    ['forget', forget(null)],
    ['forget yes', forget(true)],
    ['forget no', forget(false)],
    ['ask what happened to chip prices?', { name: 'ask', question: 'what happened to chip prices?' }],
    ['why 3', because(3)],
    ['why #3?', because(3)],
    ['why https://example.org/a', { name: 'why', story: null, url: 'https://example.org/a' }],
    ['import', { name: 'import', url: null }],
    ['import <https://example.org/f.opml>', { name: 'import', url: 'https://example.org/f.opml' }],
    ['購読 AI', follow('AI')],
    ['구독 AI', follow('AI')],
  ],
  ja: [
    ['日曜はいらない', without(7)],
    ['土日はいりません', without(6, 7)],
    ['土日は配信しないで', without(6, 7)],
    ['土曜と日曜は送らないで', without(6, 7)],
    ['こういうのをもっと', like('more', null)],
    ['3番のような記事をもっと', like('more', 3)],
    ['政治のニュースを減らして', likeOf('less', '政治のニュースを減らして', '政治')],
    ['ゲームを少なめにしてください', likeOf('less', 'ゲームを少なめにしてください', 'ゲーム')],
    ['科学のニュースをもっと', likeOf('more', '科学のニュースをもっと', '科学')],
    ['購読 AI、「全固体電池」', { name: 'subscribe', targets: [...words('AI'), ...quoted('全固体電池')] }],
    ['購読AI', follow('AI')],
    ['AIを購読', follow('AI')],
    ['ＡＩを購読', follow('AI')],
    ['AIと半導体を購読して', follow('AI', '半導体')],
    ['ふるさと納税を購読してください', follow('ふるさと納税')],
    ['AIのニュース', follow('AI')],
    ['AIのニュースを追加して', follow('AI')],
    ['AI、半導体のニュースを送って', follow('AI', '半導体')],
    ['円安についてのニュースを届けてください', follow('円安')],
    ['はやぶさのニュース', follow('はやぶさ')],
    ['AIを解除', leave('AI')],
    ['AIの購読をやめて', leave('AI')],
    ['AIを削除して', leave('AI')],
    ['全部解除', { name: 'unsubscribe-all' }],
    ['芸能をミュートして', { name: 'mute', queries: ['芸能'] }],
    ['芸能は見たくない', { name: 'mute', queries: ['芸能'] }],
    ['芸能のミュートを解除して', { name: 'unmute', queries: ['芸能'] }],
    ['今日', bare('digest')],
    ['今日のニュース', bare('digest')],
    ['ニュースを見せて', bare('digest')],
    ['ニュースある？', bare('digest')],
    ['毎朝7時半', at('07:30')],
    ['毎朝7時半に送って', at('07:30')],
    ['7時半にして', at('07:30')],
    ['配信時刻は午後7時にして', at('19:00')],
    ['毎晩8時に届けて', at('20:00')],
    ['時刻　７：３０', at('07:30')],
    ['時刻 夜12時', at('00:00')],
    ['時刻 昼1時', at('13:00')],
    ['時刻 七時半', at('07:30')],
    ['平日だけ', on(1, 2, 3, 4, 5)],
    ['土日は休み', without(6, 7)],
    ['月水金だけ', on(1, 3, 5)],
    ['金曜だけ', on(5)],
    ['通知を止めて', bare('pause')],
    ['時間を変えたい', bare('settings')],
    ['https://example.org/feedを購読して', { name: 'subscribe', targets: pages('https://example.org/feed') }],
    ['「AI」を購読', { name: 'subscribe', targets: quoted('AI') }],
    ['曜日月水金', on(1, 3, 5)],
    ['曜日 平日と土曜', on(1, 2, 3, 4, 5, 6)],
    ['曜日 月〜金', on(1, 2, 3, 4, 5)],
    ['タイムゾーン東京', { name: 'timezone', zone: 'Asia/Tokyo' }],
    ['表示カード', { name: 'layout', layout: 'cards' }],
    ['コンパクトにして', { name: 'layout', layout: 'compact' }],
    ['英語にして', speak('en')],
    ['言語 英語', speak('en')],
    ['5件にして', { name: 'stories', count: 5 }],
    ['件数 5件', { name: 'stories', count: 5 }],
    ['静かにして', { name: 'quiet', on: true }],
    ['一時停止して', bare('pause')],
    ['一時停止を解除して', bare('resume')],
    ['再開して', bare('resume')],
    ['データを全部消して', forget(null)],
    ['データ削除 はい', forget(true)],
    ['なぜ3', because(3)],
    ['3番はなぜ？', because(3)],
    ['2を取り消して', { name: 'undo', rule: 2 }],
    ['一覧を見せて', bare('list')],
    ['何を購読してる？', bare('list')],
    ['何ができる？', bare('help')],
    ['AIのニュースを止めて', leave('AI')],
    ['英語で', speak('en')],
    ['東京時間で', { name: 'timezone', zone: 'Asia/Tokyo' }],
    ['質問 半導体はどうなった？', { name: 'ask', question: '半導体はどうなった?' }],
    ['書き出し', bare('export')],
    ['subscribe ai', follow('ai')],
  ],
  'zh-TW': [
    ['週日不要傳', without(7)],
    ['不要體育新聞', silence('體育')],
    ['星期日不要', without(7)],
    ['不要星期六', without(6)],
    ['週末不用', without(6, 7)],
    ['禮拜天都不要了', without(7)],
    ['更多這樣的新聞', like('more', null)],
    ['更多像第3則的新聞', like('more', 3)],
    ['少一點政治新聞', likeOf('less', '少一點政治新聞', '政治')],
    ['體育少一點', likeOf('less', '體育少一點', '體育')],
    ['想看更多科學新聞', likeOf('more', '想看更多科學新聞', '科學')],
    ['訂閱AI', follow('AI')],
    ['訂閱 AI、半導體', follow('AI', '半導體')],
    ['訂閱人工智慧', follow('人工智慧')],
    ['幫我訂閱科技新聞', follow('科技')],
    ['AI的新聞', follow('AI')],
    ['取消訂閱體育新聞', leave('體育')],
    ['取消所有訂閱', { name: 'unsubscribe-all' }],
    ['隱藏娛樂新聞', { name: 'mute', queries: ['娛樂'] }],
    ['隱藏「名人」', { name: 'mute', queries: ['「名人」'] }],
    ['不想看娛樂新聞', { name: 'mute', queries: ['娛樂'] }],
    ['今天有什麼新聞？', bare('digest')],
    ['看今天的新聞', bare('digest')],
    ['每天早上7點半', at('07:30')],
    ['每天早上七點', at('07:00')],
    ['改成晚上8點', at('20:00')],
    ['時間 下午3點', at('15:00')],
    ['時間早上7點', at('07:00')],
    ['時間 晚上12點', at('00:00')],
    ['時區台北', { name: 'timezone', zone: 'Asia/Taipei' }],
    ['語言英文', speak('en')],
    ['改成英文', speak('en')],
    ['星期一三五', on(1, 3, 5)],
    ['星期 週一到週五', on(1, 2, 3, 4, 5)],
    ['只在平日推送', on(1, 2, 3, 4, 5)],
    ['每天5則', { name: 'stories', count: 5 }],
    ['版面卡片', { name: 'layout', layout: 'cards' }],
    ['暫停一下', bare('pause')],
    ['恢復推送', bare('resume')],
    ['刪除資料 是', forget(true)],
    ['為什麼3', because(3)],
    ['第3則為什麼入選？', because(3)],
    ['我訂閱了什麼？', bare('list')],
    ['订阅 AI', follow('AI')],
    ['復原2', { name: 'undo', rule: 2 }],
  ],
  ko: [
    ['일요일에는 보내지 마세요', without(7)],
    ['스포츠 뉴스는 그만', silence('스포츠')],
    ['음소거 연예', silence('연예')],
    ['음소거 해제 연예', { name: 'unmute', queries: ['연예'] }],
    ['일요일은 필요 없어요', without(7)],
    ['일요일은 빼고', without(7)],
    ['토요일 말고요', without(6)],
    ['주말 제외', without(6, 7)],
    ['이런 기사 더 보여줘', like('more', null)],
    ['3번 같은 소식을 더', like('more', 3)],
    ['정치 기사는 덜 보여줘', likeOf('less', '정치 기사는 덜 보여줘', '정치')],
    ['스포츠 줄여줘', likeOf('less', '스포츠 줄여줘', '스포츠')],
    ['과학 뉴스 더 보여줘', likeOf('more', '과학 뉴스 더 보여줘', '과학')],
    ['AI 구독', follow('AI')],
    ['AI 뉴스 구독해 주세요', follow('AI')],
    ['AI와 반도체 구독해줘', follow('AI', '반도체')],
    ['반도체 소식 보내줘', follow('반도체')],
    ['AI 구독 취소', leave('AI')],
    ['모두 구독 취소', { name: 'unsubscribe-all' }],
    ['연예 뉴스 안 볼래', { name: 'mute', queries: ['연예'] }],
    ['연예 숨김 해제', { name: 'unmute', queries: ['연예'] }],
    ['오늘의 뉴스 보여줘', bare('digest')],
    ['매일 아침 7시 반에 보내줘', at('07:30')],
    ['매일 저녁 8시에 보내줘', at('20:00')],
    ['시간 오전 7시', at('07:00')],
    ['시간 오후 7시 30분', at('19:30')],
    ['평일에만 보내줘', on(1, 2, 3, 4, 5)],
    ['요일 월수금', on(1, 3, 5)],
    ['시간대 서울', { name: 'timezone', zone: 'Asia/Seoul' }],
    ['영어로 해줘', speak('en')],
    ['5개로 해줘', { name: 'stories', count: 5 }],
    ['카드로 보여줘', { name: 'layout', layout: 'cards' }],
    ['일시정지해줘', bare('pause')],
    ['재개해줘', bare('resume')],
    ['데이터 삭제해줘', forget(null)],
    ['3번은 왜?', because(3)],
    ['목록 보여줘', bare('list')],
  ],
  th: [
    ['ไม่ต้องส่งวันอาทิตย์', without(7)],
    ['5 เรื่อง', { name: 'stories', count: 5 }],
    ['ไม่เอาวันอาทิตย์', without(7)],
    ['ยกเว้นเสาร์อาทิตย์ครับ', without(6, 7)],
    ['เสาร์อาทิตย์ไม่ต้องส่งครับ', without(6, 7)],
    ['ขอข่าวแบบนี้อีก', like('more', null)],
    ['ขอข่าวแบบข่าวที่ 3อีก', like('more', 3)],
    ['ลดข่าวการเมืองหน่อย', likeOf('less', 'ลดข่าวการเมืองหน่อย', 'การเมือง')],
    ['ข่าวกีฬาน้อยลง', likeOf('less', 'ข่าวกีฬาน้อยลง', 'กีฬา')],
    ['ขอข่าววิทยาศาสตร์เพิ่ม', likeOf('more', 'ขอข่าววิทยาศาสตร์เพิ่ม', 'วิทยาศาสตร์')],
    ['ติดตาม AI', follow('AI')],
    ['ติดตามข่าวเทคโนโลยี', follow('เทคโนโลยี')],
    ['ข่าวเทคโนโลยี', follow('เทคโนโลยี')],
    ['เลิกติดตามข่าวกีฬา', leave('กีฬา')],
    ['ไม่เอาข่าวดารา', { name: 'mute', queries: ['ดารา'] }],
    ['ข่าววันนี้', bare('digest')],
    ['ขอดูข่าววันนี้หน่อยครับ', bare('digest')],
    ['ทุกเช้า 7 โมง', at('07:00')],
    ['ทุกวันเวลา 07.30 น.', at('07:30')],
    ['เวลา 3 ทุ่ม', at('21:00')],
    ['เวลา บ่าย 2', at('14:00')],
    ['เวลา 6 โมงเย็น', at('18:00')],
    ['เวลา ตี 5', at('05:00')],
    ['เวลา เที่ยงคืน', at('00:00')],
    ['วัน จันทร์-ศุกร์', on(1, 2, 3, 4, 5)],
    ['เฉพาะวันธรรมดา', on(1, 2, 3, 4, 5)],
    ['ภาษาอังกฤษ', speak('en')],
    ['จำนวน 5', { name: 'stories', count: 5 }],
    ['หยุดส่งข่าวก่อนนะครับ', bare('pause')],
    ['ลบข้อมูล', forget(null)],
    ['ทำไมเลือกข่าวที่ 3', because(3)],
    ['นำเข้า', { name: 'import', url: null }],
    ['คำสั่ง', bare('help')],
  ],
};

const questions: Record<Language, string[]> = {
  en: [
    'who won',
    'less is more',
    'no deaths on sunday?',
    'remind me what the study said',
    "i don't want this",
    'delete history of Rome',
    'why is this here?',
    'time and again, why do chips overheat?',
    'why did the bank raise rates?',
    'why did the bank raise rates',
    'list of affected versions?',
    'list of affected versions',
    'time 7:30 in heaven and other stories of the week',
    'stop by the office and ask what it costs',
    'hello, what is new about Tesla?',
    'thanks to whom did it work?',
    'nice is a city in France',
    'can you show how the tunnel was built, and who paid for it and when?',
    'could you remove the tumour?',
    'how can we stop climate change?',
    'I want peace',
    'news about Mars?',
    'follow the money: what does it mean?',
    'sources say the deal is off',
    'language models are getting cheaper, why?',
    'today the bank raised its rates',
    'block the plan that the board put forward today',
    'stop?',
    'why',
    'why?',
    'forget it',
    'ask?',
    'status of the merger',
    'please explain the ruling',
    'what do they follow?',
    'set the record straight',
    'meta',
    'Mars',
    'what does Ōmura’s ruling mean?',
    '7:30',
  ],
  ja: [
    'AIのニュースはいつ届く？',
    'AIのニュースはいつ届く',
    '購読者数の推移は？',
    '購読者数が減った理由',
    '今日の天気',
    '時間がない',
    '時間帯を教えて',
    'なぜ株価が上がった',
    'なぜ',
    '理由は？',
    'どんなニュース？',
    'どうやってAIを購読するの',
    'AIのニュースを教えて',
    '7時半',
    '平日',
    'この話題について詳しく',
  ],
  'zh-TW': [
    '訂閱人數下降的原因',
    '為什麼股市下跌',
    '今天股市為什麼下跌？',
    '時間不夠',
    '新聞自由是什麼',
    '請問台積電股價',
    '假新聞',
    '看到這則新聞',
    '隱藏成本',
    '排除萬難',
    '1937 年发表了什么文章',
    '這則新聞',
    '晚上8點',
    '平日',
  ],
  ko: [
    '왜 환율이 올랐어',
    '오늘 환율 왜 올랐어?',
    '시간이 없다',
    '뉴스가 뭐야?',
    '이게 무슨 뉴스',
    '왜 AI 구독이 안 되나요?',
    '7시',
    '평일',
  ],
  th: ['ทำไมหุ้นตก', 'ข่าวนี้จริงไหม', 'วันนี้อากาศเป็นอย่างไร', 'ข่าวปลอมคืออะไร', 'เพิ่มเติม'],
};

const mistakes: [string, Language, string][] = [
  ['lsit', 'en', '`list`'],
  ['digets', 'en', '`digest`'],
  ['subscrib ai', 'en', '`subscribe ai`'],
  ['unsubcribe ai', 'en', '`unsubscribe ai`'],
  ['timzone tokyo', 'en', '`timezone tokyo`'],
  ['hepl', 'en', '`help`'],
  ['subscribe', 'en', '`subscribe ai'],
  ['subscribe ,', 'en', '`subscribe ai'],
  ['subscribe "', 'en', '`subscribe ai'],
  ['unsubscribe', 'en', '`unsubscribe ai`'],
  ['mute', 'en', '`mute "celebrity"`'],
  ['undo', 'en', '`undo 2`'],
  ['undo it', 'en', '`undo 2`'],
  ['time', 'en', '`time 07:30`'],
  ['time 25:00', 'en', '25:00'],
  ['time 7:75', 'en', '7:75'],
  ['time 24:00', 'en', '24:00'],
  ['time -1', 'en', '-1'],
  ['timezone', 'en', '`timezone Asia/Tokyo`'],
  ['timezone Tokio', 'en', '`timezone Asia/Tokyo`'],
  ['timezone constructor', 'en', 'constructor'],
  ['days', 'en', '`days weekdays`'],
  ['days someday', 'en', 'someday'],
  ['days mon-someday', 'en', 'mon-someday'],
  ['stories', 'en', '`stories 7`'],
  ['stories 0', 'en', '1 to 12'],
  ['stories 13', 'en', '1 to 12'],
  ['stories 7.5', 'en', '7.5'],
  ['layout', 'en', '`layout compact`'],
  ['layout huge', 'en', '`layout cards`'],
  ['language klingon', 'en', 'klingon'],
  ['language zh-CN', 'en', 'zh-TW'],
  ['quiet maybe', 'en', '`off`'],
  ['ask', 'en', '`ask '],
  ['購読したい', 'ja', '`購読 AI'],
  ['購読を解除したい', 'ja', '`解除 AI`'],
  ['質問があります', 'ja', '`質問 '],
  ['import that', 'en', '`import '],
  ['time `x`', 'en', "'x'"],
  ['ダイジスト', 'ja', '`ダイジェスト`'],
  ['時刻 25時', 'ja', '「25時」'],
  ['時刻', 'ja', '`時刻 7:30`'],
  ['購読', 'ja', '`購読 AI'],
  ['件数 99', 'ja', '`件数 7`'],
  ['時間 25點', 'zh-TW', '「25點」'],
  ['시간 25시', 'ko', '25시'],
  ['다이재스트', 'ko', '`다이제스트`'],
  ['เวลา 25:00', 'th', '25:00'],
];

describe.for(languages)('in %s', (language) => {
  test.for(commands[language])('%s is a command', ([text, command]) => {
    expect(said(text, language)).toEqual({ kind: 'command', command });
  });

  test.for(questions[language].map((text) => [text] as const))('%s is a question', ([text]) => {
    expect(said(text, language).kind).toBe('question');
  });
});

test('what is understood in one channel is understood in every other', () => {
  for (const language of languages)
    for (const other of languages) {
      for (const [text, command] of commands[language])
        expect([text, said(text, other)]).toEqual([text, { kind: 'command', command }]);
      for (const text of questions[language]) expect([text, said(text, other).kind]).toEqual([text, 'question']);
    }
});

test.for(mistakes)('%s (%s) is a mistake that names %s', ([text, language, says]) => {
  const parsed = said(text, language);
  expect(parsed).toMatchObject({ kind: 'mistake' });
  expect(parsed.kind === 'mistake' && parsed.say).toContain(says);
});

test.for([
  ['hi!', 'greeting'],
  ['Good morning everyone 👋', 'greeting'],
  ['who are you?', 'greeting'],
  ['Hello there, what are you?', 'greeting'],
  ['こんにちは', 'greeting'],
  ['你好！', 'greeting'],
  ['안녕하세요', 'greeting'],
  ['สวัสดีครับ', 'greeting'],
  ['thanks!', 'thanks'],
  ["you're great", 'thanks'],
  ['Great, thank you so much 🙏', 'thanks'],
  ['ok', 'thanks'],
  ['ありがとうございます。', 'thanks'],
  ['謝謝你', 'thanks'],
  ['감사합니다', 'thanks'],
  ['ขอบคุณครับ', 'thanks'],
  ['👍🏽', 'thanks'],
] as const)('%s is %s, in every language', ([text, kind]) => {
  for (const language of languages) expect(said(text, language)).toEqual({ kind });
});

test.for([
  ['shorter please', 'layout compact'],
  ['can you translate this?', 'language ja'],
  ['translate to japanese', 'language ja'],
  ['remind me at 8', 'time 08:00'],
  ['twice a day', 'days mon wed fri'],
  ['もっと短く', 'layout compact'],
  ['太長了', 'layout compact'],
  ['기사를 번역해 줘', null],
  ['번역해 줘', 'language ja'],
  ['แปลข่าวนี้ให้หน่อย', 'language ja'],
] as const)('%s is a wish that is told of %s', ([text, says]) => {
  if (says === null) expect(said(text)).toMatchObject({ kind: 'question' });
  else expect(said(text)).toMatchObject({ kind: 'hint', say: expect.stringContaining(says) });
});

test.for(['lol', 'no', 'hm', '👨‍👩‍👧', 'next', 'never mind', '🤷‍♂️', '笑', '嗯', 'ㅋㅋㅋ', '5555'])(
  '%s asks for nothing',
  (text) => {
    expect(said(text)).toMatchObject({ kind: 'chatter' });
  },
);

test.for(['!!!', '…', '— —', '<>'])('%s has nothing to read', (text) => {
  expect(said(text)).toMatchObject({ kind: 'mistake', say: expect.stringContaining('only read words') });
});

test('behind a slash a word that is no command is a mistake, not talk', () => {
  expect(said('/foo')).toMatchObject({ kind: 'mistake', say: expect.stringContaining('“foo”') });
  expect(said('/tidings foo')).toMatchObject({ kind: 'mistake' });
  expect(said('/tidings what happened in Oslo?')).toEqual({ kind: 'question', text: 'what happened in Oslo?' });
});

test.for(['', ' ', '\n\t', '\u200b\u2060\ufeff', '\u202e\u202c', '/tidings', '``'])('%j is nothing', (text) => {
  expect(said(text)).toEqual({ kind: 'nothing' });
});

test('a question keeps its words, but for what cannot be seen', () => {
  expect(said('why\u200b do  chips\noverheat\u202e?')).toEqual({ kind: 'question', text: 'why do chips overheat?' });
});

test('Thai vowels stay whole', () => {
  expect(said('ทำไมน้ำท่วม', 'th')).toEqual({ kind: 'question', text: 'ทำไมน้ำท่วม' });
});

test.for(['subscribe ', ' ', '`', '\u200b', '！', 'é'])('100,000 characters of %j are too long', (piece) => {
  expect(said(piece.repeat(100_000 / piece.length))).toMatchObject({ kind: 'mistake' });
});

test.for(['a', '`', '“', '"a', '<', 'a.', 'と', '購読', 'ข่าว', 'AI ', 'subscribe ', '-'])(
  '2,000 characters of %j behind any command are read at once',
  (piece) => {
    for (const start of ['', 'subscribe ', 'mute ', 'days ', 'time ', 'timezone ', 'why https://']) {
      const text = `${start}${piece.repeat(2_000)}`.slice(0, 1_998).concat('x');
      const least = Math.min(...[1, 2, 3].map(() => msOf(() => said(text))));
      expect([start, least < 50]).toEqual([start, true]);
    }
  },
);

function msOf(run: () => void): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

test('what an error repeats is short', () => {
  const parsed = said(`time ${'x'.repeat(1_500)}`);
  expect(parsed.kind === 'mistake' && parsed.say.length).toBeLessThan(200);
});

describe('as a slash command', () => {
  test('a word that is no command is a mistake that shows help', () => {
    expect(said('banana', 'en', true)).toMatchObject({ kind: 'mistake', say: expect.stringContaining('`help`') });
  });

  test('why needs a number or a link', () => {
    expect(said('why', 'en', true)).toMatchObject({ kind: 'mistake', say: expect.stringContaining('`why 3`') });
  });

  test('a sentence is a question', () => {
    expect(said('what happened to chip prices?', 'en', true).kind).toBe('question');
    expect(said('why did the bank raise rates?', 'en', true).kind).toBe('question');
  });

  test('a long value is still that command’s mistake', () => {
    expect(said('time as early as you can manage it', 'en', true).kind).toBe('mistake');
  });
});

test.for([
  ['https://example.org/a', 'https://example.org/a'],
  ['HTTPS://EXAMPLE.org', 'https://example.org/'],
  ['<https://example.org/a|a>', 'https://example.org/a'],
  ['example.org', 'https://example.org/'],
  ['sub.example.co.jp/x', 'https://sub.example.co.jp/x'],
  ['https://example.org/a b', null],
  ['ftp://example.org', null],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['3.5', null],
  ['v2.0', null],
  ['next.js', null],
  ['https://', null],
  ['example', null],
] as const)('the address of %s is %s', ([text, url]) => {
  expect(readAddress(text)).toBe(url);
});

test.for([
  ['see https://example.org/a.', 'https://example.org/a'],
  ['(https://example.org/a)', 'https://example.org/a'],
  ['「https://example.org/a」です', 'https://example.org/a'],
  ['<https://example.org/a|that>', 'https://example.org/a'],
  ['https://example.org/aについて教えて', 'https://example.org/a'],
  ['https://example.org/a?b=c&d=1, or not', 'https://example.org/a?b=c&d=1'],
  ['https://ja.example.org/wiki/日本', 'https://ja.example.org/wiki/日本'],
  ['http://', null],
  ['ftp://example.org', null],
  ['look: www.news.example/a, quick', 'https://www.news.example/a'],
  ['www. is a prefix', null],
  ['me@www.news.example', null],
  ['no address', null],
] as const)('in %s stands %s', ([text, url]) => {
  expect(addressIn(text)).toBe(url);
});

describe('of any string', () => {
  const pieces = Object.values(commands)
    .flat()
    .flatMap(([text]) => text.split(/(?<= )|(?<=[をにの、])/u));
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.constantFrom(...pieces, ...'"“”「」<>|`,、?:-0123456789'), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );

  test('a command has values in range, a mistake says something, a question asks something', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...languages), fc.boolean(), (text, language, strict) => {
        const parsed = parseCommand(text, language, strict);
        if (parsed.kind === 'mistake') expect(parsed.say).not.toBe('');
        if (parsed.kind === 'question') expect(parsed.text).not.toBe('');
        if (parsed.kind === 'command') expectInRange(parsed.command);
      }),
      { numRuns: 3_000 },
    );
  });

  test('what is seen again is read the same', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(parseCommand(`  ${text}\u200b `, 'en')).toEqual(parseCommand(text, 'en'));
      }),
      { numRuns: 1_000 },
    );
  });
});

function expectInRange(command: Command): void {
  if (command.name === 'time') expect(command.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
  if (command.name === 'timezone') expect(isZone(command.zone)).toBe(true);
  if (command.name === 'days')
    expect([1, 2, 3, 4, 5, 6, 7].filter((day) => command.days.includes(day as Weekday))).toEqual(command.days);
  if (command.name === 'stories') expect(Math.min(12, Math.max(1, command.count))).toBe(command.count);
  if (command.name === 'why') expect((command.story === null) !== (command.url === null)).toBe(true);
  if (command.name === 'ask') expect(command.question).not.toBe('');
  if ('queries' in command) expectTexts(command.queries);
  if ('targets' in command)
    expectTexts(command.targets.map((target) => (target.kind === 'words' ? target.text : target.url)));
}

function expectTexts(texts: string[]): void {
  expect(texts).not.toEqual([]);
  expect(texts.filter((text) => text.trim() === '')).toEqual([]);
}
