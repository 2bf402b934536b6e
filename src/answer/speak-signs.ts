/**
 * The words by which one hears to whom a message speaks, in each language. They are tried on text in lower case and
 * NFKC (`？` is `?`). Only `reaction` is removed from a text, so that what is left can be judged; the others are tested.
 */
export interface Signs {
  /** Thanks, laughter, assent, surprise: by themselves they ask nothing. */
  reaction: RegExp;
  /** A sentence that asks. */
  question: RegExp;
  /** A sentence that wants something of us. */
  request: RegExp;
  /** It has the form of a question and wants no answer. */
  rhetorical: RegExp;
  /** Said beside the talk. */
  aside: RegExp;
  /** Calls somebody by name. */
  person: RegExp;
  /** Speaks to people: plans, invitations, things that only they can know. */
  people: RegExp;
  /** Asks what "you" think: ours to answer only when nobody else is there. */
  opinion: RegExp;
  /** Names the article or us. */
  article: RegExp;
}

/** @param language BCP 47; another language than ours is read as English, by its question marks. */
export function signsOf(language: string): Signs {
  return signs[language] ?? english;
}

/** Alternatives, whole words of a language that has spaces. */
const anyWord = (...words: string[]) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');
const anyOf = (...parts: string[]) => new RegExp(parts.join('|'), 'u');
const all = (pattern: RegExp) => new RegExp(pattern.source, 'gu');

const laughter = 'lo+l+|lmf?ao+|rofl|(?:ha|he|hi){2,}h?|xd+|jaja+|w{3,}|555+|哈+|呵+|ㅋ+|ㅎ+|笑|草';

const english: Signs = {
  reaction: all(
    anyWord(
      laughter,
      'thanks?(?: you)?(?: (?:so much|a lot|very much|again|all|guys))?|thx|ty(?:sm)?|cheers|much appreciated|appreciate it',
      'o?k(?:ay|ie|k)?|kk|sure|cool|nice|great|good|perfect|awesome|amazing|wow|whoa|woah|omg|oh|ah+|aha|hm+|huh|yep|yeah|yes|yup|nope|no|right|true|exactly|indeed|agreed|same|lovely|sweet|neat|damn|ouch|yikes|ugh|meh|phew|wtf|smh|tbh|imo|fyi',
      'got it|gotcha|i see|makes sense|fair enough|noted|understood|will do|no way|for real|seriously|really|interesting|fascinating|impressive|crazy|wild|insane|incredible|unbelievable|sad|scary|sorry',
      'same here|me too|well|anyway|bye|morning|good night|what\\?!|pardon',
    ),
  ),
  question: anyOf(
    // With a question mark anything asks, but for a lone "what?" of surprise.
    '^(?!\\W*(?:what|eh|so|and)\\W*$).*\\?',
    "^(?:\\W|and|but|so|then|also|btw|wait|anyway|next question|or|ok|well|pls|please)*(?:what(?:'?s|'re)?|why|how(?:'s)?|who(?:'s|se)?|which|when|where(?:'s)?)(?: (?:is|are|was|were|am|does|do|did|can|could|will|would|should|has|have|had|about|else|exactly|many|much|long|big|large|fast|old|far|often|high|low|small|good|bad|well|come|far|kind|sort|type|part|parts|ones?|year|day|time|percent|share|it|this|that|happens|happened|happen|made|makes|won|wins|paid|pays|says|said|owns|runs|built|builds|founded|started|wrote|leads|led|got|gets|caused|causes|changes|changed|by|to|in|for|from|not|the)(?![\\p{L}])|\\W*$)",
    "^(?:\\W|and|but|so|then|also|btw|wait)*(?:is|are|was|were|does|do|did|can|could|will|would|has|have|had|should|isn't|aren't|doesn't|didn't|won't|can't) (?:it|they|this|that|these|those|the|there|he|she|we|any|anyone|some|people|companies)(?![\\p{L}])",
    '^(?:which|what|whose|how many|how much) \\p{L}+(?: \\p{L}+){1,7}$',
    '^(?:and|but) (?:in|for|on|by|after|before|with|without|outside|what|how|who|when|where|why) (?:\\S+\\s?){1,4}$',
    '(?:compared (?:to|with)|according to|based on) (?:what|whom?|which)\\W*$',
  ),
  request: anyWord(
    '(?:please |pls |just |can you |could you |would you |will you |now |then |and |ok |so )*(?:tell (?:me|us)|explain|summari[sz]e|sum (?:it|this|that) up|show (?:me|us)|give (?:me|us)|list|compare|elaborate|translate|expand on|define|describe|clarify|rephrase|simplify|break (?:it|this|that) down|walk me through|remind me (?:what|who|how|when)|quote|cite|go on|keep going|continue|say (?:more|that again)|find (?:me|out|more))(?! (?:ken|him|her|them|your))',
    '(?:any )?(?:more|further) (?:details?|info(?:rmation)?|about|on (?:this|that|the)|please|background|context|examples?)',
    'details please|in (?:plain|simple|other|short|one|two|three|a few) (?:words?|english|sentences?|terms)|in short|(?:shorter|simpler|longer)(?: version)?(?: please| pls)|eli5|tl;?dr|for dummies|an example',
    "i(?:'d| would)? (?:like|want|need|love) to (?:know|hear|learn|understand|read|see) (?:more|what|how|why|who|when|where|which|if|whether|about|the)",
    "i (?:don't|do not|didn't|still don't|dont) (?:get|understand|follow) (?:it|this|that|the|what|how|why)?",
    '(?:i wonder|wondering|curious|not clear|unclear)(?: to me)? (?:if|how|what|why|who|when|where|whether|which|about)',
    'sources?(?: please| pls)|(?:the )?(?:link|quote|numbers|figures|exact (?:words|quote))(?: please| pls)',
  ),
  rhetorical: anyOf(
    "(?:can|could) you (?:believe|imagine)|would you believe|who would(?:'ve| have|a)? (?:thought|guessed)|who knew|who(?: the \\p{L}+)? (?:cares|asked|knows|needs)|what a (?!re)|what an |what the|what could (?:possibly )?go wrong|what else is new|what's not to (?:like|love)|what (?:is|has) the world|where (?:is|was) (?:this|that) (?:all my|when)|what's next,|what did (?:you|they|we|i) expect|what (?:do|did) you expect|why (?:am i|are we) not surprised|why (?:on earth|bother|even|do i|did i|am i|is it always|must)|how (?:cool|crazy|great|nice|sad|awesome|wild|amazing|interesting|funny|cute|scary|weird|lovely|ironic|convenient|dare|hard can|about (?:no|that))(?! (?:is (?:it|the)|are))|am i the only|is it just me|is nothing sacred|are you (?:kidding|serious)|you (?:kidding|serious)|isn't (?:it|that|this) (?:\\p{L}+ )?(?:wild|crazy|great|amazing|cool|sad|funny|ironic|nice|insane|lovely|scary|something|strange|weird|awesome)|(?:isn't|aren't|wasn't|don't|doesn't) (?:it|that|they|this|we|you)\\?$|(?:right|eh|huh|innit|no|ya know|you know|amirite)\\?+$",
    // A question that ends in laughter, unless it opens by asking.
    `^(?!(?:\\W|and|but|so|ok)*(?:what|who|how|when|where|which|why) (?:is|are|was|were|does|do|did|much|many|long)).*(?:${laughter}|smh|wtf)\\W*$`,
    '^(?:when|where|how|what|why|who) (?:i|we|you|my)(?![\\p{L}])',
  ),
  aside: anyWord(
    'brb|afk|nvm|never ?mind|ignore (?:that|this|me)|scratch that|disregard|wrong (?:thread|channel|chat|window|tab|group)|oops|typo|talking to myself|note to self|thinking (?:out|aloud)|rhetorical',
  ),
  person: anyOf(
    '^@\\S+',
    // A name at the head, before a comma or colon. Words that open sentences are no names.
    '^(?:hey |hi |hello |yo |dear |psst )?(?!tidings|ok|okay|so|and|but|also|wait|well|now|yes|yeah|yep|no|nope|nah|oh|ah|hm|hmm|wow|thanks|thx|please|pls|sorry|right|great|cool|nice|good|perfect|interesting|actually|anyway|btw|lol|haha|fine|sure|then|first|second|third|finally|again|still|however|true|question|source|seriously|really|in|for|to|at|on|by|bot|more|next|one|also|damn|huh|maybe|besides|meanwhile|specifically|honestly|basically|today|why|what|how|who|when|where|which|tldr|fyi|overall|apart|about|re|price|licence|license|details|explain|summary|ps|p\\.s|follow-up|followup|follow|quick|another|last|alright|whoa|aha|awesome|amazing|thank|hang|hold|hey|hi|hello|otherwise|or|if|given|considering|assuming|concretely|briefly|shortly|er|erm|um|uh|i|it|this|that|they|the|a|an|not|just|my|is|are|do|does|can|could|will)\\p{L}{2,15}(?:[:,]|(?=\\?)(?!))\\s*(?=.*(?:(?<!\\p{L})(?:you|your|u|ur|we|us|me|thoughts|seen|check|see|look|can|could|did|have|are|please|pls|any|ping|remember|what do|wdyt|up|take|read|help|know|fyi|this)(?!\\p{L})))',
    '(?:^|[,.!?]\\s*)(?:hey|hi|yo|psst|ping|cc|paging|calling) @?(?!tidings|there|bot|again|so|what|how|who|when|why|is|can|could|do|does|the|and|it|all)\\p{L}{2,15}(?![\\p{L}])',
    ',\\s*@?(?!thanks|thx|please|pls|right|or|and|too|though|tho|then|now|exactly|again|anyway|so|ok|lol|actually|overall|btw|if|really|maybe|tidings|bot)\\p{L}{2,12}\\s*\\?+$(?<=(?:(?<!\\p{L})(?:you|your|we|our|u)(?!\\p{L})|^(?:right|agreed?|coming|ready|thoughts|really|is that right|is it true|true|what|ok)(?!\\p{L})).*)',
    "^(?:let's )?ask (?:\\p{L}+),",
    '@\\p{L}{2,}',
  ),
  people: anyWord(
    "you guys|y'?all|you (?:two|all|lot|folks|people)|guys|folks|everyone|everybody|anybody|somebody|team",
    "anyone(?: (?:here|else|up|want|wanna|seen|tried|know|knows|have|has|read|using|got|in|free|around|going|coming|interested|remember))?(?<!has anyone|did anyone|have anyone|can anyone|could anyone|was anyone|will anyone|is anyone)|(?:does|is|can|could) anyone (?:here|know|have|want|remember|else|free|around|help|share|see|hear|explain)|(?:has|did) anyone (?:here|else|seen|read|watched?|see|bring|order|take|got|booked?|tried (?:this|it|that) (?:yet|at|already|out))|who (?:wants|is (?:in|up|coming|free|around|joining|going)|else (?:is|wants|here|thinks|has)|here|among us|of you|of us|can help|has time)|who's (?:in|up|coming|free|around|joining|going|on (?:call|duty)|with me)",
    "(?:should|shall) (?:we|i)|are we (?:still|going|all|meeting|doing|using|on|ready|done|good)|do we (?:have|want|need|know|still|use|really)|did we|have we|when (?:are|do|should|shall) we|where (?:are|do|should|shall) we|what (?:are|should|shall|do) we|why (?:don't|do|are) we|how (?:about we|do we feel|are we)|let'?s|let us (?:meet|discuss|talk)|wanna|(?:do |would )?you (?:want|wanna|like) to (?:grab|go|come|join|get|meet|try|talk|chat|pair)",
    "are you (?:coming|free|there|around|joining|going|ok|okay|busy|still|at|in|on|done|ready|home|online|using|working|planning|going)|(?:are |r )?(?:you|u) (?:coming|free|around|joining|there|up for|in\\?|busy)|(?:did|have|had|haven't|didn't) (?:you|u|ya) (?:ever |already |just |all |guys )*(?:see|seen|read|try|tried|watch|watched|hear|heard|eat|eaten|get|got|go|been|meet|met|buy|bought|finish|finished|send|sent|check|checked|book|booked|talk|talked|do|done|have|had|use|used|play|played|notice|noticed|test|tested|look|looked|call|called|ask|asked|order|ordered|bring|tell|told|switch|sleep|install|installed)|how (?:are|r|was|is|'s|did) (?:you|u|your)|how do you (?:like|feel)|what are (?:you|u)|what (?:did|do|were|would|will) (?:you|u) (?:do|get|have|eat|buy|use|order|want|doing|pick|choose|try|need|run|drive|play|watch)|where (?:are|did|do|were) (?:you|u)|when (?:are|did|do|will|can) (?:you|u)|why (?:are|did|do|would|were) (?:you|u)|which (?:one )?(?:did|do|are|would) (?:you|u)|(?:can|could|would|will) (?:you|u) (?:send|forward|bring|call|ping|book|review|merge|join|come|take a look|look at|check with|cover|drop|lend|pick|help|meet|hop|handle|dm|talk|ask|invite|fix|push|deploy|pass|sign|approve)|do (?:you|u) (?:have (?:time|a (?:minute|sec|second|moment|mac|gpu|card))|remember (?:when|her|him|that guy|the guy|who we)|live|work|own|use|play|drink|eat|like (?:it|that|this)|know (?:him|her|them|anyone|anybody|someone|a good))|does your|is your|are your|what(?:'s| is) your|where(?:'s| is) (?:my|your|our)|what(?:'s| is) (?:my|our) (?:plan|eta|status|wifi|password|deadline|budget)",
    "(?:our|the|this|that|next|team|today's|tomorrow's|a|your|my|to|at|for|after|before|during) (?:standup|stand-up|sprint|retro|offsite|lunch|dinner|breakfast|coffee|drinks|beers?|pub|gym|commute|slides|deck|pr|pull request|one-on-one|1:1|zoom|birthday)|(?:our|the team|your|my) (?:meeting|call|calendar invite|demo|flight|train|desk|boss|manager|wife|husband|kids?|weekend|holiday|vacation)(?! (?:lose|affected))|for lunch|for dinner|lunch\\?|coffee\\?|beers?\\?|join(?:ing)? the (?:call|meeting|zoom)|the meeting (?:at|today|tomorrow|later|this)|in the meeting|(?:how was|enjoy) (?:the|your) (?:weekend|trip|game|party|movie|holiday)|the game last night|quick chat|grab (?:a|some)|your (?:thoughts|take|opinion|place|pc|laptop|team|weekend|turn)|my (?:place|turn)",
    "(?:ask|tell|ping|asked|told|cc|invite|forward (?:it|this) to|send (?:it|this) to|show (?:it|this) to) (?:him|her|them|the team|my (?:boss|manager|wife|husband|team|colleague)|your|everyone|[a-z]+ (?:about it|to join))|i (?:can|could|will|'ll) (?:explain|show|give|tell|send|summarize|list)|i'll (?:explain|show|give|tell|send|summarize|list)|(?:he|she|they|people|someone|boss|he'll|she'll) (?:will |can |could |should |might |did )?(?:explain|explained|asked|tells?|told|give|gave)(?: (?:me|us|it))?(?! \\p{L}*\\?)(?<!(?:did|how|what|why|when|who) (?:he|she|they|people) \\p{L}+)",
  ),
  opinion: anyWord(
    "(?:what|how) (?:do|did|would|about) (?:you|u) ?(?:think|reckon|say|feel)?|what(?:'s| is) your (?:take|opinion|view)|(?:do|don't|would) (?:you|u) (?:think|agree|reckon|believe|mind|buy)|wdyt|thoughts|agree|you think|how about you|what about you|you",
  ),
  article: anyWord(
    '(?:the|this|that) (?:article|story|report|paper|study|piece|source|text|post|news)|articles?|tidings|bot|key points?|in the (?:brief|digest)',
  ),
};

const japanese: Signs = {
  reaction: all(
    anyOf(
      laughter,
      '(?:本当に|どうも|いつも)?ありがと(?:う|うございま(?:す|した)|ー)?|サンキュー?|感謝(?:です|します)?|助かりま(?:す|した)|助かる|了解(?:です|しました|っす)?|りょ(?![\\p{L}])|承知(?:しました|です)?|わかりました|分かりました|わかった|分かった|かしこまりました|おk|オーケー|オッケー|ok|なるほど(?:です)?(?:ね|な)?|確かに|たしかに|そうなんだ?(?:です)?(?:ね|か)?|そうですか|そうですよね|そっか|そうか|ほう|へ[えぇー]+|ふーん|ふむ(?:ふむ)?|わ[おぁー]+|おお+|え[ーぇっ]*(?=[、。!?\\s]|$)|うわ[ーぁ]*|マジ(?:か|で(?:すか)?)?(?=[、。!?\\s]|$)|まじ(?:か|で(?:すか)?)?(?=[、。!?\\s]|$)|本当(?:に|ですか)?(?=[、。!?\\s]|$)|ほんと(?:に|ですか)?(?=[、。!?\\s]|$)|うそ(?=[、。!?\\s]|$)|嘘(?=[、。!?\\s]|$)|すご(?:い|っ|ー)(?:です)?(?:ね|な)?|面白い(?:です)?(?:ね|な)?|やば(?:い|っ)?(?=[、。!?\\s]|$)|いいね|いいですね|さすが|お疲れ(?:様|さま)(?:です|でした)?|おはよう(?:ございます)?|こんにちは|はい|うん(?![\\p{L}])|いえ(?![\\p{L}])',
    ),
  ),
  question: anyOf(
    '\\?',
    '(?:です|ます|でした|ました|ません|ない|た|る|う|く|の|い|さん|人)か(?:ね|な)?[。.!…\\s]*$',
    '(?:何(?!か|も|とか|度も|となく|でも|気に|しろ)|なに(?!か|も)|なん(?:で|の)|いつ(?!も|か|でも|の間)|どこ(?!か|も|でも)|誰(?!か|も|でも)|だれ(?!か|も)|どう(?!も|ぞ|せ|か|でも|やら)|なぜ|どれ(?!も|でも)|どの(?!み)|どんな(?!に|.*も)|どっち|どちら(?!も)|いくら(?!でも|か)|いくつ(?!か|も)).{0,24}(?:の|か|だ|です|ます|って|た|る|い|う|は|で|れ|ら|に|へ|が|して|なん|と)?[。…\\s]*$',
    '(?:何|なに|どうして|なぜ|いつ|どこ|誰|いくら)(?:の)?[。…\\s]*$',
    // "And in Japan", "the price": what is left out is asked for.
    '^.{1,14}(?:では|だと|とは|については|に関しては|のほうは|の方は|って|の場合は)[。…\\s]*$',
    '^(?:じゃあ|では|あと|で|それで|ちなみに)、?.{1,10}は[。…\\s]*$',
    '^[\\p{Script=Han}\\p{Script=Katakana}ーa-z0-9]{2,10}は[。…\\s]*$',
  ),
  request: anyOf(
    '教えて|おしえて|説明(?:して|を|お願い)|まとめて|要約|詳しく|くわしく|詳細(?:を|は|お願い)?(?:$|[、。\\s]|お願い|ください)|もっと(?:知|教|聞|短|簡単|具体|詳)|もう少し(?:詳|簡単|具体|短|説明)|続き(?:を|は|お願い)|続けて|見せて(?:ください|くれ|もら|$|[。!])|翻訳して|訳して|比べて|比較して|挙げて|例を|リストにして|言い換えて|かみ砕いて|噛み砕いて|引用して|示して|知りたい|聞きたい|気になる(?:ので|んだけど|のは|な|$)|(?:が|は)(?:よく)?(?:わか|分か)(?:らない|りません|らん)|(?:よく|いまいち)(?:わか|分か)(?:らない|りません)|ピンとこない|ソース(?:を|は)|出典(?:を|は)|(?:調べ|探し|書い|出し|直し|話し)て(?:ください|くれ|ほしい|もらえ)',
  ),
  rhetorical: anyOf(
    '(?:やば|すご|すごすぎ|高すぎ|ひど|怖|こわ|おもしろ|面白|うま|早|速|おかし|変|最高|神|えぐ|きつ|熱|アツ)(?:く|じゃ|すぎじゃ)?(?:く)?ない(?:ですか|です)?\\?',
    '(?:ですよね|だよね|よね|でしょ|でしょう|だろ|やろ|じゃん|じゃないか|ですかね?笑|よな)[?!。…笑\\s]*$',
    `(?:${laughter})[。!?]*$`,
    '^(?:何|なん)(?:それ|これ|だこれ|だそれ|だよ|でやねん|てこと|という)|何を今さら|誰が(?:得|使うん|買うん|知る)|誰得|知るか|どうでも(?:いい|よ)|どうせ|そんなの?(?:あり|アリ)|信じられ|いつも|何とか|なんとか|なんか(?!い)|どうやら|いい加減|仕方ない|しょうがない|^え\\?|かもね?[。]*$|かもしれ(?:ない|ません)(?:ね)?[。]*$|かな[ぁあー]*[。…]*$|だといいな|楽しみ(?:です|だ)?(?:ね|な)?[。!]*$',
  ),
  aside: anyOf(
    '誤爆|間違え(?:ました|た)|スレ(?:違い|ッド間違)|やっぱ(?:り)?(?:いい|なんでもない)|なんでもない|何でもない|気にしないで|独り言|ひとりごと|離席|落ちます|すまん、?忘れて|忘れてください',
  ),
  person: anyOf(
    '^@\\S+',
    '@\\p{L}{2,}',
    '^[^\\s、,。?]{1,10}(?:さん|くん|君|ちゃん|先輩|部長|課長|先生|様|氏|主任|リーダー)[、,!\\s]',
    '^[^\\s、,。?]{1,10}(?:さん|くん|君|ちゃん|先輩|部長|課長|先生|様)(?:は|も|って|的には|なら)?、?(?:どう(?:思|です|よ|$|\\?)|見(?:た|ました|ます)|読(?:んだ|みました|みます)|知って(?:る|ます|いますか)|行(?:く|きます)|来(?:る|ます)|使(?:った|いました|って)|試し|持って|食べ|いかが|お願い|聞いて|これ)',
    '(?:思い?ま?す?|見た|どう|知ってる)[?、]?[^\\s、,。?]{1,8}(?:さん|くん|君|ちゃん)[?!]?$',
    '(?:さん|くん|ちゃん|先輩|部長|課長|先生)に(?:聞|きい|頼|相談|送|回|共有|確認)',
  ),
  people: anyOf(
    'みんな|皆(?:さん|様|で|は)|誰か|だれか|どなたか|おまえ|お前|君たち|あなた(?:たち|方)|うちら|うちの?(?:会社|チーム|部)で(?:も)?(?:使|や|入)|俺たち|私たち(?:も|で)',
    'ランチ|お昼(?!の)|昼飯|ご飯(?:行|食)|飯(?:行|食)|飲み(?:に)?(?:行|会)|飲も|コーヒー(?:行|飲|買)|休憩|帰(?:る|ろう|ります)\\?|会議(?:は|って|、)?(?:何時|いつ|どこ|から|の(?:資料|時間|部屋))|打ち合わせ|ミーティング|定例|朝会|議事録|出社|有給|飲み会|週末(?:は|どう|何)|スライド|プルリク|デプロイ(?:し|は)|(?:この|その|あの)資料(?:どこ|送)',
    '(?:行|帰|食べ|飲|やっ|試し|使っ|共有し|話し|集ま|決め|買|見|導入し|相談し|聞い)(?:て?み)?(?:よう|ましょう|こう|ろう|おう|もう)(?:か|よ|ぜ|ね)?[?。!…]*$|(?:行き|帰り|食べ|飲み|試し|やり|使い|見)ませんか|(?:行く|行ける|来る|食べる|飲む|帰る|出る|参加する|来れる|空いてる|ひま|暇)(?:人|の)?\\?|空いてます|時間あ(?:る|ります)|お時間|(?:見|読ん|使っ|試し|買っ|行っ|食べ|聞い|会っ)(?:た|だ)\\?$|(?:見|読み|使い|試し|買い|行き|聞き)ましたか|(?:した|使った|行った|見た|試した)こと(?:ある|あります)(?:人|か|\\?|$)|何(?:し|食べ|飲ん|買っ|使っ|見)て(?:る|ます|いますか)(?:の)?\\?|今どこ(?:です|に|\\?|$)|今日どう(?:する|します)|元気(?:です|\\?)|大丈夫そう\\?|(?:送って|貸して|手伝って|レビューして|確認して|見て|来て|持ってきて|予約して|直して)(?:おいて)?(?:もらえ|くれ|ください|ほしい|もらって)',
  ),
  opinion: anyOf(
    'どう思(?:う|い)|(?:あなた|君|そっち|そちら)は|ご意見|いかが(?:です|でしょう)|どうです(?:か)?\\?$|どうよ|と思(?:う|いません|いますか|わない)\\?',
  ),
  article: anyOf('記事|この(?:ニュース|話題|研究|論文|報道)|本文|ソース|出典|tidings|ボット|要点'),
};

const chinese: Signs = {
  reaction: all(
    anyOf(
      laughter,
      'xd+|orz|lol',
      '(?:非常|太|真的很?|多)?(?:謝謝|感謝|多謝|感恩|谢谢|感谢)(?:你|您|啦|喔|囉|分享|說明|整理|大大)*|辛苦了|好的?(?=[\\s,。!~]|$|了解|喔|謝|吧)(?:喔|吧|啊|哦|啦)?|了解(?:了)?|瞭解|收到|知道了|明白了?|懂了|ok|沒問題|原來如此|原來是這樣|原來|是喔|是哦|真的(?:假的|嗎|喔|哦)?(?=[\\s,。!?~]|$)|不會吧|天(?:啊|哪)|哇(?:塞|賽)?|喔+|哦+|嗯+|噢|厲害|酷|讚|太(?:強|棒|神|扯|猛|好)了?(?:吧)?|笑死|推|早安|晚安|掰掰|有趣|有意思|可怕|恐怖|對(?:啊|呀)|沒錯|也是',
    ),
  ),
  question: anyOf(
    '\\?',
    '(?:嗎|呢|麼|么|吗)[。~…\\s]*$',
    '什麼|甚麼|什么|為什麼|為何|為啥|怎麼|怎样|怎樣|如何|多少|幾(?!乎|度|經)|哪(?!怕)|誰(?!都|也)|何時|何地|是否|有沒有|會不會|是不是|能不能|可不可以|要不要錢|對不對|需不需要|多久|多大|多長|多高|多快|多重|差在',
  ),
  request: anyOf(
    '請(?!假|客|問一下大家)|麻煩(?:你|再|幫)|告訴我|說明|解釋|詳細|詳情|細節|整理一?下?|摘要|總結|列出|條列|給我|我想(?:知道|了解|問|看)|想(?:知道|了解|問)|翻譯|翻成|比較一下|比較(?:看看|.*(?:差|和|跟))|多(?:說|講|介紹)|再(?:說|講|多|詳細|簡單)|講(?:簡單|白話|清楚)|白話|簡單(?:說|講)|換句話|舉(?:個)?例|(?:看|聽)不(?:太)?懂|不(?:太)?(?:懂|明白|清楚)|繼續(?:說|講|$)|出處|來源|原文|(?:附上|貼)(?:連結|出處)|好奇(?:的是)?(?:他|她|它|怎|為|這)',
  ),
  rhetorical: anyOf(
    '誰知道|誰(?:在乎|管|理)|誰想得到|誰會(?:買|信|用)|怎麼可能|怎麼會這樣|怎麼這(?:麼|樣)|有什麼(?:好|了不起|用)|關我(?:什麼|啥)事|不(?:是)?(?:很|超|太)?(?:誇張|扯|酷|棒|神奇)嗎|是不是(?:很|太|有點)(?:誇張|扯|酷|瘋)|何必|何苦|難怪|什麼鬼|搞什麼|什麼跟什麼|多麼|無論如何|不管(?:怎|如|什)|怎麼(?:樣)?都|什麼都|沒什麼|哪有|哪裡(?:有這|好|會)|想(?:太多|像不到)|幾乎|你(?:敢)?(?:能)?(?:相)?信嗎|敢信|也太.*(?:吧|了)|這(?:麼|樣)(?:也|都)(?:行|可以)|對吧|是吧|不是嗎',
    `(?:${laughter}|xd+)[。!~?]*$`,
  ),
  aside: anyOf(
    '貼錯|發錯|傳錯|打錯|走錯|錯(?:頻|棚|串|群)|當我沒說|沒事了?$|算了|不用了|忽略(?:這|我)|自言自語|先閃|等等回來',
  ),
  person: anyOf(
    '^@\\S+',
    '@\\p{L}{2,}',
    '^(?:欸|誒|嘿|哈囉|hi )?,?(?:阿|小|老|大)[\\p{Script=Han}](?:哥|姐|姊)?[,:\\s]',
    '^(?!請問|謝謝|所以|那麼|另外|還有|對了|不過|可是|但是|如果|好的|原來|例如|比如|首先|最後|總之|價格|目前|現在|之後|台灣|日本|歐洲|美國)[\\p{Script=Han}a-z]{2,6}[,:\\s].*(?:你|妳|您|咱|我們)',
    '^[\\p{Script=Han}]{1,3}(?:哥|姐|姊|桑|老師|主任|經理|學長|學姐|同學)(?:,|:|\\s|你|妳|您|覺得|怎麼看|看過)',
    '^(?!如果|所以|那|請問|聽說|謝謝|可以|希望|不知道)[\\p{Script=Han}]{1,3}(?:你|妳)(?:看|覺得|知道|有|會|要|去|可以|能|用|買|試|說|怎|在|來|幫)',
  ),
  people: anyOf(
    '你們|妳們|大家|各位|有人|有誰|咱們|我們(?:要|該|可以|什麼時候|公司|部門|幾點|去|來|是不是|明天|下午)|揪|一起(?:去|吃|看|來|買|團)|要不要(?:去|一起|來|吃|喝|買|試|約)',
    '午餐|吃飯|吃什麼|晚餐|早餐|便當|喝(?:咖啡|酒|飲料|一杯)|下午茶|聚餐|開會|會議(?:室|幾點|改|紀錄)|站會|週會|報告交|下班|上班|加班|請假|簡報(?:在|檔|放)|週末(?:要|去|有)|出去玩|手搖|團購',
    '(?:你|妳|您)(?:們)?(?:有空|在(?:哪|嗎|幹|忙)|吃(?:了|飽)|昨天|今天|明天|晚上|等等|等一下|到了|什麼時候(?:來|到|去)|要去|去不去|會去|來不來|有(?:看|用|試|買|去|帶)(?:過|了)?|用過|看過|試過|買(?:了|過|哪)|用(?:哪|什麼)|家|老闆|週末|是不是也|最近|幫我(?:訂|帶|拿|買|看一下)|可以幫我(?:訂|帶|拿|買|review)|好嗎)',
  ),
  opinion: anyOf('(?:你|妳|您)(?:覺得|認為|怎麼看|怎麼想|會|的看法|說呢)|怎麼看\\?*$|覺得(?:呢|如何|怎樣)|同意嗎'),
  article: anyOf('文章|報導|這(?:則|篇)|新聞|原文|文中|內文|論文|tidings|機器人(?:你|幫)'),
};

const korean: Signs = {
  reaction: all(
    anyOf(
      laughter,
      '(?:정말 |너무 |진짜 )?(?:감사(?:합니다|해요|드립니다)?|고마워(?:요)?|고맙습니다|땡큐|ㄱㅅ)|네+(?![\\p{L}])|넵|넹|옙|예(?![\\p{L}])|응(?![\\p{L}])|ㅇㅇ|ㅇㅋ|알겠(?:습니다|어요|어)|알았어(?:요)?|오케이|ok|그렇군(?:요)?|그렇구나|아하|아(?=[\\s,.!]|$)|오+(?![\\p{L}])|와+(?![\\p{L}])|우와|헐|대박|진짜(?:요)?(?=[\\s,.!?]|$)|정말(?:요)?(?=[\\s,.!?]|$)|레알|굿|좋네(?:요)?|좋아(?:요)?|신기하네(?:요)?|재밌네(?:요)?|흥미롭네(?:요)?|대단하네(?:요)?|안녕(?:하세요)?|수고(?:하셨습니다|하세요)?|ㅠ+|ㅜ+|그러게(?:요)?|맞아(?:요)?|인정',
    ),
  ),
  question: anyOf(
    '\\?',
    '(?:까|까요|나요|가요|는지요|은지|는지|냐|니|래요|건가|건가요|인가|던가)[.~…\\s]*$',
    '(?:뭐|뭔|무엇|무슨|왜|언제(?!나|든)|어디(?!든)|누구(?!나|든)|누가|어떻게|어떤|어느|얼마|몇)(?!.*(?:모르겠|든지|든 )).{0,24}(?:요|어|아|지|야|해|됐어|되지|했어|래|죠|데|은|는|나|돼|까|거)?[.~…\\s]*$',
    '^.{1,14}(?:은요|는요|에서는|에서는요|의 경우는)[.~…\\s]*$',
  ),
  request: anyOf(
    '알려|설명(?:해|좀|부탁)|요약|자세히|자세한|상세|정리(?:해|좀)|더 (?:말|알|설명|얘기|이야기|보여|쉽|짧|구체)|보여(?:줘|주)|말해(?:줘|주)|얘기해(?:줘|주)|번역|비교(?:해|좀)|예를|예시|풀어서|쉽게|계속(?:해|$)|궁금|알고 싶|듣고 싶|이해(?:가)? (?:안|못)|모르겠(?:어요|는데|습니다)|출처|링크 (?:좀|줘|주)|찾아(?:줘|주)|인용',
  ),
  rhetorical: anyOf(
    '누가 (?:알|신경|이런|사|쓰)|그쵸\\?|그렇죠\\?|그치\\?|맞죠\\?|맞지\\?|않나요\\?|않아(?:요)?\\?|지 않냐|어쩌라고|뭐야 이거|이게 뭐야|이게 뭐임|뭐래|무슨 (?:소리|일이야)|말이 (?:돼|되냐|됩니까)|믿(?:어져|기|겨)|왜 이래|어떡해|어쩌나|어쩐지|어쨌든|뭐 어때|얼마나 (?:좋|멋)|언젠가|왠지',
    `(?:${laughter})[.!~?]*$`,
  ),
  aside: anyOf(
    '잘못 (?:올|보냈|썼)|다른 방|방 (?:착각|잘못)|오타|무시(?:하|해)|아니에요|아니다 (?:됐|찾)|됐어요|됐습니다|찾았(?:어요|다)|혼잣말|잠깐만요$|자리 비',
  ),
  person: anyOf(
    '^@\\S+',
    '@\\p{L}{2,}',
    '^[가-힣]{1,4} ?(?:씨|님|쌤|선배(?:님)?|팀장님|대리님|과장님|부장님|형|누나|언니|오빠)(?:,|\\s|은|는|도|!)(?=.*(?:어떻게 생각|생각|봤|보셨|드실|갈래|가실|써|쓰|오|시간|해줄|해 주|\\?))(?!.*(?:라고|뭐라|몇 살|누구))',
    '^[가-힣]{1,3}(?:야|아)[,!]? ',
    '(?:씨|님|선배|팀장님|대리님)(?:한테|에게|께) (?:물어|보내|부탁|말)',
  ),
  people: anyOf(
    '다들|여러분|너희|너네|니네|모두(?: 들)?|누구 (?:있|써|가실|갈)|혹시 (?:써|해|가|보|드)(?:보)?신 분|분 (?:있|계)|우리(?: |도 )(?:회의|점심|언제|몇|같이|이거|팀|회사|뭐|어디)|같이 (?:가|먹|하|해|볼|드)',
    '점심|저녁 (?:먹|뭐)|밥 (?:먹|드)|커피 (?:마|한|드|사)|술 (?:한|마)|퇴근|출근|야근|회식|회의(?: |실|록)|미팅|발표 자료|주말에|연차|휴가|스탠드업|배포 (?:했|언제)',
    '(?:먹|갈|할|볼|마실|드실|오실|가실)래(?:요)?|(?:하|가|먹|보|해보|공유하)시죠|(?:하|가|먹|보)자(?:고)?[.!~]*$|할까(?:요)?\\?|갈까(?:요)?\\?|먹을까(?:요)?\\?|볼까(?:요)?\\?|(?:너|넌|너는|너도|당신(?:은)?|자기) |봤어(?:요)?\\?|보셨(?:어요|나요)|써(?:봤|보셨)|가봤|먹었어|잘 지내|뭐 ?해\\?|뭐하세요|어디(?:야|세요|예요)\\?$|시간 (?:있|되|괜찮)|언제 (?:와|오세요|가요|끝나요|퇴근)',
  ),
  opinion: anyOf('어떻게 (?:생각|보)|어때(?:요)?\\?|어떠세요|(?:고|라고) 생각(?:해|하)|동의(?:하|해)|의견'),
  article: anyOf('기사|뉴스|보도|논문|본문|원문|출처|tidings|봇'),
};

const thai: Signs = {
  reaction: all(
    anyOf(
      laughter,
      'ขอบคุณ(?:มาก|ครับ|ค่ะ|คะ|นะ|จ้า|เลย)*|ขอบใจ(?:นะ|จ้า|มาก)*|โอเค|โอเช|ok|รับทราบ|เข้าใจ(?:แล้ว|ละ)|ได้เลย|ครับผม|จริงดิ|จริง(?:เหรอ|หรอ|อ่ะ|อะ|ป่ะ|ปะ|ไหม|มั้ย)(?=[\\s?!]|$|คะ|ครับ)|(?:เหรอ|หรอ)(?=[\\s?!]*$)|ว้าว|โห+|อ๋อ+|อ้อ|เออ|อืม+|เจ๋ง(?:มาก|ดี|อ่ะ)*|สุดยอด|เก่งมาก|น่าสนใจ(?:มาก|ดี)*|น่ากลัว|สวัสดี|ฮ่า+|อิอิ|เยี่ยม|ดีมาก|แจ่ม',
    ),
  ),
  question: anyOf(
    '\\?',
    'ไหม|มั้ย|มั๊ย|ป่าว|หรือเปล่า|หรือไม่|หรือยัง|รึยัง|รึเปล่า|อะไร(?!ก็|เนี่ย)|ทำไม|เมื่อ(?:ไร|ไหร่)|ที่ไหน(?!ก็)|ตรงไหน|อันไหน|ประเทศไหน|ใคร(?!ก็)|อย่างไร|ยังไง(?!ก็)|เท่า(?:ไร|ไหร่)|กี่|แค่ไหน|นานไหม|(?:แล้ว).{1,24}(?:ล่ะ|ละ)|ใช่(?:ไหม|มั้ย|ป่ะ)|คือ(?:อะไร|ใคร)',
  ),
  request: anyOf(
    'ช่วย|ขอ(?!ง|บ|โทษ|ให้|ตัว|เวลา)|บอก(?:หน่อย|ที|ด้วย|รายละเอียด|เพิ่ม|ฉัน|เรา|ผม)|อธิบาย|สรุป(?:ให้|หน่อย|ที|สั้น)|เล่า(?:ให้|เพิ่ม|ต่อ|หน่อย)|เพิ่มเติม|อยาก(?:รู้|ทราบ|ฟัง)|แปล(?:ให้|เป็น|หน่อย)|เปรียบเทียบ|เทียบ(?:กับ|ให้)|ยกตัวอย่าง|ต่อเลย|ขยายความ|ไม่(?:ค่อย)?เข้าใจ|งง(?:ตรง|กับ|เรื่อง)|สงสัย|ที่มา|แหล่งข่าว',
  ),
  rhetorical: anyOf(
    'ใครจะ(?:ไป)?(?:รู้|คิด|เชื่อ|สน|ซื้อ)|อะไร(?:เนี่ย|วะ|กัน(?:เนี่ย|นี่)|ของมัน)|เชื่อ(?:ไหม|มั้ย|ป่ะ)|ทำไม(?:ถึง)?(?:เก่ง|แพง|น่ารัก|ดี)(?:ขนาด|จัง|แบบ)|แพง(?:ไป)?(?:ไหม|มั้ย)(?:เนี่ย|ล่ะ)|ใช่(?:ป่ะ|ปะ)|เนอะ|ว่าไหม|ว่ามั้ย|ไม่รู้ว่าจะ|ก็ได้',
    '(?:555+|ฮ่า+)[\\s!?]*$',
  ),
  aside: anyOf('ผิดห้อง|ผิดกลุ่ม|ผิดแชท|ส่งผิด|พิมพ์ผิด|ไม่เป็นไร(?:แล้ว)?|ช่างมัน|เจอแล้ว|เดี๋ยวมา|ขอตัว|บ่นเฉยๆ'),
  person: anyOf(
    '^@\\S+',
    '@\\p{L}{2,}',
    '^(?:พี่|น้อง|คุณ|เฮีย|เจ๊|ไอ้|อาจารย์|หัวหน้า)[\\p{L}\\p{M}]{2,14}[\\s,:](?=.*(?:คิด|ว่าไง|ดู|เห็น|อ่าน|ลอง|ไป|มา|ว่าง|ช่วย|ใช้|รู้|\\?))(?!.*(?:พูด|กล่าว|บอกว่า|คือใคร|อายุ))',
    'ถาม(?:พี่|น้อง|คุณ|หัวหน้า|อาจารย์)',
  ),
  people: anyOf(
    'ทุกคน|พวกเรา|พวกเธอ|พวกมึง|พวกแก|เพื่อนๆ|แก(?:ว่า|คิด|เห็น|ไป)|มึง|เธอ(?:ว่า|คิด|ไป|ว่าง)|มีใคร(?:.{0,12})(?:บ้าง|ไหม|มั้ย)|ใครจะไป|ใครว่าง|ใครเคย',
    'กินข้าว|กินอะไร|ข้าวเที่ยง|มื้อเที่ยง|กาแฟ(?:กัน|ไหม|มั้ย)|ประชุม|เลิกงาน|ไปไหนมา|ไป(?:เที่ยว|ด้วยกัน|กัน)|กัน(?:ไหม|มั้ย|ดีกว่า|เถอะ)|ว่าง(?:ไหม|มั้ย|ป่ะ|เปล่า)|อยู่ไหน|อยู่บ้าน|สบายดี|ทำ(?:อะไรอยู่|ไรอยู่)|วันหยุด|ลางาน|เสาร์อาทิตย์|(?:เคย)?(?:ดู|ลอง|อ่าน|ใช้)(?:หรือ|รึ)?ยัง(?:ครับ|คะ)?\\?*$',
  ),
  opinion: anyOf('คิด(?:ยังไง|ว่าไง|อย่างไร|เห็น)|ว่าไง|เห็นด้วยไหม|คุณ(?:คิด|ว่า|เห็น)'),
  article: anyOf('ข่าว|บทความ|รายงาน|เนื้อหา|แหล่งข่าว|ที่มา|บอท|tidings'),
};

const signs: Record<string, Signs> = {
  en: english,
  ja: japanese,
  'zh-TW': chinese,
  ko: korean,
  th: thai,
};
