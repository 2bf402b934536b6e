import { all, anyOf, anyWord, laughter, type Signs } from './speak-signs.ts';

/** What may stand before the word that asks: "ok, and", "hmm but". */
const openers =
  '^(?:\\W|(?:and|but|so|then|also|btw|wait|anyway|now|or|ok|okay|well|please|pls|just|hm+|oh|sorry|next question|one more|quick question)(?!\\p{L}))*';
const auxiliary =
  "is|are|was|were|does|do|did|can|could|will|would|has|have|had|should|isn't|aren't|doesn't|didn't|won't|can't";
const tell =
  'tell (?:me|us)|explain|summari[sz]e|sum (?:it|this|that) up|show (?:me|us)|give (?:me|us|an?|some|more)|list|compare|elaborate|translate|expand on|define|describe|clarify|rephrase|simplify|repeat|break (?:it|this|that) down|walk me through|remind me|quote|cite|say|find|link|name (?:the|them|all|some|a few|two|three)';
/** Words that open a sentence before a comma and are nobody's name. */
const noNames =
  'tidings|bot|ok|okay|so|and|but|also|or|if|wait|well|now|yes|yeah|yep|no|nope|nah|oh|ah|hm+|wow|whoa|damn|huh|thanks|thank|thx|please|pls|sorry|right|great|cool|nice|good|perfect|amazing|awesome|interesting|actually|anyway|btw|lol|haha|fine|sure|alright|then|first|second|third|next|last|finally|again|still|however|otherwise|true|question|source|seriously|really|honestly|basically|overall|besides|meanwhile|maybe|specifically|concretely|briefly|today|in|for|to|at|on|by|about|apart|re|given|assuming|considering|more|one|another|what|why|how|who|when|where|which|is|are|do|does|did|can|could|will|would|has|have|i|it|this|that|they|the|a|an|not|just|my|hey|hi|hello|quick|price|license|licence|details|summary|tldr|fyi|hang|hold';
const dailyLife =
  'standup|stand-up|sprint|retro|offsite|lunch|dinner|breakfast|coffee|drinks|beers?|pub|gym|slides|slide deck|pull request|one-on-one|1:1|zoom|quick chat|meeting room';

export const english: Signs = {
  reaction: all(
    anyWord(
      laughter,
      'thank(?:s| you)(?: (?:so much|a lot|very much|again|all|guys))?|thx|ty(?:sm)?|cheers',
      'much appreciated|appreciate it',
      'o?k(?:ay|ie|k)?|sure|cool|nice|great|good|perfect|awesome|amazing|wow|whoa|woah|omg|oh|ah+|aha',
      'hm+|huh|yep|yeah|yes|yup|nope|no|right|true|exactly|indeed|agreed|same|lovely|sweet|neat|damn',
      'ouch|yikes|ugh|meh|phew|wtf|smh|tbh|imo|fyi|jeez',
      'got it|gotcha|i see|makes sense|fair enough|noted|understood|will do|no way|for real|seriously',
      'really|interesting|fascinating|impressive|crazy|wild|insane|incredible|unbelievable|sad|scary',
      'sorry',
      '(?:not )?again|oh no|what now|why not(?=\\W*$)|same here|me too|well|anyway|bye',
      "(?:good )?(?:morning|night)|pardon|what's up|sup",
    ),
  ),
  question: anyOf(
    // A question mark asks, but for a lone "what?" of surprise.
    '^(?!\\W*(?:what|eh|so|and)\\W*$).*\\?',
    // "which is why", "when the price drops", "what i expected" open no question.
    `${openers}(?:(?:in|at|by|for|from|to|until|since|with|on|of) )?(?:(?:what|who|where|when|how|why)'?(?:s|re)|(?:what|why|how|who|whose|which|when|where)(?!\\p{L})(?! (?:i|we|you|he|she|it|they|the|this|that|people)(?!\\p{L})(?! (?:article|others?)))(?<!which)|which(?! (?:is|was|are|makes?|made|means?|meant|reminds?|i|we|you|he|she|it|they|the|that)(?!\\p{L})))(?!\\p{L})`,
    `${openers}(?:${auxiliary}) (?:it|they|this|that|these|those|the|there|he|she|we|you|any|anyone|anybody|anything|something|nobody|nothing|all|many|most|some|people|companies)(?= \\p{L})`,
    `${openers}(?:are (?!you|we)\\p{L}+s|does (?!what)\\p{L}+) \\p{L}+`,
    `${openers}what (?:the (?:catch|price|cost|difference)|about)`,
    '^(?:and|but) (?:in|for|on|by|after|before|with|without|outside) (?:\\S+\\s?){1,4}$',
    '^(?:and|but) (?:the|their|its|his|her|those) \\S+(?: \\S+)?\\W*$',
    '(?:compared (?:to|with)|according to|based on) (?:what|whom?|which)\\W*$',
  ),
  request: anyOf(
    `${openers}(?:(?:can|could|would|will) you )?(?:please |pls )?(?:${tell}|go on|keep going|continue)(?!\\p{L})`,
    anyWord(
      '(?:any )?(?:more|further) (?:details?|info(?:rmation)?|about|on (?:this|that|the)|please|background|context|examples?)',
      'details please',
      'in (?:plain|simple|other|short|one|two|three|a few) (?:words?|english|sentences?|terms)',
      '(?:shorter|simpler|longer)(?: version)?(?: please| pls)|eli5|tl;?dr',
      "i(?:'d| would)? (?:like|want|need|love) to (?:know|hear|learn|understand|read|see) (?:more|what|how|why|who|when|where|which|if|whether|about)",
      "i (?:don't|do not|didn't|still don't|dont) (?:get|understand|follow) (?:it|this|that|the|what|how|why)",
      '(?:i wonder|wondering|curious) (?:if|how|what|why|who|when|where|whether|which|about)',
      '(?:an? )?(?:sources?|links?|summary|overview|explanation|translation|examples?|numbers|figures|quote|context|recap)(?: please| pls)',
      '^(?:the )?(?:source|link|quote|numbers|figures)\\W*$',
    ),
  ),
  rhetorical: anyOf(
    "(?:can|could|would) you (?:believe|imagine)|who would(?:'ve| have|a)? (?:thought|guessed)",
    'how about (?:we|you|i)|who even|who(?: \\p{L}+)? (?:knew|cares|asked|knows|needs)|who let',
    '^\\W*(?:what|see|get it|you see)\\W*$|who (?:writes|makes|comes up with) (?:this|these|those)|(?:how|why|what|who|where) on earth\\W*$|(?:this|that) stuff\\W*$',
    '^\\W*(?:oh |wow |omg )?what an? |what the (?:hell|heck|f\\p{L}*|actual)',
    "what (?:could|can) (?:possibly )?go wrong|what else is new|what's not to",
    'what (?:do|did) (?:you|they|we|i) expect',
    'why (?:am i|are we) not|when in doubt|why oh why|why (?:on earth|bother|even|is it always)',
    "(?:why|when) (?:do|does|will|can't|don't|won't) (?:people|they|we) (?:keep|always|still|even|ever|never|finally|just|learn)",
    '(?:how|who|what|where|why|when) (?:did|am|was|have|would) i(?!\\p{L})|am i the only',
    'is it just me|(?:are )?you (?:kidding|serious)|or what\\W*$',
    '^\\W*(?:wow |oh )?how (?:\\p{L}+)(?: (?:is|are) (?:that|this))?\\W*$(?<!how(?: (?:come|so|many|much|long|big|large|fast|old|far|often|high|low|small|soon|exactly))?\\W*)',
    'how (?:dare|hard can|about (?:no|that))',
    "(?:isn't|wasn't|ain't) (?:it|that|this)(?: (?!open|free|the|a|still|already)\\p{L}+)?\\W*$",
    "(?:aren't|don't|doesn't) (?:it|that|they|this|we|you)\\?$",
    '(?:right|eh|huh|innit|amirite|, ?no|, ?you know)\\?+$',
    "^tell me about it\\W*$|^you tell me|you don't say|say (?:no more|what you)",
    'give me a (?:break|sec|second|minute|moment)|show me the (?:money|door)|tell me something',
    "go figure|don't tell me|like i (?:said|care)",
    `^(?:${laughter}|wow|omg|oh)\\W+(?:what|why|how|who)\\W*$`,
    // A question that ends in laughter, unless it opens by asking.
    `^(?!\\W*(?:(?:and|but|so|ok) )*(?:what|how) (?:does it|did it|do they|much|many|long|old|big)).*(?:${laughter}|smh|wtf)\\W*$`,
  ),
  aside: anyWord(
    'brb|afk|nvm|never ?mind|ignore (?:that|this|me)|scratch that|disregard',
    'wrong (?:thread|channel|chat|window|tab|group)|oops|typo|talking to myself|note to self',
    'thinking (?:out|aloud)',
  ),
  person: anyOf(
    '(?<!\\S)@\\p{L}{2,}',
    // "ken, can you …", "ben: did you …"
    `^(?:hey |hi |hello |yo |dear |psst )?(?!(?:${noNames})(?!\\p{L}))\\p{L}{2,16}(?:[:,]| [-–—]) .*(?<!\\p{L})(?:you|your|u|we|us|me|thoughts|check|see|look|please|pls|any|take|read|help|this)(?!\\p{L})`,
    `^(?!(?:${noNames})(?!\\p{L}))\\p{L}{2,16} (?:can|could|would|will|did|do|have|are|were) (?:you|u)(?!\\p{L})`,
    '(?:^|[,.!?]\\s*)(?:hey|yo|psst|ping|cc|paging) (?!tidings|there|bot|again|so|what|how|who|when|why|is|can|could|do|does|the|and|it|all)\\p{L}{2,16}(?!\\p{L})',
    // "…, ken?"
    '(?:(?<!\\p{L})(?:you|your|we|our|u)(?!\\p{L})|^(?:right|agreed?|coming|ready|thoughts|really|true|ok)(?!\\p{L})).*,\\s*(?!(?:thanks|thx|please|pls|right|too|though|tho|then|now|exactly|again|anyway|ok|actually|really|maybe|tidings|bot)(?!\\p{L}))\\p{L}{2,12}\\s*\\?*$',
    '^wonder(?:ing)? what \\p{L}+ thinks|i wonder what (?!the)\\p{L}+ thinks',
  ),
  people: anyOf(
    anyWord(
      "guys|folks|y'all|you all|any (?:volunteers|takers|plans|objections)",
      "(?:what|when|where|who|how|is|are)(?:'s| is| are)? (?:our|my (?:plan|eta|turn|keys|charger|phone|bag|badge|desk|mug))",
      // "You" is us only where what is asked is ours to do: to know, to say, to explain.
      "(?<!thank )(?<!(?:can|could|would|will) )(?<!(?:what|how|why|when|where|which|who)(?:'s| \\p{L}+)? )(?:are|were|do|did|have|had|haven't|didn't|don't|does|is|r) (?:you|u)(?! (?:sure|certain|know|think|mean|say|said|saying|have (?:a |any |the |more |some |other )*(?:sources?|more|details?|examples?|numbers?|figures?|links?|info\\p{L}*|data|quotes?|context)|find|agree|reckon|mention))",
      "(?:what|how|why|when|where|which|who)(?:'s|(?: \\p{L}+){0,3}) (?:are|were|do|did|have|r) (?:you|u)(?! (?:sure|know|think|mean|say|said|saying|base (?:it|that|this)|get (?:that|this)|find|reckon|conclude|arrive|make of))",
      `(?:can|could|would|will) (?:you|u)(?! (?:please |pls |also |just |briefly |quickly |maybe |at least |try to |then |give |now )*(?:${tell}|say|dig|check (?:the|if|whether|that)|go|expand|continue|put|name|provide|point|elaborate|look up|be (?:more|less|specific)|answer|write|rate|believe|imagine|use|run|buy|get|download|still|even|only|install|train))`,
      '^you think|is \\p{L}+ (?:around|here|coming|joining|online|back yet|in today|off today)',
      '(?:is|are) (?:that|this|it|these|those) yours?',
      '(?:do )?(?:you|u) (?:want|wanna|coming|free|around|joining|up for|guys|two|folks|ready|there|in\\?)',
      "(?:is|does|what's|where's|when's|how's|how was|enjoy) your",
      'your (?:place|turn|weekend|team|desk|laptop|pc)',
      '(?:should|shall) we(?! (?:worry|care|expect|watch|be (?:worried|afraid|concerned)))',
      '(?:should|shall) i(?! (?:worry|care|expect|watch|know|do(?! for)|use|buy|wait|update|upgrade|switch|change|avoid|install|sell|stop|be (?:worried|afraid|concerned)))',
      '(?:are|were|did|have|had|will) we(?! (?:know|expect|see|sure|learn|need|talking about))',
      '(?:can|could) we(?! (?:use|run|download|buy|get|try|trust|expect|see|still|really|even|rely|be sure|access|train|modify|change|host|install|believe|say|tell|know))',
      '(?:ok|okay|alright|fine) if i',
      'do we(?! (?:know|have (?:any )?(?:numbers|data|details|figures|evidence)))',
      "where (?:are|do|did) we|why don't we|let'?s|wanna|want me to",
      'want to (?:grab|go|come|join|get|meet)',
      '(?:can|could|would|will) (?:someone|somebody)',
      '(?:can|could|does|do) (?:anyone|anybody)(?! (?:use|run|download|buy|get|try|access))',
      '(?:anyone|anybody|somebody|someone|everyone|everybody) (?:here|know|knows|up|want|wanna|seen|interested|free|around|have|having|doing|\\p{L}+ing|else)',
      '(?:has|did) (?:anyone|anybody) (?:here|else|see|seen|read|watch\\p{L}*|bring|order\\p{L}*|take|took|book\\p{L}*)',
      "who(?:'s| is| else is)? (?:in\\?|up|coming|free|around|joining|going to the|wants|here|on (?:call|duty)|among us|of (?:you|us)|can help|has time)",
      `(?:the|our|a|my|your|for|to|at|after|before|during|wants?|up for|some) (?:${dailyLife})`,
      `(?:${dailyLife})(?: (?:at|today|tomorrow|later|with me|together)|(?!\\p{L}).{0,8}\\?)`,
      "(?:who(?:'s| is)|who will) \\p{L}+ (?:today|tomorrow|tonight)",
      "how's the (?:baby|family|kids?|dog|cat|new (?:job|house|flat))",
      '(?:our|team|your|my) (?:meeting|call|demo|desk|boss|manager|weekend|vacation|team lead|charger|keys|password)',
      'our (?:next|roadmap|release|sprint|deadline|office|client|repo|backlog|build|server)',
      '(?:for|in|to|join\\p{L}*) the (?:call|meeting at|meeting)|(?:friday|monday|weekend) yet',
      'this on (?:monday|tuesday|wednesday|thursday|friday)|(?:the )?(?:game|match) last night',
      "(?:i'll|i will|i can|i could|we'll|gonna) (?:\\p{L}+)",
      '(?:ask|ping|cc|invite|forward (?:it|this) to|send (?:it|this) to|show (?:it|this) to) (?:him|her|them|the team|my (?:boss|manager|wife|husband|team))',
    ),
    '^(?:all|everyone|everybody|team|people|anyone|anybody)(?:[,:!]| (?:up|in|for|tried|who|want|seen|know))',
  ),
  opinion: anyWord(
    '(?:you|u) (?:all )?(?:think|reckon|feel|agree|believe|prefer)|wdyt|thoughts|agree|your (?:take|view|opinion)|(?:what|how) about (?:you|u)',
  ),
  article: anyWord(
    '(?:the|this|that) (?:article|story|report|paper|study|piece|source|text|post|news)|articles?',
    'tidings|bot|key points?|in the (?:brief|digest)',
  ),
};
