/** What Tidings says and understands in English. The other languages have the same shape: `Words`. */

const plural = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export const en = {
  name: 'English',
  /** Other names by which people ask for this language. */
  alsoCalled: ['en', 'english', 'eng'],

  /** What people type; the first of each is the one that help shows. */
  commands: {
    subscribe: ['subscribe', 'subscribe to', 'sub', 'sub to', 'follow', 'add', 'sign up for', 'sign me up for'],
    unsubscribe: ['unsubscribe', 'unsubscribe from', 'unsub', 'unfollow', 'stop following', 'remove'],
    mute: ['mute', 'hide', 'block'],
    unmute: ['unmute', 'unhide', 'unblock'],
    undo: ['undo'],
    list: ['list', 'subscriptions'],
    topics: ['topics'],
    sources: ['sources', 'feeds'],
    status: ['status'],
    digest: ['digest', 'today', 'news'],
    time: ['time', 'hour', 'at'],
    timezone: ['timezone', 'tz', 'zone'],
    days: ['days'],
    stories: ['stories'],
    layout: ['layout'],
    language: ['language', 'lang'],
    quiet: ['quiet'],
    pause: ['pause', 'stop'],
    resume: ['resume', 'start', 'unpause'],
    forget: ['forget'],
    ask: ['ask'],
    why: ['why'],
    import: ['import'],
    export: ['export'],
    settings: ['settings', 'setup'],
    help: ['help', 'commands'],
  },

  /** For help: how it is typed, and what it does. */
  usage: {
    subscribe: ['subscribe ai, "solid state", https://…', 'follow topics, sources, pages or keywords'],
    unsubscribe: ['unsubscribe ai', 'stop following it'],
    mute: ['mute "celebrity"', 'leave out stories with these words'],
    unmute: ['unmute "celebrity"', 'let them in again'],
    undo: ['undo 2', 'take back a rule that `list` shows'],
    like: ['less like 3', 'fewer stories like story 3; also `more like 3`, `less crypto`, `more science`'],
    list: ['list', 'what this channel follows, and when'],
    topics: ['topics', 'the topics there are'],
    sources: ['sources nasa', 'find a source; `sources` alone shows yours, and how they fare'],
    status: ['status', 'the next digest, and what needs care'],
    digest: ['digest', 'today’s digest, now'],
    time: ['time 07:30', 'when the digest comes'],
    timezone: ['timezone Asia/Tokyo', 'whose clock it is'],
    days: ['days weekdays', 'on which days it comes'],
    stories: ['stories 7', 'how many stories, 1 to 12'],
    layout: ['layout compact', 'one message, or `cards`: one a story'],
    language: ['language ja', 'en, ja, zh-TW, ko or th'],
    quiet: ['quiet on', 'answer only when mentioned'],
    pause: ['pause', 'no digests until `resume`'],
    resume: ['resume', 'digests again'],
    forget: ['forget', 'delete all that is kept of this channel'],
    ask: ['ask what happened to chip prices?', 'an answer from the recent stories'],
    why: ['why 3', 'why story 3 is in the digest, or why a link is not'],
    import: ['import https://…/feeds.opml', 'follow the feeds of an OPML file'],
    export: ['export', 'what this channel follows, as OPML'],
    settings: ['settings', 'change the settings with buttons'],
    help: ['help', 'this list'],
  } satisfies Record<string, [string, string]>,

  /** Values that people type. */
  values: {
    on: ['on', 'yes'],
    off: ['off', 'no'],
    yes: ['yes', 'y', 'yes, delete', 'delete'],
    all: ['all', 'everything'],
    compact: ['compact', 'list', 'short'],
    cards: ['cards', 'card'],
    daily: ['every day', 'everyday', 'daily', 'all', 'all days'],
    weekdays: ['weekdays', 'workdays', 'mon-fri', 'weekday'],
    weekend: ['weekend', 'weekends'],
    /** Monday first. */
    days: [
      ['mon', 'monday'],
      ['tue', 'tues', 'tuesday'],
      ['wed', 'wednesday'],
      ['thu', 'thur', 'thurs', 'thursday'],
      ['fri', 'friday'],
      ['sat', 'saturday'],
      ['sun', 'sunday'],
    ],
  },

  /** Natural ways to say a command: the text becomes what stands on the right, `$1` filled in. */
  phrases: [
    [/^(?:send|give|show)(?: me| us)? (?:the |today'?s )?(?:digest|news)[.!]?$/i, 'digest'],
    [/^(?:what(?:'?s| is) (?:the )?(?:news|new)(?: today)?)\??$/i, 'digest'],
    [
      /^(?:what(?:'?s| is) (?:in )?|summari[sz]e |sum up )(?:today'?s |the |my |all )*(?:digest|news|everything)(?: (?:of )?today)?\??$/i,
      'digest',
    ],
    [/^(.{1,200}?),? (?:please|pls|plz)\??$/i, '$1'],
    [
      /^(?:can|could|would|will) you ((?:send|post|deliver|set|change|switch|speak|answer|show|list|subscribe|follow(?! up\b)|unsubscribe|stop|mute|translate|remind|make it|help me)\b[^?]{0,100})\??$/i,
      '$1',
    ],
    [
      /^(?:i|we)(?:'d like| would like| want)(?: to)? ((?:follow|subscribe|unsubscribe|add|mute|the news|news|the latest)\b[^?]{1,100})$/i,
      '$1',
    ],
    [/^how (?:do|can|could) (?:i|we) (?:change|set|edit) (?:the |my |our )?[a-z ]{1,30}\??$/i, 'settings'],
    [/^change(?: the| my| our)? (?:time|timezone|days|language|layout|stories|settings)$/i, 'settings'],
    [
      /^how (?:do|can) (?:i|we) (?:subscribe|unsubscribe|follow|unfollow|mute|unmute|ask|import|export|pause)\b[^?]{0,40}\??$/i,
      'help',
    ],
    [/^what (?:am i|are we) (?:following|subscribed to)(?: here)?\??$/i, 'list'],
    [/^(?:when(?:'s| is) (?:the |my |our )?)?next digest\??$/i, 'status'],
    [
      /^(?:when|what time|at what time) (?:do|will|does) (?:you|it|the (?:next )?(?:digest|news)) (?:send|post|deliver|come|arrive)(?: (?:it|them|the (?:digest|news)|me (?:the news|it)))?\??$/i,
      'status',
    ],
    [/^(?:which|what) (?:language )?(?:model|ai|llm) (?:do you use|are you(?: using)?)\??$/i, 'status'],
    [/^(?:turn|switch) (?:it |yourself )?off$/i, 'pause'],
    [
      /^(?:(?:please )?(?:pause|hold|stop)(?: (?:it|the digests?|the news|sending))?|(?:no|skip)(?: the| any)? (?:digests?|news)|nothing) (?:until|till|for) [a-z0-9 ]{2,30}$/i,
      'pause',
    ],
    [
      /^(?:what|which) (topics|sources)(?: (?:are there|do you (?:have|know|read)|can (?:i|we) (?:follow|choose|pick)|exist))?\??$/i,
      '$1',
    ],
    [/^(?:no digests?|not|nothing|never) (?:on|at) (?:the )?weekends?$/i, 'days weekdays'],
    [
      /^(?:(?:please )?(?:don't|do not|dont|never) (?:send|post|deliver)|no|not|nothing|skip|never)(?: (?:any |the )?(?:digests?|news|it|anything|me (?:the |any )?(?:news|digests?)))?(?: on| at)?(?: the)? ((?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|weekends?|weekdays)(?:(?:,| and| or|,? &) (?:on )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|weekends?))*)$/i,
      'days not $1',
    ],
    [
      /^(?:(?:send|post|deliver)(?: (?:it|the digest|the news|me the (?:news|digest)))? )?(?:(?:every|each) (?:day|morning)|daily|mornings?)(?: at)? (\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?|noon|midnight)$/i,
      'time $1',
    ],
    [
      /^(?:(?:(?:send|post|deliver)(?: (?:it|the digest|the news|me the (?:news|digest)))? )?(?:(?:every|each) (?:day|morning)|daily)(?: at)?|(?:digest|(?:send|post|deliver)(?: (?:it|the digest|the news|me the (?:news|digest)))?) at) ((?:half|(?:a )?quarter|ten|twenty|five) (?:past|to) [a-z]{3,6}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:thirty|fifteen|forty-five|o'clock))?)((?: in the (?:morning|evening|afternoon))?)$/i,
      'time $1$2',
    ],
    [/^(?:(?:every|each) evening|evenings?)(?: at)? (\d{1,2}(?:[:.]\d{2})?)(?: ?pm)?$/i, 'time $1pm'],
    [
      /^(?:digest|(?:send|post|deliver)(?: (?:it|the digest|the news|me the (?:news|digest)))?) at (\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?|noon|midnight)$/i,
      'time $1',
    ],
    [
      /^(?:at )?(\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?|noon|midnight) (?:every (?:day|morning|evening)|daily)$/i,
      'time $1',
    ],
    [
      /^(?:(?:send|post|deliver)(?: (?:it|the digest|the news|me the (?:news|digest)))? )?(?:on|every|each) (weekdays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?: mornings?| evenings?)?$/i,
      'days $1',
    ],
    [/^(?:set|change|move) (?:the |my )?(?:digest|delivery)(?: time| hour)? (?:to|at) ([^?]{1,20})$/i, 'time $1'],
    [/^(?:my|our) time ?zone is ([^?]{1,40})$/i, 'timezone $1'],
    [/^(?:i|we) (?:only )?(?:want|need)(?: only| just)? (\d{1,2}) stories(?: a day| per day)?$/i, 'stories $1'],
    [/^(\d{1,2}) stories(?: please| a day| per day| per digest)?$/i, 'stories $1'],
    [
      /^(?:digests?|news|send (?:it|the digest)) (?:only |just )?on ((?:weekdays|weekends|mon|tue|wed|thu|fri|sat|sun)[a-z, -]*)$/i,
      'days $1',
    ],
    [
      /^(?:digests? |news )?(?:only|just) (?:on )?((?:weekdays|weekends|mon|tue|wed|thu|fri|sat|sun)[a-z, -]*)$/i,
      'days $1',
    ],
    [/^stop(?: (?:it|now|all|everything|sending|posting|the|digests?|news|messages|me|us|please))+$/i, 'pause'],
    [
      /^stop (?:sending|showing|giving|posting)(?: me| us)? (?:any |the )?([^?]{1,40}?)(?: news| stories)?$/i,
      'mute $1',
    ],
    [
      /^(?:please )?(?:don't|do not|dont|never) (?:show|send|give) (?:me |us )?(?:any(?:thing)? |stuff |things |news |stories )+(?:about |on |of |from )?(?!.{0,20}\b(?:this|that|it|you)\b)([^?!.]{2,40}?)(?: news| stories)?$/i,
      'mute $1',
    ],
    [/^stop (?!following\b|by\b|with\b)([^?]{1,40})$/i, 'unsubscribe $1'],
    [/^(?:more|less) stories$/i, 'stories'],
    [/^why (?:is|was|did you (?:pick|choose|send)) (?:story |number |#)?(\d{1,2})(?: .{1,30})?\??$/i, 'why $1'],
    [/^(?:follow |add |send me )?(?:the )?(?:news|latest) (?:about|on) ([^?]+)$/i, 'subscribe $1'],
    [/^no more ([^?]{1,40}?)(?: news)?$/i, 'mute $1'],
    [
      /^(?:i (?:don't|do not|dont) (?:like|want|need|care about)|(?:i'm |i am )?not interested in|i hate|enough(?: of)?) (?!(?:news|stor(?:y|ies)|digests?|often|of|like|text|words|such|than|is|was|are|and)\b|.{0,20}\b(?:this|that|it|you|to)\b)([^?!.]{2,40}?)(?: news| stories)?$/i,
      'mute $1',
    ],
    [/^(.{4,60}) (?:instead|from now on)$/i, '$1'],
    [/^(?:in|into) (english|japanese|chinese|korean|thai)$/i, 'language $1'],
    [/^speak ([a-z]{4,12})$/i, 'language $1'],
    [/^(?:menu|options|help me|help us|i need help|what now)$/i, 'help'],
    [
      /^where (?:do|does) (?:you|this|it|these|the (?:news|stories)|your (?:news|stories)) (?:get|come|read)(?: .{1,30})?\??$/i,
      'sources',
    ],
    [
      /^why (?:(?:did|do|am|are) (?:i|we) (?:get|getting|see|seeing)|(?:is|was|are) (?:this|that|it|these)(?: (?:story|here|in (?:here|there|my digest|the digest)))?$|did you (?:send|show|pick|choose))(?: (?:me|us))?(?: (?:this|that|it|these))?(?: story)?\??$/i,
      'why this',
    ],
    [/^(?:set|change)(?: the| my)? (time|timezone|days|language|layout|stories)(?: to)? ([^?]{1,60})$/i, '$1 $2'],
    [
      /^(?:show|list|see)(?: me)?(?: the| my| all| all the)? (topics|sources|feeds|subscriptions|settings|status)$/i,
      '$1',
    ],
    [/^(?:speak|switch to|answer in) (english|japanese|chinese|korean|thai)$/i, 'language $1'],
    [/^(?:only )?(?:on )?(weekdays|weekends?) only$/i, 'days $1'],
    [/^only (?:on )?(weekdays|weekends)$/i, 'days $1'],
    [/^be quiet$/i, 'quiet on'],
    [
      /^(?:delete|erase|remove|wipe) (?:(?:all )?(?:of )?(?:my|our|this) (?:data|account|channel|history|everything)|(?:all|everything)(?: (?:you (?:have|know)|that is kept|about (?:me|us)).{0,20})?)$/i,
      'forget',
    ],
    [/^what do (?:I|we|you) follow(?: here)?\??$/i, 'list'],
    [/^(?:what can (?:you|I) do|how do(?:es)? (?:you|this) work)\??$/i, 'help'],
    [/^please ([^?]{1,200})$/i, '$1'],
  ] as [RegExp, string][],

  /** The whole of what somebody writes, without the signs at its end: hello, thanks, and what is this story about. */
  talk: {
    greeting:
      /^(?:hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day))(?: (?:there|all|everyone|tidings|bot))?$|^(?:(?:hi|hello|hey)(?: there)?[,.!]? )?(?:who|what) (?:are you|is tidings|made you|built you)$|^are you (?:a |an )?(?:chat ?gpt|gpt|llm|bot|robot|human|person|ai|real|there)$/i,
    thanks:
      /^(?:(?:ok(?:ay)?|great|perfect|cool|nice|good),? )?(?:thanks|thank you|thx|ty|cheers)(?: (?:you|a lot|so much|very much|again|tidings|bot))*$|^(?:ok(?:ay)?|great|perfect|cool|nice|good|awesome|wow|got it|good bot|good job|well done|(?:you(?:'re| are)|this is) (?:so |really |very )?(?:great|awesome|amazing|good|helpful|the best)|i (?:love|like) (?:it|this|you)|bye(?: bye)?|goodbye|good night|see you(?: later| tomorrow)?)$/i,
    summary:
      /^(?:please |can you |could you )?(?:summari[sz]e|sum up|recap|tl;?dr|summary|(?:the )?key points|(?:the )?gist|explain|what happened|what(?:'s| is) (?:this|that|it|story|the story)|tell me|more|go on|continue|details)(?: (?:of|for|me|about|more|this|that|it|the|story|article|news|number|item|please|to|here))*$/i,
    /** The latest of what is named. */
    latest:
      /^(?:what(?:'?s| is| are)? (?:new|the latest|going on|happening|the news)(?: news)?|(?:(?:is|are) there |do you have |have you got |got |any(?:thing)? |the |some )*(?:latest|new|news|updates?|stories|headlines)(?: news)?) (?:on|about|in|with|for|from|regarding) (.{2,40}?)(?: today| lately| this week| right now)?$/i,
    welcome: 'Glad to help. Ask about any story, or type `help`.',
    /** What asks for nothing, or for something that only the talk before it could tell. */
    chatter:
      /^(?:(?:ha|he|hi|lo)+[hl]*|lol+|lmao|rofl|h?m+|uh|um+|yes|yeah|yep|no|nope|nah|maybe|sure|next|back|again|cancel|never ?mind|forget it|oops|sorry|test|testing|what|huh|really|wtf|omg|why not|so what)$/i,
    idle: 'Ask about any story, or type `help`.',
    /** More or less of the same; a number is a story of the last digest. */
    like: {
      more: /^(?:i (?:want|like|would like|'d like) )?(?:to see )?more (?:stories )?(?:like|of|such as) (?:this|that|these|those|it|(?:story |number |#)?(\d{1,2}))(?: one| story| stories| kind)?$/i,
      less: /^(?:i (?:want|would like|'d like) )?(?:to see )?(?:less|fewer) (?:stories )?(?:like|of|such as) (?:this|that|these|those|it|(?:story |number |#)?(\d{1,2}))(?: one| story| stories| kind)?$|^(?:don't|do not|stop) (?:show|showing|send|sending) (?:me |us )?(?:things|stories|more)? ?like (?:this|that|these)$/i,
      /** Of what is named. */
      moreOf:
        /^(?:please )?(?:i(?:'d| would)? (?:want|like|love) |(?:can|could) (?:i|we) (?:get|have|see) |(?:show|send|give) (?:me|us) )?(?:to (?:see|get|read) )?more (?:of |like |such as )?(?!(?:about|news|stor(?:y|ies)|digests?|often|text|words|such|than|is|was|are|and|on|info(?:rmation)?|details?|context|background|sources|help|time|please|questions?|for|to|from|here|now)\b|.{0,20}\b(?:this|that|these|those|it|you)\b)([^?!.]{2,40}?)(?: news| stories| articles)?$/i,
      lessOf:
        /^(?:please )?(?:i(?:'d| would)? (?:want|like|love) |(?:show|send|give) (?:me|us) )?(?:to (?:see|get|read) )?(?:less|fewer|not so (?:much|many)|(?:not|don't (?:show|send|give) (?:me|us)) (?:as|so) (?:much|many)) (?:of |like |such as |about )?(?!(?:news|stor(?:y|ies)|digests?|often|text|words|such|than|is|was|are|and)\b|.{0,20}\b(?:this|that|these|those|it|you|to)\b)([^?!.]{2,40}?)(?: news| stories| articles)?$/i,
    },
  },

  /** Wishes that cannot be met as they are, and what comes next to them. */
  hints: {
    shorter: [
      /^(?:make (?:it|them|this) |a )?(?:(?:much |a bit )?shorter|briefer|too (?:long|much)(?: text)?|less text|fewer words|too many (?:stories|news))(?: digests?)?$|^(?:it|this|that|the digest)(?:'s| is) too long$/i,
      'A digest gets shorter by `stories 3` and `layout compact`. Of one story, press Key points.',
    ] as [RegExp, string],
    translate: [
      /^translate(?: (?:this|that|it|them|the (?:article|story|digest)|everything))?(?: (?:(?:in|in)?to|for) [a-z ]{1,20})?$/i,
      'I translate no articles, but I speak five languages and bring stories in yours first: `language ja`.',
    ] as [RegExp, string],
    remind: [
      /^(?:remind|wake|alert|notify|ping) (?:me|us)(?: up)?(?: (?:at|in|on|by|every|each|when|later|tomorrow|tonight|to|about)\b.{0,30})?$|^set an? (?:alarm|reminder|timer)(?: .{1,30})?$/i,
      'I set no reminders; the digest comes at the hour that you name, such as `time 08:00`.',
    ] as [RegExp, string],
    often: [
      /^(?:twice|two times|three times|\d{1,2} times|more than once) (?:a|per|each|every) (?:day|week)$|^hourly$|^(?:every|each) (?:hour|\d{1,2} hours|few hours|\d{1,2} minutes)$|^(?:more|less) often$|^(?:once a |every other )(?:week|day|month)$|^(?:weekly|monthly)$/i,
      'The digest comes once a day, on the days of `days mon wed fri`; between them `digest` posts what is new.',
    ] as [RegExp, string],
  },

  digest: {
    title: 'Morning digest',
    asked: 'Digest',
    taste: 'A first taste',
    count: (stories: number, minutes: number) => `${plural(stories, 'story', 'stories')} · ${minutes} min to read`,
    minutes: (n: number) => `${n} min read`,
    alsoIn: (n: number) => `also in ${plural(n, 'source')}`,
    update: 'Update',
    foreign: (language: string) => `in ${language}`,
    excerptOnly: 'excerpt only',
    sample: 'sample',
    sampleNote: 'Sample stories of our own writing: no real source could be read yet.',
    footer: (read: number, failed: number) =>
      failed === 0 ? `${plural(read, 'source')} read` : `${plural(read, 'source')} read, ${failed} failed`,
    onTheWeb: 'Read on the web',
    keyPoints: 'Key points',
    ask: 'Ask',
    open: 'Open',
    more: 'More like this',
    less: 'Less like this',
    howToAsk: 'Ask in the thread: answers come from the articles.',
    empty: 'Nothing new for this channel this week. `sources` shows how its sources fare; `subscribe` adds more.',
    nothingNow: 'Nothing new for this channel right now. What is found goes into the next digest.',
    nothingFollowed: 'This channel follows nothing yet. Try `subscribe ai`, or see `topics`.',
    composing: 'Putting today’s digest together…',
  },

  brief: {
    takeaway: 'Key takeaway',
    points: 'Key points',
    happened: 'What happened',
    matters: 'Why it matters',
    watch: 'What to watch',
    faq: 'Questions and answers',
    gauge: (name: string) => name,
    sources: 'Sources',
    discussion: 'Discussion',
    noDiscussion: 'Nobody has asked about this story here yet.',
    inferred: 'our reading',
    estimate: 'estimate',
    extract: 'Sentences of the article, chosen without a language model.',
    written: 'Written by a language model from the sentences cited; check the source.',
    dropped: (n: number) =>
      `${plural(n, 'statement')} left out: the article did not bear ${n === 1 ? 'it' : 'them'} out.`,
    excerptOnly: 'Only an excerpt of the article could be read.',
    noBrief: 'The article is too short for key points. Open it to read it whole.',
  },

  answer: {
    from: (headline: string) => `About “${headline}”`,
    closest: 'Closest passages',
    notSaid: 'The article doesn’t say.',
    otherLanguage: (language: string) =>
      `The article is in ${language}. Without a language model I can only match words, so ask in ${language}.`,
    notSaidAnywhere:
      'Nothing in the recent stories answers that. Try other words, paste a link to ask about it, or type `help`.',
    elsewhere: 'Other stories say',
    latestOn: (topic: string) => `The latest on ${topic}:`,
    noneOn: (topic: string) =>
      `This week’s digests here had no story on ${topic}. \`subscribe\` and its name follows it.`,
    which: 'Which story do you mean?',
    mentioned: 'No story answers that as you put it. Did you mean one of these?',
    askWhat: (headline: string) => `What would you like to know about “${headline}”?`,
    /** Right under the headline. */
    askMore: 'What would you like to know?',
    suggestions: 'You could ask',
    helpful: 'Helpful',
    notHelpful: 'Not helpful',
    thanks: 'Thank you, noted.',
    reading: 'Reading the page…',
    working: 'Looking in the articles…',
    cannotRead: (reason: string) =>
      `The page cannot be read: ${reason}. Paste another address, or the text’s own page.`,
    noStory: 'That story is no longer kept. Ask about a newer one, or paste its link.',
    /** Of one person on one day: until it ends, in UTC. */
    tooMany: (hours: number) => `That is a lot of questions for one day. Please go on in ${plural(hours, 'hour')}.`,
    extractLabel: 'Quoted from the article; no language model was used.',
    modelLabel: 'Written by a language model from the sentences cited.',
    budgetSpent: 'Today’s budget for the language model is spent: until 00:00 UTC briefs and answers are quotes.',
    /** It was asked, and gave nothing that could be shown, or broke off. */
    modelFailed: 'The language model gave no answer that holds, so this is quoted from the article.',
    truncated: 'Shortened.',
  },

  settings: {
    following: (what: string) => `Following ${what}.`,
    already: (what: string) => `Already following ${what}.`,
    unfollowed: (what: string) => `No longer following ${what}.`,
    notFollowed: (what: string) => `This channel does not follow ${what}. \`list\` shows what it follows.`,
    unfollowedAll: 'This channel follows nothing any more. `subscribe` starts again.',
    muted: (what: string) => `Muted ${what}. \`unmute\` brings it back.`,
    unmuted: (what: string) => `No longer muted: ${what}.`,
    notMuted: (what: string) => `${what} is not muted. \`list\` shows what is.`,
    more: (what: string) => `More like this from now on: ${what}.`,
    less: (what: string) => `Less like this from now on: ${what}.`,
    undo: 'Undo',
    undone: (what: string) => `Taken back: ${what}.`,
    noRule: 'There is no rule with that number. `list` shows the rules there are.',
    firstDigest: (when: string) => `The first digest comes on ${when}. One story now, as a taste:`,
    nextDigest: (when: string) => `The next digest comes on ${when}.`,
    time: (time: string, zone: string) => `The digest comes at ${time} (${zone}).`,
    zone: (zone: string, now: string) => `Time zone: ${zone}, where it is ${now} now.`,
    days: (days: string) => `Days: ${days}.`,
    stories: (n: number) => `${plural(n, 'story', 'stories')} a digest.`,
    layout: (layout: string) => `Layout: ${layout}.`,
    language: 'From now on in English.',
    quietOn: 'Quiet: from now on only mentions are answered.',
    quietOff: 'Not quiet any more: follow-ups in threads are answered too.',
    paused: 'Paused. `resume` brings the digests back.',
    resumed: (when: string) => `Back again. The next digest comes on ${when}.`,
    forgetAsk: 'Delete everything that is kept of this channel: what it follows, its settings and its talks?',
    forgetAskBy: (who: string) =>
      `${who} asks to delete everything that is kept of this channel: what it follows, its settings and its talks.`,
    forgetYes: 'Yes, delete',
    forgetNo: 'No, keep',
    forgotten: 'Deleted. To begin again, subscribe to something.',
    kept: 'Nothing was deleted.',
    forgetLapsed: 'Nothing is waiting to be deleted. Say `forget` first.',
    onlyAdmins: 'Only this channel’s administrators may change its settings. Everybody may ask.',
    saved: 'Saved.',
    sourceSuggestions: (what: string) => `Several sources go by “${what}”. Which one?`,
    feedsFound: 'That page has several feeds. Which one?',
    noFeed: (address: string, reason: string) =>
      `No feed was found at ${address}: ${reason}. Try the address of the feed itself.`,
    looking: 'Looking for its feed…',
    feedFound: (name: string) => `Found the feed of ${name}.`,
  },

  list: {
    title: 'This channel follows',
    topics: 'Topics',
    feeds: 'Sources',
    keywords: 'Keywords',
    rules: 'Rules',
    mute: 'without',
    more: 'more',
    less: 'less',
    nothing: 'nothing yet: try `subscribe ai`',
    schedule: (time: string, zone: string, days: string) => `At ${time} (${zone}), ${days}`,
    shape: (stories: number, layout: string, language: string) =>
      `up to ${plural(stories, 'story', 'stories')}, ${layout}, ${language}`,
    everyDay: 'every day',
    weekdays: 'on weekdays',
    weekend: 'at weekends',
    compact: 'compact',
    cards: 'cards',
    paused: 'Paused',
    closed: (reason: string) => `Stopped: ${reason}`,
    topicsTitle: 'Topics',
    topicsHint: 'Follow one with `subscribe`, several at once with commas.',
    sourcesTitle: (n: number) => `${plural(n, 'source')}`,
    sourcesNarrow: 'Narrow it with a word: `sources nasa`.',
    sourcesFollow: 'Follow one with `subscribe` and its name.',
    sourcesNone: (word: string) => `No source goes by “${word}”. Paste its address: \`subscribe https://…\``,
    andMore: (n: number) => `and ${n.toLocaleString('en')} more`,
  },

  status: {
    title: 'Status',
    next: (when: string) => `Next digest: ${when}`,
    none: 'No digest is planned',
    last: (when: string, stories: number) => `Last digest: ${when}, ${plural(stories, 'story', 'stories')}`,
    skipped: (when: string) => `The digest of ${when} was skipped: Tidings was not running for more than three hours.`,
    sources: (ok: number, failing: number) => `Sources of this channel: ${ok} read, ${failing} failing`,
    /** Of the language model, today: what this channel's answers took, and the briefs that all channels share. */
    modelHere: (model: string, use: string) => `Answers here today, by ${model}: ${use}`,
    modelShared: (model: string, use: string) => `Briefs for all channels today, by ${model}: ${use}`,
    modelUse: (calls: number, tokens: number, cost: string) =>
      `${plural(calls, 'call')}, ${plural(tokens, 'token')}, ${cost}`,
    priceUnknown: 'price unknown',
    modelShort: 'Most of today’s budget for the language model is used: until 00:00 UTC briefs and answers are short.',
    noModel: 'No language model: briefs and answers are quotes',
    cost: (perMonth: number, used: number, total: number | null) =>
      total === null
        ? `Posting costs about ${perMonth} messages a month`
        : `Posting costs about ${perMonth} messages a month; ${used} of ${total} used`,
    failing: (name: string, reason: string) => `${name}: ${reason}`,
    unknown: (n: number) =>
      `${plural(n, 'delivery', 'deliveries')} with an unknown outcome: see \`npm run tidings -- deliveries\``,
  },

  notice: {
    feedFailing: (name: string, reason: string) => `${name} has not answered for three days (${reason}).`,
    feedReplacement: (url: string) => `A working feed was found: \`subscribe ${url}\``,
    feedRetired: (name: string) =>
      `${name} is given up after 14 days of failures. \`unsubscribe\` takes it off the list.`,
    feedMoved: (name: string, url: string) => `${name} has moved to ${url}; it is read there now.`,
    planSteps: (left: string) => `The month’s message plan is nearly used up. From now on: ${left}.`,
  },

  /** Where each message costs. `cost`: messages × digests = messages a month. */
  plan: {
    ask: (cost: string, left: string, total: string) =>
      `A digest here counts ${cost} messages a month; ${left} of this month’s ${total} are left. Shall it come less often, or when somebody asks for it, which is free?`,
    mondays: 'Mondays only',
    onRequest: 'when asked',
    weekly: (day: string) => `once a week (${day})`,
  },

  welcome: {
    hello:
      'Hello, I am Tidings. I read hundreds of sources and post one digest a morning: each event once, with its sources.',
    pick: 'Pick what to follow, or say `subscribe` and anything: a topic, a source, a page, a "keyword".',
    askMe: 'Ask in a thread under a story, and I answer from the article.',
    askByQuote: 'Press Ask under a story, or reply to it with your question, and I answer from the article.',
    zoneHint: (time: string, zone: string) =>
      `Digests come at ${time} (${zone}). \`time 07:30\` and \`timezone Europe/Paris\` change that.`,
  },

  help: {
    title: 'What I can do',
    ask: 'Anything else that you write here is taken as a question.',
    mention: 'In a thread, mention me or press Ask.',
    quote: 'Mention me, reply to one of my messages, or press Ask.',
  },

  mistakes: {
    didYouMean: (word: string, nearest: string) => `I don’t know “${word}”. Did you mean \`${nearest}\`?`,
    unknown: (word: string) => `I don’t know “${word}”. \`help\` lists what I can do.`,
    missing: (usage: string) => `Tell me a little more, for example \`${usage}\``,
    badTime: (text: string) => `“${text}” is not a time of day. Try \`time 07:30\` or \`time 7pm\`.`,
    badZone: (text: string, nearest: string | null) =>
      nearest
        ? `I don’t know the time zone “${text}”. Did you mean \`timezone ${nearest}\`?`
        : `I don’t know the time zone “${text}”. Name a city, such as \`timezone Paris\`, or a zone, such as \`timezone UTC+9\`.`,
    badDays: (text: string) => `“${text}” names no days of the week. Try \`days weekdays\` or \`days mon wed fri\`.`,
    badCount: (text: string) => `“${text}” is not a number from 1 to 12. Try \`stories 7\`.`,
    badLayout: (text: string) =>
      `There is no layout “${text}”. \`layout compact\` is one message, \`layout cards\` a message for each story.`,
    badLanguage: (text: string) => `I don’t speak “${text}”. Try \`language en\`, or ja, zh-TW, ko, th.`,
    badSwitch: (text: string) => `“${text}” is neither \`on\` nor \`off\`. Try \`quiet on\`.`,
    badQuery: (text: string, reason: string) =>
      `“${text}” cannot be searched for: ${reason}. Use words, "phrases", -not, OR.`,
    unknownSubject: (text: string, nearest: string | null) =>
      nearest
        ? `I know no topic or source called “${text}”. Did you mean \`subscribe ${nearest}\`? To follow the words themselves, put them in quotes: \`subscribe "${text}"\``
        : `I know no topic or source called “${text}”. To follow the words themselves, put them in quotes: \`subscribe "${text}"\``,
    likeWhich: 'Which story? `more like 3` and `less like 3` mean story 3 of the last digest; its thumbs do the same.',
    noDigest: 'There is no digest here yet. `digest` posts one.',
    noSuchStory: (n: number, last: number) =>
      `The last digest has no story ${n}: it has ${plural(last, 'story', 'stories')}.`,
    tooLong: 'That is too long for me. Please say it in fewer than 2,000 characters.',
    noWords: 'I can only read words. Ask about a story, or type `help`.',
    badFile: (reason: string) => `That file cannot be read: ${reason}. Send an OPML file, or the address of one.`,
    went: 'Something went wrong on our side. It is noted; please try once more.',
  },

  opml: {
    imported: (n: number, known: number) => `${plural(n, 'feed')} followed, ${known} of them new to us.`,
    left: (n: number) =>
      `${plural(n, 'more feed')} left out: that is as many as one file may bring. Split it, and send the rest.`,
    exported: (n: number) => `${plural(n, 'feed')} as OPML.`,
    nothing: 'The file names no feeds.',
  },

  /** Each factor of a story's rank, with its points. */
  why: {
    hint: 'The stories with the most points make the digest.',
    sources: (count: number, hours: number) =>
      hours < 1 ? `${plural(count, 'source')} so far` : `${plural(count, 'source')} in ${plural(hours, 'hour')}`,
    recent: (hours: number) => (hours < 1 ? 'less than an hour old' : `${plural(hours, 'hour')} old`),
    topic: (label: string) => `matches your topic ${label}`,
    feed: (label: string) => `from ${label}, which you follow`,
    keyword: (label: string) => `matches your keyword ${label}`,
    more: (label: string) => `you asked for more ${label}`,
    less: (label: string) => `you asked for less ${label}`,
    language: (language: string) => `in ${language}, your language`,
    foreign: (language: string) => `in ${language}, to fill up`,
    repeated: (name: string) => `another story of ${name} is there already`,
    update: (title: string) => `you had it before; news since: ${title}`,
    points: (text: string, points: number) =>
      `${text}: ${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}`,
  },

  /** Why a link is not in the digest. */
  whyNot: {
    unknownLink: 'No source of Tidings has carried that link. Paste it alone to ask about it.',
    notFollowed: (topics: string) =>
      topics === ''
        ? 'Nothing that this channel follows matches it.'
        : `It is about ${topics}; this channel follows none of them.`,
    muted: (rule: string) => `A rule leaves it out: without ${rule}.`,
    hadBefore: 'This channel had it before, and there is no news since.',
    toldAlready: 'Another of today’s stories tells the same.',
    outranked: (rank: number, limit: number) =>
      `It ranks ${rank}, and a digest here takes ${limit}. \`stories\` changes that.`,
    tooOld: (hours: number) => `It is ${plural(hours, 'hour')} old: too old for a digest.`,
    included: (number: number) => `Nothing keeps it out: it would be story ${number} of a digest now.`,
  },

  /** For lists in a sentence. */
  and: (items: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items),
  quote: (text: string) => `“${text}”`,
};

export type Words = typeof en;
