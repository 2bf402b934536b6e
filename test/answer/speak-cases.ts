/**
 * Labelled messages, all of our own writing: does Tidings speak up? Chat as it is really written, in five languages,
 * with the hard ones on both sides. A line of a table is `+ text` (speak) or `- text` (silent).
 */
import type { Overheard } from '../../src/answer/speak.ts';
import type { Language } from '../../src/model.ts';

export interface Case {
  name: string;
  overheard: Overheard;
  speak: boolean;
}

type Line = Overheard['thread'][number];

const noon = Date.parse('2026-05-04T12:00:00Z');
const minutes = (count: number) => new Date(noon + count * 60_000);

const anna = (text: string, at: number): Line => ({ author: 'anna', ours: false, text, at: minutes(at) });
const ben = (text: string, at: number): Line => ({ author: 'ben', ours: false, text, at: minutes(at) });
const tidings = (text: string, at: number): Line => ({ author: 'tidings', ours: true, text, at: minutes(at) });

const asked: Line[] = [
  tidings('Orrery Labs releases Kestrel 3, an open-weight model that runs on one graphics card', -60),
  anna('how big is it', -4),
  tidings('“a language model with 34 billion parameters” (Meridian Wire)', -3),
];

const defaults: Omit<Overheard, 'text' | 'language'> = {
  address: 'none',
  direct: false,
  quiet: false,
  ours: true,
  thread: asked,
  author: 'anna',
  at: minutes(0),
};

function table(language: Language, scene: string, rest: Partial<Overheard>, lines: string): Case[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const text = line.trim().slice(2);
      const overheard = { ...defaults, ...rest, text, language };
      return { name: `${language}, ${scene}: ${text}`, overheard, speak: line.trim().startsWith('+') };
    });
}

/** Anna has just been answered, and writes again. */
const followUps: Case[] = [
  ...table(
    'en',
    'after her answer',
    {},
    `
    + and in Europe?
    + why?
    + how come?
    + when does the bigger one come out
    + What about the licence?
    + tell me more
    + Tell me more about the training data please
    + so it's free for companies too?
    + source?
    + who founded orrery labs
    + is that more than kestrel 2
    + ok thanks! and how much memory does it need?
    + Summarize it in two sentences
    + explain like I'm five
    + can you explain what a parameter is
    + does it work offline?
    + which benchmark did they use?
    + hmm but didn't they say 24 GB was enough?
    + Wow. How long did the training take?
    + compare it with the previous version
    + give me the numbers on hallucinations
    + I don't get the part about tokens
    + I'd like to know what the critics say
    + how does this affect our industry
    + what does that mean for laptop users like me
    + more details please
    + any reaction from the competitors?
    + and the price?
    + 34 billion compared to what
    + wait, what's Ridgeway?
    + What did Tamsin Orlowe say about it?
    + show me the quote
    + who is Kofi Adjarre?
    + Do you know if there's a Japanese version?
    + could you list the three main points
    + has anyone tested it independently?
    + what happens next
    + Is it any good at maths?
    + lol ok, but what does it cost to run?
    + curious how they got the training text
    + in plain words please
    + how many people work there tho
    + No but seriously, how did they train it?
    + next question: what are the weaknesses?
    + Can we use it commercially?
    + does the article mention energy use
    + what's the catch
    + Which countries?
    - thanks!
    - thx
    - ok cool
    - lol
    - haha nice
    - got it, thank you
    - wow
    - interesting...
    - can you believe this lol
    - crazy, right?
    - who would have thought
    - how cool is that!
    - what a time to be alive
    - no way
    - really?
    - seriously??
    - 👍
    - 😂😂😂
    - Ken, what do you think?
    - @maria have you seen this?
    - ben: did you read the article I sent you?
    - what do you guys think?
    - has anyone here tried it at work?
    - anyone up for lunch?
    - shall we discuss this in the meeting?
    - are you coming to standup?
    - who's joining the call at 3?
    - I'll read it later
    - I think it is overhyped
    - we tried the old one last year and it was terrible
    - my laptop would melt
    - brb
    - sorry wrong thread
    - nvm found it
    - what the hell
    - who cares
    - how interesting
    - why am I not surprised
    - that's exactly what I expected
    - I know how that works
    - not sure when I'll have time to try it
    - good bot
    - makes sense
    - +1
    - bookmarking this for the weekend
    - Let's ask Priya, she knows how to run these
    - what could possibly go wrong
    - isn't that wild?
    - you free for a quick chat later?
    - will forward it to the team
    - my boss asked me the same thing yesterday
    - where did you put the slides?
    - Sam, can you take a look at this?
    - should we try it for our support desk?
    - ok, got what I needed
    - well that explains it
    `,
  ),
  ...table(
    'ja',
    'after her answer',
    {},
    `
    + それはいつ？
    + なぜ？
    + どうして
    + ヨーロッパでは？
    + もっと詳しく
    + 値段は？
    + 日本語の性能はどうですか
    + 商用利用もできますか？
    + ライセンスについて教えて
    + 3行でまとめて
    + ありがとう！ちなみに電気代はどのくらい？
    + 前の版と比べてください
    + つまり無料ってこと？
    + 出典は？
    + オーロウさんは何と言っていますか
    + パラメーターって何
    + 誰が検証したの？
    + 次は何が出る予定ですか
    + なるほど。で、弱点は？
    + 会社で使っても問題ない？
    + 学習データの中身が知りたい
    + いくらかかるの
    + 具体的な例を挙げてください
    + 他の会社の反応は？
    + もう少し簡単に説明してもらえますか
    - ありがとう
    - ありがとうございます！助かりました
    - なるほど
    - へえ、すごい
    - 了解です
    - 笑
    - ｗｗｗ
    - マジか
    - え、本当？
    - やばくない？
    - すごいですよね
    - 田中さん、どう思います？
    - 佐藤くん、これ見た？
    - みんなはどう思う？
    - 誰か使ったことある人いる？
    - ランチ行く？
    - 会議は何時からでしたっけ
    - あとで読みます
    - うちのPCじゃ無理そう
    - 何それ怖い
    - すみません、誤爆です
    - いつもお世話になっております
    - そんなのあり？笑
    - 鈴木さんに聞いてみます
    - これ来週の定例で共有しようか？
    `,
  ),
  ...table(
    'zh-TW',
    'after her answer',
    {},
    `
    + 為什麼？
    + 那台灣呢？
    + 什麼時候會出大版本
    + 可以商用嗎
    + 多說一點
    + 請用三句話整理
    + 價格多少？
    + 誰做的測試
    + 謝謝！那需要多少記憶體？
    + 跟前一版比起來怎麼樣
    + 我想知道訓練資料從哪裡來
    + 解釋一下什麼是參數
    + 所以是免費的？
    + 有沒有提到耗電量
    + 出處在哪
    + 歐洛說了什麼
    - 謝謝
    - 好的了解
    - 哈哈哈
    - 真的假的
    - 太扯了吧
    - 真的嗎？
    - 小明，你覺得呢？
    - 你們怎麼看？
    - 有人要一起吃午餐嗎？
    - 等一下要開會嗎
    - 我晚點再看
    - 笑死
    - 怎麼可能
    - 誰知道呢
    - 收到，感謝
    - 我覺得有點貴
    - 志偉你看過這篇了嗎
    `,
  ),
  ...table(
    'ko',
    'after her answer',
    {},
    `
    + 왜요?
    + 그럼 유럽은?
    + 언제 나오나요
    + 더 자세히 알려줘
    + 가격은 얼마예요?
    + 한국어도 되나요?
    + 세 줄로 요약해 주세요
    + 감사합니다! 그런데 메모리는 얼마나 필요해요?
    + 누가 테스트했어
    + 이전 버전이랑 비교해줘
    + 출처는?
    + 상업적으로 써도 되나요
    - 감사합니다
    - 네 알겠습니다
    - ㅋㅋㅋㅋ
    - 대박
    - 진짜요?
    - 헐
    - 민수 씨, 어떻게 생각해요?
    - 다들 어떻게 생각하세요?
    - 점심 먹으러 갈래요?
    - 나중에 읽어볼게요
    - 우리 회의 몇 시죠?
    - 신기하네요
    `,
  ),
  ...table(
    'th',
    'after her answer',
    {},
    `
    + ทำไม
    + แล้วในยุโรปล่ะ?
    + ออกเมื่อไหร่
    + ขอรายละเอียดเพิ่มเติมหน่อย
    + ราคาเท่าไหร่ครับ
    + ใช้ภาษาไทยได้ไหม
    + สรุปให้หน่อย
    + ขอบคุณค่ะ แล้วต้องใช้แรมเท่าไร
    + ใครเป็นคนทดสอบ
    + อธิบายคำว่าพารามิเตอร์หน่อย
    - ขอบคุณครับ
    - 5555
    - โอเค
    - จริงดิ
    - จริงเหรอ?
    - พี่นัท คิดว่าไงครับ
    - ทุกคนคิดยังไงบ้าง
    - ไปกินข้าวกันไหม
    - เดี๋ยวอ่านทีหลัง
    - เจ๋งมาก
    `,
  ),
];

/** The same kind of words, where somebody else is in the room. */
const company: Case[] = [
  ...table(
    'en',
    'a stranger to the talk',
    { author: 'ben' },
    `
    - and in Europe?
    - how much does it cost?
    - tell me more
    - why?
  `,
  ),
  ...table('ja', 'a stranger to the talk', { author: 'ben' }, '- 値段は？\n- もっと詳しく'),
  ...table(
    'en',
    'nobody was answered yet',
    { thread: asked.slice(0, 1) },
    `
    - how big is it?
    - anyone tried this?
    - this looks great
  `,
  ),
  ...table(
    'en',
    "in somebody else's thread",
    { ours: false, thread: [ben('new release of the app is out', -2)] },
    `
    - what changed?
    - why?
    - tell me more
    - when does it ship
  `,
  ),
  ...table(
    'en',
    'after a mere reaction of another',
    { thread: [...asked, ben('wow', -2)] },
    `
    + and in Europe?
    + how much memory does it need?
    - haha yes
  `,
  ),
  ...table('ja', 'after a mere reaction of another', { thread: [...asked, ben('へえ', -2)] }, '+ 値段はいくらですか？'),
  ...table(
    'en',
    'talking with another',
    { thread: [...asked, ben('I would never run that on my machine, I had bad luck with local models', -2)] },
    `
    - why?
    - what happened?
    - which one did you try?
    - really? how long ago was that?
    - same here
    + what does the article say about memory?
    + how many parameters did the smaller language model have?
  `,
  ),
  ...table(
    'ja',
    'talking with another',
    { thread: [...asked, ben('うちの部署では去年から別のを使ってるよ', -2)] },
    `
    - どれ？
    - なんで変えたの？
    + 記事では弱点について何と言っていますか？
  `,
  ),
  ...table(
    'zh-TW',
    'talking with another',
    { thread: [...asked, ben('我上禮拜買了新顯卡', -2)] },
    '- 哪一張？\n- 多少錢？',
  ),
  ...table(
    'en',
    'answered by another',
    {
      thread: [
        ...asked,
        ben('she said it is on sale at the shop downtown', -2),
        anna('oh nice', -1),
        ben('yes, half price', -1),
      ],
    },
    `
    - until when?
    - do they deliver?
  `,
  ),
  ...table(
    'en',
    'with company around',
    { thread: [ben('morning all', -9), ...asked] },
    `
    - what do you think?
    + how much does it cost?
    + do they mention the price?
  `,
  ),
  ...table('en', 'alone with us', {}, '+ do you think it will get cheaper?'),
  ...table(
    'en',
    'after another was answered',
    { thread: [...asked, ben('is it fast', -2), tidings('It wrote 38 words a second.', -1)] },
    `
    - and in Europe?
    - hm ok
  `,
  ),
  ...table(
    'en',
    'as the one answered, with a bystander between',
    { thread: [anna('how big is it?', -4), ben('good morning', -4), tidings('34 billion parameters.', -3)] },
    `
    + and the price?
    - morning!
  `,
  ),
  ...table('en', 'three days later', { at: minutes(3 * 1440) }, '- what was that about again?\n- why?'),
  ...table('en', 'half an hour later', { at: minutes(30) }, '+ and what about older cards?'),
  ...table('en', 'after her own thanks', { thread: [...asked, anna('thanks', -1)] }, '+ oh, and who made it?\n- bye!'),
];

/** The platform itself says to whom it is. */
const addressed: Case[] = [
  ...table(
    'en',
    'a mention',
    { address: 'mention', ours: false, thread: [], author: 'ben' },
    '+ what is new in robotics?\n+ hello\n+ digest',
  ),
  ...table('ja', 'a mention', { address: 'mention', ours: false, thread: [], author: 'ben' }, '+ 今日のニュースは？'),
  ...table('en', 'a mention in a quiet channel', { address: 'mention', quiet: true }, '+ and in Europe?'),
  ...table('en', 'one-to-one', { address: 'direct', direct: true, ours: false, thread: [] }, '+ ai news\n+ thanks'),
  ...table('ko', 'one-to-one', { address: 'direct', direct: true, ours: false, thread: [] }, '+ 안녕하세요'),
  ...table('en', 'one-to-one in a quiet channel', { address: 'direct', direct: true, quiet: true }, '+ why?'),
  ...table(
    'en',
    'a command in a quiet channel',
    { address: 'command', quiet: true, ours: false, thread: [] },
    '+ list',
  ),
  ...table(
    'en',
    'a reply to us by anybody',
    { address: 'reply', author: 'ben' },
    '+ why is it called Kestrel\n+ more please',
  ),
  ...table('ja', 'a quote of us', { address: 'reply', author: 'ben', thread: [] }, '+ これの続報は'),
  ...table('en', 'a reply in a quiet channel', { address: 'reply', quiet: true }, '- why?'),
  ...table('en', 'a follow-up in a quiet channel', { quiet: true }, '- and in Europe?\n- tell me more'),
  ...table(
    'en',
    'to somebody else',
    { address: 'others' },
    '- what does the article say?\n- how much is it?\n- tell me more',
  ),
  ...table('ja', 'to somebody else', { address: 'others' }, '- これの値段は？'),
];

const empty: Case[] = (['none', 'reply', 'direct'] as const).map((address) => ({
  name: `en, without content: ${address}`,
  overheard: { ...defaults, text: '', language: 'en', address, direct: address === 'direct' },
  speak: false,
}));

export const cases: Case[] = [...followUps, ...company, ...addressed, ...empty];
