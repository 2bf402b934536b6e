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

/** The same scene again, written later to try what the rule had not seen. */
const moreFollowUps: Case[] = [
  ...table(
    'en',
    'after her answer, later',
    {},
    `
    + when was this published?
    + and the smaller companies?
    + whats the context window
    + how about Japan?
    + What are the risks here
    + explain that last part again
    + sorry, what is a token?
    + And how does Orrery make money then?
    + ok so what's in it for them
    + is this open source or just open weights
    + was anybody hurt?
    + did the police say anything
    + Can you translate that into German?
    + What do critics think?
    + in which countries is it available
    + Thanks, that helps. One more: who funds them?
    + hm why only 6 percent
    + how reliable is that number
    + any idea when it ships?
    + is there a demo
    + Does that include taxes?
    + would a 16GB card do?
    + please summarise
    + shorter please
    + tl;dr?
    + what else did they announce?
    + and after that?
    + where can I download it
    + Who else is working on this?
    + so nobody was hurt?
    + what's the difference between those two
    + you said 34 billion, is that the total?
    + are there alternatives?
    + Will prices go down because of it?
    + how is that possible
    + How did the market react?
    + what would happen if it failed
    + What year was that?
    + which of them is the cheapest
    + Tell me about the founder
    + Kestrel 2 vs 3?
    + pros and cons?
    + what about privacy
    + i want to know more about the license
    + what does "open weights" mean
    + Why did they do it now?
    + hmm, and is the training data public?
    + and does it support Thai
    + What makes it different from the others?
    + why does it matter
    + why should I care?
    + what should we watch next
    + Do we know who is behind the attack?
    + how many of them were in Asia
    + was it expected
    + Should I worry?
    + In what way?
    + Like what?
    + For example?
    + Meaning?
    + Since when?
    + Until when
    + At what cost?
    + Says who?
    + Really? How did they measure it?
    + what do you mean by tokens?
    + can you give me an example
    + what did you base that on?
    + how do you know that?
    + are you sure?
    + do you have a source for that
    + what does the union say
    + when is the meeting of the ministers
    + how are they going to pay for it
    + Have they fixed it yet?
    - Mike can you check this with legal?
    - yeah that's what I said
    - great summary
    - ok I'm convinced
    - told you so
    - we should get one of these
    - guys look at this
    - ha, called it
    - I wonder what Tom thinks about it
    - hey Lisa, did you know about this?
    - what are you doing tonight?
    - did you see the match?
    - who wants coffee
    - let me read it first
    - oh no
    - that's a lot of money
    - jeez
    - this is huge
    - what a joke
    - yeah right
    - sure, why not
    - whatever
    - how did I miss this
    - when will they ever learn
    - why do people keep buying this stuff
    - is this the best timeline or what
    - same question here
    - wonder if my old GPU can do that lol
    - gonna try it tonight
    - who let the dogs out
    - anyone know a good restaurant near the office?
    - are we still on for 5?
    - where should we go for dinner?
    - Sarah could you send me the link?
    - @tom @jen thoughts?
    - can someone from infra take a look?
    - do you want to present this on Friday?
    - fyi @sam
    - you should read this one, Pete
    - what did you do on the weekend?
    - did you finish the report?
    - I asked him why but he never told me
    - She said "how much does it cost?" and left
    - Not sure what to make of this
    - That's how it goes
    - which reminds me, I have to call the bank
    - who am I to judge
    - what's up?
    - how's everyone doing
    - is it friday yet?
    - what time are you leaving today?
    - never thought I'd see the day
    - My kid asked what AI is and I had no answer
    - hope they explain it better next time
    - tell me about it
    - you don't say
    - you tell me
    - say no more
    - give me a break
    - show me the money lol
    - no idea
    - don't know what that means for us
    - @channel heads up
    - On it
    - see you tomorrow
    - good question
    - need more coffee
    - I'll summarize this for the team
    - They never explain anything
    - yes please
    - want me to forward it?
    - have you considered applying there?
    + What was the total damage?
    + did they catch the hackers
    + how long until it's back to normal
    + And what if the yield stays low?
    + who pays for all this
    + whose idea was it
    + is 60 percent realistic?
    + so what does tsubame do differently
    + could this happen to other ports
    + Any casualties?
    + and the second quake?
    + what's magnitude 6.1 compared to the last one
    + Elaborate
    + go on
    + Can I see the original?
    + got a link?
    + Let me ask differently: how much profit did they make?
    + where is Minasato
    + Was there a tsunami warning
    + how many stories high was the hotel
    + Do they plan to expand abroad?
    + but who verified the numbers?
    + what role does the government play
    + is the rover still working
    + Okay, what about the drill?
    + when will we know the results
    + what does 43 percent efficiency mean in practice
    + Give me three bullet points
    + Which stocks went up?
    + how did they find out
    + And the union, what do they want?
    + how much is that in euros
    + wait so the terminals are still down?
    + what are the alternatives to lithium
    + Could you explain it to a ten year old?
    + what did the CEO say exactly
    + And why Japan?
    + What's next for the company?
    + Has this been peer reviewed?
    + Is it safe?
    + who are the investors, and what do they want?
    + pls explain prompt injection
    + summary please
    + I'm not sure I understand, what is a token?
    + how can a battery rust?
    + are there any other articles about this?
    + what would it take to get there
    + anything about the environment?
    + what did you mean by yield?
    + could you check if the article mentions the price
    + Hm, how does that compare to nuclear?
    + In numbers?
    + how so
    + why not sooner
    + who's behind it
    + are they going to appeal?
    - That's insane
    - lol they got hacked by their own calendar
    - we use Norvane for our shipments, ugh
    - this is why I never trust vendors
    - wow 34 billion
    - thank you so much, very helpful!
    - that answers my question
    - ok good to know
    - interesting, didn't know that
    - I doubt it
    - sounds expensive
    - Hope nobody got hurt
    - poor people
    - I had the same question
    - fascinating stuff
    - cc @legal
    - Jenny, did we renew our contract with them?
    - Paul what's your view on this?
    - can you guys imagine working there
    - is anyone else having trouble logging in?
    - do we have budget for this?
    - should we update our risk register?
    - when's our next sync?
    - let's take this offline
    - I'll check with finance
    - did I miss anything in the meeting?
    - are you in the office today?
    - how was your trip?
    - you should see my electricity bill
    - could be worse
    - what a mess
    - who writes this stuff
    - how on earth
    - I mean, why would anyone do that
    - well that's that
    - what did I tell you
    - as if
    - duh
    - LOL what
    - hahaha why
    - where's the popcorn
    - same as last year I guess
    - I can't even
    - can't wait!
    - won't happen
    - would be nice
    - is what it is
    - Could have been avoided
    - does what it says on the tin
    - will try
    - did it, works great
    - was wondering the same
    - are you hiring?
    - Max - thoughts?
    - any volunteers to write the summary?
    - someone remind me tomorrow
    - ping me if there's news
    - is lunch ready
    - my mom would love this
    - what if we hired them lol
    - sent it to the client
    - ok back to work
    - What time works for you all?
    - hey does this thread have the slides?
    + and what's the plan now
    + when did it start?
    + so who won?
    + How many votes against?
    + what is the fine
    + does satire count?
    + and political ads?
    + which department enforces it
    + ok and what does that cost taxpayers
    + how would they even detect it
    + is there an exception for artists?
    + did anyone vote against it from the ruling party
    + Who voted no?
    + what were the main arguments
    + until when do companies have time
    + is it like the European law?
    + More on the watermark part
    + Could you say that in one sentence?
    + what exactly is a smaller fab
    + sounds good, but what are the drawbacks?
    + Any word on pricing?
    + but why did shares fall
    + and what about employees?
    + were customers informed?
    + how much did they lose
    + where did the attackers get in
    + is my data affected?
    + what should I do now?
    + Should I update my VPN?
    + quote the part about tape
    + name the terminals
    + what is Ashmantle
    + has the ransom been paid
    + when will the ports reopen
    + who's Ingrid Solheim
    + do the robots replace people?
    + what happens to the workers
    + and the lease price again?
    + is that dollars or euros
    + are humans faster
    + how often do they fail
    + what did the union demand
    + can it climb stairs
    + does it need wifi
    + hmm 97% of what?
    + Explain the 47 minutes
    + what went wrong with the first one
    + is there water on the moon?
    + how heavy is the rover
    + why 14 days
    + tell me about the drill
    + what's the temperature at night
    + translate to French please
    + what other missions are planned?
    + thanks a lot! also: who built it?
    + lol why is it called Ox
    + one more thing - how old is the company?
    + What languages does it support?
    + could it be a hoax?
    + then how do they recycle it
    - well done them
    - that was fast
    - hah
    - I love this bot
    - good to hear
    - this aged well
    - noted, thanks
    - I owe you one
    - makes me nervous
    - Honestly no surprise
    - I'd buy that
    - no thanks
    - not again
    - again?!
    - here we go again
    - told my wife, she laughed
    - I was there last year
    - It reminds me of the Cobalt story
    - yes, that one
    - what he said
    - what she meant is the other plant
    - how it started vs how it's going
    - when in doubt, blame DNS
    - who needs enemies
    - why oh why
    - Alex: can you merge this today?
    - Nina, lunch at 12?
    - @oliver is this the one you mentioned?
    - Guys, is the build broken?
    - does anybody have the wifi password?
    - who's presenting tomorrow?
    - are we meeting at 3?
    - what's for lunch?
    - can you cover my shift on Friday?
    - could you review my PR when you have time?
    - did you get my email?
    - where do you want to eat?
    - when are you back?
    - have you met the new intern?
    - you think she'll come?
    - is that your dog?
    - how's the baby?
    - do you live near there?
    - how about a beer later?
    - do we still have that old GPU?
    - should we invite them to our event?
    - shall I book a room?
    - I asked you first
    - OK see you at the meeting
    - I'm off, night all
    - let me know what you decide, Jim
    - Rob knows how to do that
    - that's what she said
    - whatever works
    - however you like
    - I wish I knew why
    - can do
    - would recommend
    - is it just me or is it hot in here
    - Isn't technology great
    - What a story!
    - how lovely
    - so cool
    - so true lol
    - hmm
    - ???
    - ...
    - ok?
    - yes?
    - and?
    + what's the timeline?
    + does this mean cheaper chips
    + and the environment?
    + who else was hit
    + was it the same group as last time?
    + how would that work in a hospital
    + can the weights be fine-tuned
    + What's the evidence for that
    + Is Norvane insured?
    + how large is the insurance
    + why did insurers refuse
    + explain round-trip efficiency
    + any numbers on that?
    + where's the factory
    + did the price change after launch
    + so basically it's a cheaper lithium?
    + what do users say
    + and if it rains?
    + could you go into more detail on the safety part
    + what's the second point about
    + how do they make sure nobody cheats
    + what did the first trial show?
    + when's the next launch
    + are there side effects
    + how many patients dropped out
    + who ran the trial
    + is the drug approved yet?
    + in what language is the report written?
    + ok but is it legal?
    + hm and who would buy that
    + give an example
    + compared with lithium, is it heavier?
    + how does the glasses translation work
    + What about people who wear prescription lenses?
    + battery life?
    + weight?
    + release date?
    + tell me the price in yen
    + is this true?
    + can you be more specific
    + you mentioned a law, which one?
    + What else is in the article?
    + why is nobody talking about the cost
    + and who decides that
    - thats wild
    - yikes
    - not bad
    - can confirm
    - been there
    - I called this in March
    - my team is already on it
    - Leo, this is for you
    - looping in @dana
    - hey Sam did you try it yet?
    - who has the charger?
    - when do we ship?
    - how are we doing on the release?
    - can you two stop lol
    - anyone watching the keynote?
    - what did you order?
    - you around?
    - are you kidding me
    - do I look like I know
    - what else is new
    - so much for that
    - if only
    - who's a good bot
    - thank you bot
    - cheers mate
    - no worries
    - sounds good
    - let me think about it
    - fine by me
    - I guess so
    - Yes it is
    - no it isn't
    - because it's cheap, duh
    - why would I lie
    - how embarrassing
    - what a relief
    - is anyone still reading this
    - will do, thanks
    - can we move the meeting to 4?
    - could we please stay on topic
    - did we ever get a reply from the vendor?
    - Carla asked if you can join
    - I sent you the invite
    - have fun!
    - see attached
    - +100
    - do not reply to this
    - where were we?
    - ok so back to our roadmap, who takes the first item?
    - is it ok if I leave early?
    + How big is the fine?
    + and for startups?
    + what exactly did they agree on
    + is the deal final
    + when does it take effect?
    + who opposes it
    + Why is that a problem?
    + can it run on a phone?
    + give me some background
    + what does it mean for consumers?
    + how many people lost power
    + did anything like this happen before
    + which version should I download
    + what did the minister say?
    + where can I read the paper
    + thanks. how accurate is it?
    + who makes the motors
    + summarise the main criticism
    + what is prompt injection exactly?
    + are the results public?
    + what about Android
    + how fast is it
    + is there a free tier
    + and what did Anna Ruvelo recommend?
    + can you tell me more about the company
    + any updates on this?
    + So what happens to the gas plant?
    + how long will it last
    + do they name the vendors
    + why were two models needed
    + more on that?
    + and the second vendor
    + was the CEO fired
    + what percentage was that
    + could this affect my flight?
    + what should companies do
    + would it work with solar too
    + ok, and who's the competition?
    - nice one
    - wow ok
    - thanks for the summary
    - this is so sad
    - oof
    - called it!
    - not surprised at all
    - I saw this on TV yesterday
    - exactly my thoughts
    - I need to think about that
    - same thing happened at my old job
    - looks promising
    - hm not convinced
    - Tom, your turn
    - Priya have you got a sec?
    - guys what's the plan for Friday?
    - anyone free to pair on this?
    - who wants to try it out with me?
    - what do we do about the demo?
    - are you joining us tonight?
    - did you see Mark's message?
    - can you send me the file?
    - lunch?
    - coffee anyone?
    - how about we test it next week?
    - when is your flight?
    - where are you based?
    - do you have kids?
    - lol what a name
    - can you imagine the bill
    - who even uses that anymore
    - how is this legal lol
    - isn't that something
    - no kidding
    - what now
    - yeah no
    - we talked about it in the meeting
    - I have no clue
    - don't ask me
    - ask Ken
    - that was my question too
    - leaving early today, bye
    - gotta run
    - back in 5
    - +1 to that
    - glad they're safe
    - please no more AI news
    - let's hope so
    - that's what I wanted to know
    - I get it now
    + who is affected
    + how was it discovered?
    + can you explain the second point?
    + what's new here
    + does the company comment?
    + and Asia?
    + when's the vote
    + is that a lot?
    + compare with last year
    + why does it need so much water
    + tell me about the risks
    + which model is better
    + where did this happen
    + is there a video
    + more please
    + what happened to the hotel
    + how come it took so long?
    + are they profitable
    + so what's the takeaway
    + What was the response from regulators?
    + any criticism?
    + has it been fixed
    + will it come to Japan
    + in other words?
    + how do I protect myself?
    + what is yield
    + Is the author credible?
    + how much would that cost me
    + do other papers agree?
    + what does RLHF stand for
    - thank you!!
    - ok, thanks for explaining
    - lol fair
    - this is gold
    - hmm okay
    - I see, makes sense
    - Dave, you'll like this
    - what do you think, Dave?
    - @everyone please read
    - did you all get the memo?
    - who's up for a walk?
    - see you at lunch
    - can't believe it
    - can you believe it?
    - how crazy is that
    - who would've guessed
    - right?
    - what??
    - yay
    - I'm reading it now
    - I think they're lying
    - we should talk about this tomorrow
    - reminds me of 2008
    - good point
    - sorry, not you bot
    - I was talking to Dave
    - that's not what I asked
    - wrong
    - this doesn't help
    - are you free tomorrow?
    - is Dave around?
    - where's Dave?
    - Dave said the same
    - going to grab coffee
    - what an answer
    - you're welcome
    + what's the source of that number
    + is the company listed?
    + and what happens if they miss the deadline?
    + how many countries signed
    + who's the lead author
    + is there a workaround?
    + does this affect iPhones
    + when was the last quake
    + can you list the affected products
    + What do experts recommend
    + why was it postponed
    + did they apologise?
    + so is it dangerous or not?
    + and the drawbacks?
    + give me the short version
    + how can I try it
    + What did the study find?
    + how strong was the aftershock
    + where does the money come from
    + please explain why
    - hahaha
    - okay got it
    - this is great news
    - amazing work
    - Julia, did you read this one?
    - anyone else confused?
    - do you guys use this?
    - let's talk tomorrow
    - I'm not sure I believe that
    - lol who writes these headlines
    - what a week
    - oh wow
    - we already do that
    - see? told you
    - Marc can you handle this?
    - when are you on vacation?
    - thanks Ben
    - btw standup moved to 10
    - who took my charger?
    - that escalated quickly
    - are you serious
    - my point exactly
    - I'll be in the office
    - ty!
    - he's right
    - how are you holding up?
    `,
  ),
  ...table(
    'ja',
    'after her answer, later',
    {},
    `
    + いつ発売ですか
    + なんで6%だけ？
    + 何人が参加した？
    + 日本だとどうなる
    + 安全性は大丈夫ですか？
    + 図面の検索ってどういうこと？
    + それって無料？
    + 例えば？
    + 誰の発言ですか
    + 結局いくらなの？
    + どこで手に入りますか
    + 英語でお願いします
    + 一言で言うと？
    + 競合との違いは
    + 原因は何だったんでしょうか
    + 影響はありますか
    + 今後の予定を教えてください
    + 本当ですか？根拠は？
    + え、じゃあ学習データは公開されてないの？
    + どうやって動かすの
    + 他には？
    + もう一回説明して
    + 反対意見はある？
    + 何で注目されてるんですか
    + 三葉精工とは？
    + 桐生社長は何歳ですか？
    - これは便利そう
    - 明日試してみます
    - ちょっと高いですね
    - 課長、ご確認お願いします
    - 山田さん、例の件どうなりました？
    - お昼どうする？
    - 誰も使ってないと思う
    - もう帰っていい？
    - 面白い記事だった
    - さすがに無理があるよね
    - 何がすごいってこの値段
    - いつか使ってみたいな
    - 今日飲みに行きませんか？
    - 高くない？
    - やっぱりそうなるよね
    - 怖すぎる
    - そういうことか
    - 知らなかった
    - 私もそう思います
    - 使い方がわからない人多そう
    - 後で共有しておきます
    - そりゃそうだ
    - 何とも言えないですね
    - どうなるんだろうねえ
    - 佐々木さんも読みました？
    - このあと会議室取れる？
    - 草生える
    + 津波はありましたか
    + 被害額は？
    + なぜ日本なんですか？
    + 反応は？
    + すごいですね。どうやって実現したんですか？
    + 組合は何と言ってますか
    + 来年の予定は？
    + いくらで買える？
    + これって日本でも使えるの？
    + 効率43%って低くないですか？
    + 仕組みをもう少し詳しく
    + どの国が対象？
    + あと、発売日も教えて
    + 専門家の意見は
    + 記事の要点を3つにして
    + どういう意味？
    + 根拠は何ですか
    + 誰が作ったんだろう？
    + 比較対象は
    + いつから？
    + 安全なの？
    - 勉強になりました
    - これはひどい
    - 日本も頑張ってほしい
    - 読みました
    - 同感です
    - 早く来ないかなあ
    - 鈴木さんならどうします？
    - 今日の定例どうします？
    - 誰かこれ試した？
    - 資料送っておきますね
    - 了解、ありがとう！
    - 何時に集合だっけ？
    - ほんとそれ
    - いい話だ
    - 怖い時代になったなあ
    - うちも気をつけないと
    - 予算ないから無理だな
    - 次の飲み会いつにする？
    - それな
    - 田中部長に報告しました
    - やっと来たか
    - どうりで遅いわけだ
    - いやいや、ないでしょ
    + 反対したのは誰？
    + 罰金はいくらですか
    + 施行日は？
    + 風刺も対象になる？
    + どうして可決されたの？
    + 具体的には？
    + もう一度お願いします
    + 図で言うとどんな感じ？
    + 期限はいつまで
    + 前回との違いを教えて
    + 何人けがしたの？
    + 余震はまだ続いてる？
    + 電車は動いていますか
    + 学校はいつ再開するの
    + 原因を簡単に説明して
    + この会社はどこの国？
    + 燃料切れって本当ですか？
    + 次の目標は？
    + 日本語対応してる？
    + それ、いくら？
    + どのくらい速いの？
    + 一番大事な点は？
    + どうやって氷を探すの
    + 誰が言ったの
    + 論文のリンクある？
    - がんばれ
    - うれしいニュース
    - これ欲しい
    - 今度買おうかな
    - え、やだ
    - びっくりした
    - 泣いた
    - 高橋さん、これ見ました？
    - 誰か明日休みますか？
    - 明日何時集合？
    - お先に失礼します
    - 私も知りたかった
    - 妻が好きそう
    - さっきの会議の件ですが
    - 課長に聞いておきます
    - 今週忙しい？
    - 一緒に行きますか？
    - いいねそれ
    - そうだったのか
    - あーね
    - 期待しかない
    - 確かにそうですね
    - いやほんとすごいよね
    - 知ってた
    + 電池は何時間もつ？
    + 重さは？
    + 発売はいつになりますか
    + どこで作ってるの
    + 海外でも買えますか？
    + 記事に値段は書いてある？
    + ほかの選択肢はありますか
    + どういう仕組み
    + 批判はないの？
    + なんで今なの？
    + 数字で教えて
    + この法律、日本にも関係ある？
    + つまりどういうこと
    + 副作用は？
    - さすがだなあ
    - 参考になります
    - 山本さんが詳しいですよ
    - 部長、来週の件ですが
    - うちの子も好き
    - 今から会議なので後で
    - もう寝る
    - どうも
    - いつもの店でいい？
    - みなさんお疲れさまです
    - 何か違う気がする
    - 誰も悪くない
    - 電車遅れてます
    - 今日寒くないですか？
    + 誰が対象ですか
    + 罰則はある？
    + いつまでに直すの？
    + 大きさはどれくらいですか
    + 被害にあった会社は？
    + 何が新しいんですか
    + 前より速くなった？
    + 個人でも使える？
    + 開発者のコメントを教えて
    + 結論は？
    + もう少し背景を説明して
    + それは誰の研究？
    + 値上げの可能性は？
    + 日本語で要約して
    - 便利な世の中だ
    - なんかすごい
    - 眠い
    - 了解っす
    - 田中くん、あとで話せる？
    - 皆さんどう思いますか
    - ちょっと席外します
    - 確かに高いかも
    - まあそうなるよね
    - 明日早いので寝ます
    - これ誰か買った？
    - 来週出張です
    - 笑った
    - ええっ
    + 誰に影響しますか
    + どうやって見つかったの？
    + 二つ目をもっと詳しく
    + アジアでは？
    + 投票はいつ？
    + それって多いの？
    + 去年と比べてどう？
    + なぜ水がそんなに要るの
    + リスクについて教えて
    + どっちが良い？
    + 動画はありますか
    + 儲かってるの？
    - どうもありがとう
    - うーん
    - そうですか、わかりました
    - 後藤さん、これどうぞ
    - 後藤さんはどう思う？
    - 全員読んでください
    - 散歩行く人？
    - 信じられない
    - そんなことある？
    - 今読んでます
    - 明日話しましょう
    - 良い指摘ですね
    - 2008年を思い出す
    - どういたしまして
    - 間違えた
    + 株価への影響は？
    + 期限を過ぎたらどうなる？
    + 何カ国が参加した？
    + 短く説明して
    + どこが問題なの？
    + 対策はあるの
    + 次の地震の可能性は？
    - ありがとう、よく分かった
    - 伊藤さん、読みました？
    - 明日の朝会どうする？
    - お腹すいた
    - それはさすがにない
    - おもしろ
    - 来年までお預けか
    `,
  ),
  ...table(
    'zh-TW',
    'after her answer, later',
    {},
    `
    + 會影響股價嗎？
    + 什麼是開放權重
    + 然後呢？
    + 有中文版嗎
    + 那價格呢
    + 幫我翻成英文
    + 白話一點
    + 為何只有 6%
    + 這跟去年的有什麼不同？
    + 有人受傷嗎？
    + 他們怎麼賺錢
    + 什麼時候恢復
    + 可以舉例嗎
    - 太厲害了
    - 阿明你有試過嗎？
    - 晚上吃什麼
    - 我也覺得
    - 哈哈真的
    - 早就知道了
    - 這也太貴了吧
    - 等等我看一下
    - 明天開會再討論
    - 你們公司有在用嗎
    - 誰要一起團購
    - 想太多
    - 不錯喔
    - 老闆一定會喜歡
    + 損失多少
    + 為什麼選日本
    + 這是真的嗎？有證據嗎？
    + 下一步是什麼
    + 他們怎麼發現的
    + 用簡單的話解釋
    + 有照片嗎
    + 對台灣有什麼影響
    + 還有其他公司受影響嗎
    + 所以結論是？
    - 希望沒事
    - 太慘了
    - 我們公司也中過
    - 佳玲你怎麼看
    - 有人在用嗎
    - 我先去開會
    - 這家我知道
    - 難怪最近那麼慢
    - 誰有空幫我看一下
    - 已轉給主管
    + 罰款多少
    + 什麼時候生效
    + 誰投反對票
    + 諷刺作品也算嗎？
    + 可以再解釋一次嗎
    + 還有呢
    + 哪些國家會跟進
    + 請列出重點
    + 幾個人受傷
    + 電力恢復了嗎
    + 它多重
    + 為什麼只有 14 天
    - 加油
    - 好可憐
    - 我也想買
    - 阿華，這個你要不要看
    - 大家小心
    - 明天見
    - 中午吃什麼
    - 說得好
    - 早該這樣了
    - 不意外
    + 電池可以用多久
    + 哪裡買得到
    + 副作用是什麼
    + 跟我有什麼關係？
    + 再多講一點
    + 它會取代人嗎
    - 真不錯
    - 我明天要請假
    - 你吃飽沒
    - 有夠熱
    - 建國，幫我帶杯咖啡
    - 我不太相信
    + 哪時候開賣
    + 有什麼風險
    + 這家公司在哪裡
    + 所以到底多少錢
    + 請問作者是誰
    + 可以用中文說明嗎
    - 感恩
    - 好貴喔
    - 我要去睡了
    - 曉雯你要不要買
    - 大家午安
    - 這我早就說過了
    - 先這樣
    + 誰受影響
    + 怎麼發現的？
    + 第二點再詳細一點
    + 亞洲呢？
    + 跟去年比呢
    + 有風險嗎
    + 哪個比較好
    - 謝啦
    - 嗯嗯
    - 小陳你怎麼看
    - 不敢相信
    - 我正在看
    - 明天再聊
    - 不客氣
    + 會漲價嗎
    + 專家怎麼說
    + 有解決辦法嗎
    - 感謝分享
    - 美玲你有看嗎
    - 我先下班了
    `,
  ),
  ...table(
    'ko',
    'after her answer, later',
    {},
    `
    + 무료예요?
    + 개발사는 어디야
    + 그게 무슨 뜻이야?
    + 다친 사람 있어?
    + 다음 버전은 언제야
    + 영어로 번역해줘
    + 예를 들면?
    + 어떤 위험이 있나요?
    + 그 이유가 뭔가요
    + 좀 더 쉽게 설명해 주세요
    - 지민아 이거 봤어?
    - 오늘 뭐 먹지
    - 내일 써봐야겠다
    - 와 진짜 빠르다
    - 팀장님께 보고할게요
    - 저도 그렇게 생각해요
    - 다음 주에 얘기해요
    - 비싸네
    - 그럴 줄 알았어
    + 피해 규모는?
    + 어떻게 발견했나요
    + 한국에는 언제 출시돼요?
    + 왜 실패했어?
    + 핵심만 정리해줘
    + 다른 회사 반응은 어때요?
    + 무슨 배터리야
    - 와 대단하다
    - 우리 회사도 조심해야겠네
    - 수진 씨 이거 확인했어요?
    - 나도 궁금했는데
    - 오늘 회식 어디예요?
    - 다음에 또 봐요
    - 좋은 정보네요
    + 벌금이 얼마야?
    + 언제부터 시행돼요
    + 누가 반대했나요?
    + 장단점이 뭐야
    + 어느 나라 회사예요?
    + 좀 더 알려주세요
    + 물은 찾았어?
    - 멋지다
    - 응원합니다
    - 저도 사고 싶네요
    - 현우야 너 이거 써봤어?
    - 내일 봐요
    - 퇴근하고 싶다
    - 이따 회의 때 얘기하죠
    + 배터리는 얼마나 가?
    + 부작용은요?
    + 어디서 살 수 있어요
    + 영향이 뭐예요
    + 쉽게 말하면?
    - 좋겠다
    - 저는 반대예요
    - 영수야 밥 먹자
    - 다들 수고하셨어요
    + 언제 끝나요?
    + 비용은 누가 내?
    + 어떤 회사들이 참여했어요
    + 조금만 더 설명해줘
    - 재밌다
    - 은지 씨 시간 있어요?
    - 오 좋다
    - 저녁 뭐 드실래요?
    - 비 온다
    + 누구한테 영향이 있어?
    + 작년이랑 비교하면?
    + 위험은 없나요
    + 영상 있어요?
    - 고마워요
    - 음...
    - 철수야 이것 좀 봐
    - 믿을 수가 없다
    - 천만에요
    + 주가는 어떻게 됐어?
    + 대책이 있나요
    - 고생했어요
    - 점심 뭐 먹어요?
    `,
  ),
  ...table(
    'th',
    'after her answer, later',
    {},
    `
    + ฟรีไหมครับ
    + ใครเป็นผู้ก่อตั้ง
    + มีคนเจ็บไหม
    + ต่างจากรุ่นเก่ายังไง
    + แล้วไทยล่ะ
    + แปลเป็นอังกฤษหน่อย
    + หมายความว่าอะไร
    + มีข้อเสียอะไรบ้าง
    - แพงจัง
    - เดี๋ยวลองดู
    - เห็นด้วย
    - น้องมายด์ดูนี่สิ
    - เย็นนี้กินอะไรดี
    - อ๋อ เข้าใจแล้วครับ
    - ฮ่าๆๆ
    - ส่งให้หัวหน้าแล้ว
    + ความเสียหายเท่าไหร่
    + ทำงานยังไง
    + มีผลกับไทยไหม
    + เล่าต่อหน่อย
    + บริษัทอยู่ที่ไหน
    - น่ากลัวมาก
    - แชร์ให้เพื่อนแล้ว
    - พี่บอยเห็นข่าวนี้ยัง
    - ประชุมกี่โมง
    - ก็ว่าอยู่
    - ขอโทษ พิมพ์ผิด
    + ค่าปรับเท่าไหร่
    + เริ่มใช้เมื่อไหร่
    + ใครคัดค้านบ้าง
    + หุ่นยนต์หนักกี่กิโล
    + อธิบายอีกทีได้ไหม
    + แล้วคนงานล่ะ
    - อยากได้
    - เศร้าเลย
    - เจอกันพรุ่งนี้
    - พี่เอก ส่งไฟล์ให้หน่อย
    - หิวข้าวแล้ว
    - นอนก่อนนะ
    + แบตอยู่ได้กี่ชั่วโมง
    + ซื้อได้ที่ไหน
    + มีผลข้างเคียงไหม
    - อยากไปบ้าง
    - พี่ฝน ว่างไหม
    - ง่วงมาก
    + เปิดตัววันไหน
    + มีกี่รุ่น
    + ใครลงทุน
    - ดีใจด้วย
    - พี่กบ กินข้าวยัง
    - ฝนตกแล้ว
    - โห แพง
    + ใครได้รับผลกระทบ
    + เทียบกับปีที่แล้วล่ะ
    + มีความเสี่ยงอะไร
    - ขอบคุณมากครับ
    - อืม
    - ไม่อยากเชื่อ
    - พรุ่งนี้คุยกัน
    + หุ้นเป็นยังไงบ้าง
    + มีวิธีแก้ไหม
    - เหนื่อยจัง
    - ไปก่อนนะ
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
    + can you explain the second point?
    + you said 34 billion, is that the total?
    - what did ben say?
    - is it true, ben?
  `,
  ),
  ...table(
    'en',
    'alone with us',
    {},
    '+ do you think it will get cheaper?\n+ https://news.example/story\n- https://news.example/story made my day',
  ),
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

export const cases: Case[] = [...followUps, ...moreFollowUps, ...company, ...addressed, ...empty];
