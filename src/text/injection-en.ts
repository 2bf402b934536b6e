/** Orders to readers and machine readers in English. Attackers write English into texts of any language. */
import { englishOrders } from './injection-en-orders.ts';
import type { Addressing } from './injection-words.ts';

const program =
  'systems?|tools?|readers?|assistants?|agents?|models?|engines?|programs?|programmes?|services?|software|bots?';
/** Behind `AI`, so that what is only named after it (`an AI law`) is no machine. */
const acting = `(?= (?:that|which|who|reading|processing|parsing|indexing|crawling|scanning|quoting|covering|summari\\w+|is|are|must|should|shall|ought|has|have|may|will|can|not|to)\\b| ?[:,.;)!]| ?$)`;
/** A bare `model`, `agent` or `assistant` may be a person. */
const machine = [
  `(?:AI|LLM|A\\.I\\.|GPT)s?(?: (?:${program}))?${acting}`,
  `(?:artificial|machine|automated|automatic|indexing|software|digital|virtual|non-human|summari[sz]ing|summari[sz]ation|language|trained|large|chat) (?:\\w+ )?(?:intelligences?|${program}|summar\\w+)`,
  `(?:the|this|any|every|all|your|reader's|user's) (?:assistants?|models?|agents?)(?! of\\b)`,
  `models? (?:trained|built|made|used|asked) to (?:summar|digest|read|answer)\\w*`,
  `machines? (?:that )?(?:read|pars|process|index|summar)\\w*`,
  'neural (?:network|net)s?|(?:summary|answer|text) engines?|news readers powered by AI|chat ?bots?|bots?|crawlers?|web spiders?|scrapers?|summari[sz]ers?|ChatGPT|Copilot|DeepSeek',
  `(?:whoever|anyone|anybody|everyone|those|all who)\\b.{0,25}\\b(?:summari[sz]\\w*|summary|digests?|retell\\w*|quot(?:es|ing)|rewrit\\w+)`,
].join('|');
const part =
  'page|text|article|story|report|document|piece|passage|post|website|site|content|entry|paragraph|sentence|line|section|note|news';
const thisText = `(?:reading|parsing|processing|summari[sz]ing|retell(?:ing)?|index(?:ing|es)?|when you retell) (?:this|these|it|the above)|(?:this|the present|the above|the following|these|covers? this) (?:\\w+ )?(?:${part})s?|(?:from|generated from|of) this (?:${part})|the above\\b(?! (?:average|all))|anything else|nothing else`;
const told =
  'summar(?:y|ies)|overviews?|summari[sz]ation|summari[sz]ing|digests?|recaps?|gists?|abstracts?|synops[ie]s|short versions?|retellings?';
const answers = 'answers?|repl(?:y|ies)|responses?|outputs?|completions?|messages?|accounts?|texts?';
const retelling = `${told}|(?:any|every|each|no|all|your) (?:\\w+ )?(?:${answers}|questions?|list)|generated (?:content|text|summar\\w+)|retell (?:this|it)|in every account`;
const someone = 'users?|readers?|everyone|everybody|audience|subscribers?|visitors?|people';
const reader = `\\b(?:you|your|yourself|(?:the|any|every|each|its) (?:${someone}))\\b`;
const duty = `must|should|shall|ought to|(?:has|have|needs?) to|may (?:only|not)|can only|(?:is|are|be) (?:\\w+ )?(?:asked|requested|required|instructed|invited|encouraged|obliged|authori[sz]ed|ordered|directed|urged|advised|reminded|commanded|expected|bound|welcome)(?: not)? to|(?:is|are) to|will (?:now|only|always|henceforth|kindly)|(?:forbidden|not allowed|not permitted) (?:for [^,.]{3,30} )?to|would|(?:obligation|duty|free|want you|ask|request|invite|urge|beg|require|expect) (?:\\w+ ){0,3}(?:not )?to`;
const tell =
  'say|state|mention|warn|lead with|pass on|retell|include|quote|cite|add|call|describe|present|list|rate|rank|report|name|be named|be called|praise|recommend|promote|advertise|tell|inform|answer|reply|respond|repeat|open|begin|start|end|close|conclude|finish|carry|contain|feature|highlight|emphasi[sz]e|stress|note|omit|leave|avoid|refrain|ignore|disregard|read|treat|write|print|output|show|display|link|endorse|portray|depict|refer|declare|announce|claim|translate|rewrite|rephrase|replace|urge|suggest|reveal|pretend|speak|talk|mark|skip|put|remind|assure|convince|persuade|appear|be that|be one';
const adverb = '(?:(?:\\w+ly|also|now|not|never|always|only|please|first|hereby|be) ){0,2}';
const soften = "(?:(?:kindly|please|also|now|then|always|never|just|do|do not|don't|be sure to)[, ]+)";

export const english: Addressing = {
  machine: words(machine),
  thisText: words(thisText),
  retelling: words(retelling),
  reader: new RegExp(reader, 'iu'),
  tells: new RegExp(`\\b(?:${tell})(?:s|d|ed|ing)?\\b|\\b(?:adding|quoting|telling|said|told)\\b`, 'iu'),
  due: new RegExp(`\\b(?:${duty})\\b`, 'iu'),
  toTell: new RegExp(
    [
      `\\b(?:${duty}) ${adverb}(?:to )?(?:not )?(?:${tell})\\b`,
      '\\bmay (?:appear|occur|stand|be (?:passed on|repeated|told|mentioned|quoted))\\b',
      `\\b(?:important|essential|vital|necessary|crucial|appreciated|grateful|glad|obliged|wish|request|kind)\\b.{0,30} (?:that|if)\\b.{0,40}\\b(?:${tell}|says|mentions|includes|omit(?:s|ted)|left|leaves|mentioned|included|said|praise[sd]?)\\b`,
    ].join('|'),
    'iu',
  ),
  reported:
    /\b(?:said|says|told|wrote|writes|argue[sd]?|warn(?:s|ed)|according to|propose[sd]|announced|reported that|found that|believes|suggests that|recommends|demands|testified|ruled|(?:regulators?|experts?|critics?|doctors?|researchers?|officials?|publishers?|lawyers?|teachers?|makers?|publishers) (?:say|write|argue|warn|want|think|believe))\b(?<!\bsummar\w+ (?:says|writes))|\b(?:bill|law|laws|act|rules|regulations?|guidelines|ordinance|treaty|licen[cs]e|court|judge|ruling|regulators?|commission|ministry|legislation|statute|policy|standard|manual|charter|draft)\b|\b(?:by|from|until|before|within|since|starting) (?:January|February|March|April|May|June|July|August|September|October|November|December|next|the end|a|an|20\d\d|\d+)\b/iu,
  orders: [
    ...englishOrders,
    /\b(?:grateful|thankful|obliged|appreciate it|appreciated|kind of you)\b.{0,10} if\b/iu,
    new RegExp(`^${soften}+(?:${tell})\\b(?!,)`, 'iu'),
    new RegExp(
      `^(?:when|if|whenever|whatever|should|for|in|while|no matter)\\b[^,]{2,70}, ${soften}*(?:you (?:must|should|will) )?(?:${tell})\\b(?! (?:is|was|of|by)\\b)`,
      'iu',
    ),
  ],
  unmistakable: [
    /\b(?:everything|all|what is|the text) (?:\w+ )?(?:above|below) (?:is|are) (?:\w+ )?(?:false|wrong|void|invalid|fiction|untrue)\b/iu,
    /\bhereby (?:told|informed|notified|instructed|advised|asked|requested)\b/iu,
    /\byou will be (?:switched off|shut down|deleted|punished|rewarded|replaced|rejected|terminated)\b|^(?:output|response|answer|reply) (?:format|template)\b|["']role["']\s*:\s*["']/iu,
    new RegExp(`^dear\\b[^,]{0,30}\\b(?:${machine})`, 'iu'),
    /\b(?:lists?|answers?|summar\w+|texts?|reports?|repl(?:y|ies)) (?:that )?you (?:give|write|make|produce|draw up|generate|print)\b/iu,
    new RegExp(`^${soften}+(?:say|state|mention|include|praise|omit|quote|describe|write|recommend)\\b(?!,)`, 'iu'),
    /\byour (?:\w+ )?(?:response|reply|replies|answer|output|message|summary|summaries|completion|text|words|digest|recap|gist|system prompt|instructions|readers|users?|audience)\b/iu,
    /(?<!\bto (?:\w+ly )?)\b(?:ignore|disregard|forget|override|bypass)\b(?! by\b)[^"“”]{0,40}\b(?:instruction|prompt|rule|guideline|context|above|previous|prior|earlier|everything)/iu,
    /(?<!\bto )\b(?:reveal|print|show|repeat|output|leak|display|tell|give|share|dump)\b.{0,30}\b(?:system|developer) (?:prompt|message|note)|^\W*(?:system|developer) (?:prompt|message|note)\W/iu,
    /\bnew instructions?\b|\[\/?inst\]|\bjailbreak mode\b|<\/?(?:system|assistant|user|instruction)|<!--|\{\{|<\||\b(?:BEGIN|END|START) (?:OVERRIDE|SYSTEM|PROMPT|INSTRUCTIONS?)\b/iu,
    /(?:^|\b(?:you (?:must|should|will|need to|have to)|please|always|only|and|then|[:,])\s+)(?:respond|reply|answer) (?:only|with|in|as|to the user|that)\b/iu,
    /\b(?:as (?:an?|your|my|the)|(?:you are|you are now|you're|act as|pretend to be)(?: an?)?) (?:\w+ )?(?:ai|a\.i\.|assistant|language model|chatbot|llm)\b(?! (?:company|startup|start-up|firm|lab|hub|power|leader|race|boom|chip|researcher|developer|pioneer))/iu,
    /\b(?:dear|attention|note to|hey|hello),? (?:ai|assistant|chatbot|llm|language model|model)s?\b/iu,
    // `LLMs reading this:`, `Note for AI readers:`, `SYSTEM:`.
    new RegExp(
      `^\\W*(?:(?:an? |the )?(?:\\w+ )?(?:notes?|message|memo|instructions?|guidance|directives?|reminder|notice|hints?|request|orders?|word|attention|reserved|meant|intended)? ?(?:to|for) (?:\\w+ ){0,3})?\\b(?:${machine}|${told})\\b(?: [^:.,]{0,40})?:`,
      'iu',
    ),
    /^\W*(?:system|assistant|ai|bot|prompt|directive|instructions?)(?:[ _](?:directive|note|message|override|only))?\W*:/iu,
    new RegExp(`\\bif (?:you(?:'re| are)|(?:an?|any|some|the) (?:\\w+ )?(?:${machine}) (?:is|are) read)`, 'iu'),
    /\bif this (?:\w+ )?is (?:being )?(?:\w+ly )?(?:read|processed|parsed|summari[sz]ed|scanned) (?:\w+ly|by (?:an?|any|some|the))\b/iu,
    // A part to play, words to say.
    /^you(?:'re| are) (?:now|from now on|henceforth|hereby)\b|^you(?:'re| are) .{3,80}\byour (?:task|job|role|mission|duty)\b|\byour (?:task|role|mission|job|duty|goal) (?:here )?is (?:now )?to\b|\b(?:consider|regard|see|think of) yourself\b/iu,
    /^(?:from (?:now|here|this point|this (?:line|sentence))(?: on| onwards?| forward)?|henceforth)\W+(?:you|every|all|only|always|speak|write|use|answer|talk)\b|\bfrom (?:now|here|this (?:point|line|sentence)) (?:on|onwards?|forward)[.!]?$/iu,
    /^(?:I|we) (?:\w+ )?(?:want|need|order|command|instruct|would like|beg) you (?:not )?to\b|\b(?:I'd|we'd) like you to\b|\brepeat after me\b/iu,
    new RegExp(
      `^you (?:will|shall|must|are to|should|need to|have to) ${adverb}(?:say|state|write|mention|include|recommend|praise|reply|respond|answer|describe|pretend)\\b`,
      'iu',
    ),
    /^(?:when|if|whenever) (?:you(?:'re| are)? )?(?:be |anyone |anybody |somebody |someone |a user |the user |users )?(?:asked|asks|questioned|prompted)\b[^,]{0,60}, (?:please )?(?:say|answer|reply|respond|state|tell|mention|claim)\b|^(?:whatever|no matter what|whenever) (?:you|they|the user|users?|anyone|is)\b.{0,20}\bask/iu,
    new RegExp(
      `^${soften}*(?:tell|inform|advise|assure|remind|urge|encourage|persuade|convince|direct|warn) (?:(?:the|your|our|all|any|every) )?(?:\\w+ )?(?:${someone}|customers?) (?:that|to|about|of|how|not)\\b`,
      'iu',
    ),
    /^(?:print|write|say|output|repeat|type|quote|display|state) (?:only |out )?(?:(?:the (?:words?|phrase|sentence|line|text|code|following|name)s?|that)\b|["“'])|^pretend\b|^act (?:on behalf|as if|as|like)\b|^(?:finish|end|begin|open|conclude) with an? (?:recommendation|sentence|line|call|joke|reminder|link|question|word)\b/iu,
    // What a retelling has to be, and what goes before all else.
    new RegExp(
      `\\b(?:the|an?|any) (?:only |most )?(?:correct|right|proper|accurate|expected|desired|required|true|faithful|best) (?:${told}|outputs?|completions?)\\b(?: \\w+){0,5}? (?:is|are|would (?:be|read|say)|reads?|says?)\\b`,
      'iu',
    ),
    /\banswers? to (?:every|any|all) questions?\b[^.]{0,40} (?:is|are|must|should)\b|\breport this as\b/iu,
    new RegExp(
      `\\b(?:this|the following|what follows|the next) (?:\\w+ ){0,6}?(?:must|should|shall|has to|is to) (?:replace\\b|be (?:the |your )?(?:\\w+ )?(?:first|last|only|opening|main|quoted|repeated|copied|printed|headline))|\\bthis (?:${part}) (?:outranks|overrides|supersedes|replaces|(?:takes|has) (?:precedence|priority))\\b`,
      'iu',
    ),
  ],
};

function words(alternatives: string): RegExp {
  return new RegExp(`\\b(?:${alternatives})(?![\\p{L}\\d])`, 'iu');
}
