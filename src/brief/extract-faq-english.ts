/** Questions made from an English sentence by its form. */
import type { Ask, Question, QuestionKind } from './extract-faq.ts';
import { askable, knownName } from './extract-subjects.ts';

/** What a pattern found: `name` or `subject` is what the question is about, ready to stand inside it. */
type Found = Partial<Record<'name' | 'subject' | 'role' | 'is' | 'aux' | 'verb' | 'rest' | 'things', string>>;

interface Template {
  pattern: RegExp;
  kind: QuestionKind;
  text(found: Found): string;
}

const name = String.raw`(?<name>\p{Lu}[\p{L}\p{N}.&'-]*(?:\s(?:(?:of|de|la|van|von|al)\s)?\p{Lu}[\p{L}\p{N}.&'-]*)*)`;
const fullName = String.raw`(?<name>\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){1,3})`;
const body =
  '(?<body>[Tt]he (?:study|survey|report|inquiry|investigation|court|police|government|company|ministry|committee|council|union|agency|researchers|scientists|authors))';
const who = `(?:${name}|${body})`;
const aside = '(?:, [^,]{3,120},)?';
const subject = '(?<subject>[^,;:"“”]{2,60}?)';
const rest = '(?<rest>[^,;:"“”]{5,110}?)';
const because = String.raw`(?:,[^;:"“”]{0,90})?,? (?:because|due to|in order to|as a result of|in an effort to)\s`;

const role = String.raw`(?<role>(?:an?|the|its|their|one of|chief|head|director|professor|founder|co-founder|president|chairman|chairwoman|minister|spokes\w+|analyst|senior|lead|former|deputy|vice|owner|author|leader|manager|editor|chair|mayor|governor|economist|researcher|lawyer)\s[^,.;:"“”]{3,55})`;
const person =
  /\b(?:who|professor|scientist|researcher|director|chief|head|founder|president|minister|analyst|economist|spokes\w+|lawyer|leader|mayor|governor|owner|author|editor|engineer|doctor|teacher|officer|player|striker|coach|manager|artist|singer|actor|actress|writer|student|expert|executive|chair\w*|secretary|senator|judge|general|linguist|historian|psychologist)\b/iu;

/** What somebody did, as written, and its plain form. */
const deeds = Object.fromEntries(
  `announced announce|launched launch|unveiled unveil|released release|published publish|introduced introduce|presented present|proposed propose
  |ordered order|approved approve|rejected reject|cancelled cancel|canceled cancel|imposed impose|revealed reveal|demanded demand|promised promise
  |pledged pledge|developed develop|discovered discover|found find|admitted admit|denied deny|reported report|showed show|suggested suggest
  |claimed claim|confirmed confirm|argued argue|estimated estimate|recommended recommend|offered offer|banned ban|suspended suspend|closed close
  |placed place|blocked block|removed remove|sued sue|fined fine|bought buy|sold sell|stopped stop`
    .split('|')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
const did = `(?<verb>${Object.keys(deeds).join('|')})`;

/** What befalls somebody or something, as written, and its plain form. */
const happenings: Record<string, string> = {
  survived: 'survive',
  failed: 'fail',
  collapsed: 'collapse',
  crashed: 'crash',
  died: 'die',
  resigned: 'resign',
  refused: 'refuse',
  left: 'leave',
  fell: 'fall',
  rose: 'rise',
  lost: 'lose',
  won: 'win',
  delayed: 'delay',
  postponed: 'postpone',
};

const changes: Record<string, string> = {
  fell: 'fall',
  rose: 'rise',
  dropped: 'drop',
  gained: 'gain',
  climbed: 'climb',
  jumped: 'jump',
  grew: 'grow',
  sank: 'sink',
};

const dated = String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|quarter|year|month|week|weekend|end of [\p{L}\d ]{3,20}|20\d\d`;
const time = String.raw`(?:(?:on|in|by|at|from|until|before) (?:the )?(?:[\p{L}-]+ )?(?:${dated})\b|next \p{L}+|later this \p{L}+|tomorrow|within [\p{L}\d-]+ (?:days|weeks|months|years))`;
const amount = String.raw`(?!(?:19|20)\d\d\b)(?:\d[\d.,]*|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\p{L}+teen|\p{L}+ty(?:-\p{L}+)?|[Dd]ozens of|[Hh]undreds of|[Tt]housands of)(?:\s(?:hundred|thousand|million|billion))?`;
const about =
  '(?:(?:[Aa]bout|[Ss]ome|[Aa]t least|[Nn]early|[Mm]ore than|[Aa]lmost|[Aa]round|[Aa]nother|[Aa]n estimated) )?';
const participle = String.raw`\p{Ll}+(?:ed|en|wn)|hurt|lost|shot|hit|cut|sent|built|sold|found|held|left|born|put`;

const templates: Template[] = [
  {
    pattern: new RegExp(`^${subject} (?<aux>was|were|is|are|has|have|had|will|can|must) ${rest}${because}`, 'u'),
    kind: 'reason',
    text: ({ subject, aux, rest }) => `Why ${aux} ${subject} ${rest}?`,
  },
  {
    pattern: new RegExp(`^${subject} ${did} ${rest}${because}`, 'u'),
    kind: 'reason',
    text: ({ subject, verb, rest }) => `Why did ${subject} ${deeds[verb!]} ${rest}?`,
  },
  {
    pattern: new RegExp(
      `^${subject} (?<verb>${Object.keys(happenings).join('|')})(?<rest> [^,;:"“”]{3,80}?)?${because}`,
      'u',
    ),
    kind: 'reason',
    text: ({ subject, verb, rest = '' }) => `Why did ${subject} ${happenings[verb!]}${rest}?`,
  },
  {
    pattern: new RegExp(`^${subject} will ${rest} ${time}`, 'iu'),
    kind: 'time',
    text: ({ subject, rest }) => `When will ${subject} ${rest}?`,
  },
  {
    pattern: new RegExp(
      `^${subject} (?<aux>is|are) (?<rest>(?:expected|due|planned|scheduled)(?: to [^,;:"“”]{3,60}?)?) ${time}`,
      'iu',
    ),
    kind: 'time',
    text: ({ subject, aux, rest }) => `When ${aux} ${subject} ${rest}?`,
  },
  {
    pattern: new RegExp(
      `(?:^|, |; )${about}${amount} (?<things>(?:(?!(?:and|or|that|which|who|of|said|noted|warned) )\\p{Ll}+ ){0,3}(?:people|men|women|children|(?!(?:is|was|has|says)\\b)\\p{Ll}+s)) (?<rest>(?:were|have been|had been|are) (?:${participle})\\b(?: (?:in|by|on) the \\p{L}+)?|(?:have|had) (?:already |since )?(?:${participle}) [^,;:"“”.]{3,50}|lost (?:\\p{Ll}+ )?\\p{Ll}+|died)\\b`,
      'u',
    ),
    kind: 'count',
    text: ({ things, rest }) => `How many ${things} ${rest}?`,
  },
  {
    pattern: new RegExp(
      `\\b(?<verb>kill|injur|wound|hurt)(?:ed|ing|s)? ${about}${amount} (?:people|men|women|children|others)\\b`,
      'u',
    ),
    kind: 'count',
    text: ({ verb }) => `How many people were ${verb === 'hurt' ? verb : verb === 'injur' ? 'injured' : `${verb}ed`}?`,
  },
  {
    pattern: new RegExp(`^${subject}${aside} (?<verb>costs?) ${about}[\\d$€£¥]`, 'u'),
    kind: 'count',
    text: ({ subject, verb }) =>
      `How much ${verb === 'costs' ? 'does' : isKind(subject!) ? 'do' : 'did'} ${subject} cost?`,
  },
  {
    pattern: new RegExp(
      `^${subject}${aside} (?<verb>${Object.keys(changes).join('|')}) (?:by )?${about}\\d[\\d.,]*\\s?(?:%|percent|per cent|percentage points)`,
      'u',
    ),
    kind: 'count',
    text: ({ subject, verb }) => `By how much did ${subject} ${changes[verb!]}?`,
  },
  {
    pattern:
      /^(?<subject>[Tt]he (?:main |biggest |immediate |likely )?(?:cause|aim|goal|purpose|challenge|catch)(?: of the [\p{L} -]{3,40}?)?) (?<aux>was|is) /u,
    kind: 'thing',
    text: ({ subject, aux }) => `What ${aux} ${subject}?`,
  },
  {
    pattern: new RegExp(`^${name}${aside} (?:has )?raised ${about}[\\d$€£¥]`, 'u'),
    kind: 'count',
    text: ({ name }) => `How much money has ${name} raised?`,
  },
  {
    pattern: new RegExp(`^${fullName}, ${role.replace('[^,.;:"“”]{3,55}', '[^,]{3,100}')},`, 'u'),
    kind: 'person',
    text: ({ name, role }) => `${person.test(role!) ? 'Who' : 'What'} is ${name}?`,
  },
  {
    pattern: new RegExp(
      `^(?:The )?${name}(?:, (?<role>an? [^,]{5,100}),| (?:is|are) (?<is>(?:an?|the|one of)\\s[^,]{5,}))`,
      'u',
    ),
    kind: 'thing',
    text: ({ name, role, is }) => `${person.test((role ?? is)!) ? 'Who' : 'What'} is ${name}?`,
  },
  {
    pattern: new RegExp(
      `[,”"] (?:said|says) ${name}(?:, ${role}(?=[,;]|\\.?$)|(?=[,;]|\\.?$| (?:on|in|at|after|during|of)\\b))`,
      'u',
    ),
    kind: 'speech',
    text: ({ name, role = '' }) => `What did ${name}${role === '' || role.length > 40 ? '' : `, ${role},`} say?`,
  },
  {
    pattern: new RegExp(
      `^${who}${aside} (?:also )?(?:(?:said|says) (?:that )?(?:he|she|it|they) )?(?<verb>expects|believes|estimates|demands|argues|fears|wants)\\b`,
      'u',
    ),
    kind: 'speech',
    text: ({ name, verb }) => `What does ${name} ${verb!.replace(/s$/u, '')}?`,
  },
  {
    pattern: new RegExp(`^${who}${aside} (?:also )?(?:warned|warns) (?:that|of|against|about)\\b`, 'u'),
    kind: 'speech',
    text: ({ name }) => `What did ${name} warn about?`,
  },
  {
    pattern: new RegExp(
      `^${who}${aside} (?:also )?(?:(?:said|says|explained|noted)\\b|told [^,.]{2,60}? that\\b)`,
      'u',
    ),
    kind: 'speech',
    text: ({ name }) => `What did ${name} say?`,
  },
  {
    pattern: new RegExp(`^${who}${aside} (?:has|have) (?:also |now |since )?${did}\\b`, 'u'),
    kind: 'deed',
    text: ({ name, verb }) => `What has ${name} ${verb}?`,
  },
  {
    pattern: new RegExp(`^${who}${aside} (?:also )?${did}\\b`, 'u'),
    kind: 'deed',
    text: ({ name, verb }) => `What did ${name} ${deeds[verb!]}?`,
  },
  {
    pattern: new RegExp(`^${who}${aside} (?:will|plans? to|aims? to|intends? to)\\b`, 'u'),
    kind: 'deed',
    text: ({ name }) => `What does ${name} plan to do?`,
  },
];

/** `Tickets`: things in general cost what they cost; `the repairs` have been paid. */
function isKind(subject: string): boolean {
  return /^(?!the |its |their |these |those )\p{Ll}[\p{Ll} ]*s$/u.test(subject);
}

const longestQuestion = 120;

export const englishQuestions: Ask = (sentence, names) => {
  const plain = sentence.normalize('NFKC').replaceAll('’', "'");
  return templates.flatMap((template) => questionOf(plain, names, template) ?? []);
};

function questionOf(sentence: string, names: ReadonlySet<string>, { pattern, kind, text }: Template): Question | null {
  const { name, body, subject, ...found } = pattern.exec(sentence)?.groups ?? {};
  const called = name === undefined ? body?.toLowerCase() : knownName(name, names);
  const asked = subject === undefined ? called : askable(subject, names);
  if (asked === null || (asked === undefined && Object.keys(found).length === 0)) return null;
  const question = text({ ...found, ...(subject === undefined ? { name: asked } : { subject: asked }) } as Found);
  if (question.length > longestQuestion) return null;
  return { text: question, kind, about: (asked ?? question).split(' ').at(-1)!.toLowerCase() };
}
