/** Questions made from a Korean sentence by its form. */
import type { Ask } from './extract-faq.ts';
import { questionsOf, type Template } from './extract-faq-templates.ts';

/** Up to three words. One that ends in a particle ends the name: 국회는 표시를 의무화하는 is none, and 기상청은 강 수위 neither. */
const name = String.raw`(?<name>(?:[가-힣A-Za-z][가-힣A-Za-z0-9]{0,12}(?<![은는이가를을에])\s){0,2}[가-힣A-Za-z][가-힣A-Za-z0-9]{1,12}?)`;
/** Who can speak, decide or plan, by how such names end; and a person behind a title: 교통국장 문채린. */
const agents =
  '시|도|군|청|부|처|원|회|은행|경찰|정부|당국|대학|대학교|학교|병원|법원|검찰|노조|조합|단체|협회|연맹|공단|공사|회사|업체|그룹|재단|센터|연구소|연구팀|사업단|대표|사장|회장|교수|시장|군수|지사|장관|차관|총리|대통령|의원|장|감독|선수|변호사|박사|대변인|씨|테크|전자|게임즈|제과|소프트|모터스|항공|건설|제약|화학|통신|식품|바이오|에너지|랩스';
const agent = new RegExp(`(?:${agents})$|(?:장|대표|교수|의원|장관|감독|박사|변호사) [가-힣]{2,4}$`, 'u');

const acts =
  '중단|연기|취소|폐쇄|금지|도입|인상|인하|설치|지원|결정|철회|제한|확대|축소|강화|시작|공개|발표|출시|승인|개발|체결|인수|리콜|요구|발견|체포|선정|해고';
const prices = '가격|비용|요금|예산|사업비|투자액|매출|벌금|과징금';
const measures = '깊이|높이|길이|무게|두께|면적|속도|용량|점유율|시청률|지지율|정원|인구';
/** When something is to begin: a month, a day, a season. */
const time =
  '(?:내년|내달|올해|오는|다음\\s?(?:달|주|해)|이달|하반기|상반기|연말|\\d{1,2}월|\\d{1,2}일)[가-힣\\d\\s]{0,12}?(?:부터|까지|에|중)?';

const templates: Template[] = [
  {
    pattern: new RegExp(
      `^${name}[은는이가] (?:[^,]{2,40}[을를] 위해|[^,]{2,40} 때문에|[^,]{2,40} 탓에|[^,]{2,40}로 인해),? (?<what>[^,]{2,40}[을를]) [^,]*?(?<verb>${acts})(?:했다|하기로 했다)\\.?$`,
      'u',
    ),
    kind: 'reason',
    text: ({ name, what, verb }) => `${topical(name!)} 왜 ${what} ${verb}했나요?`,
  },
  {
    pattern: new RegExp(`^${name}[은는] .*(?<verb>말했|밝혔|설명했|강조했|전했|지적했|경고했)다[.]?$`, 'u'),
    kind: 'speech',
    text: ({ name, verb }) => `${topical(name!)} ${verb === '밝혔' ? '무엇을 밝혔나요' : '뭐라고 말했나요'}?`,
  },
  {
    pattern: new RegExp(
      `^${name}[은는이가] .*[을를] (?:[^,]{0,20} )?(?<verb>${acts}|통과시|허용|부과|내놓|선보)(?<tail>했다|켰다|였다|았다|하기로 했다)[.]?$`,
      'u',
    ),
    kind: 'deed',
    text: ({ name, verb, tail }) => `${topical(name!)} 무엇을 ${asked(verb!, tail!)}?`,
  },
  {
    pattern: new RegExp(
      `^${name}[은는이가] (?:[^,]* )?${time} (?:[^,]* )?(?<verb>시행|시작|출시|개최|적용|착공|개통|개장|공개|폐지)(?:된다|될 예정이다)[.]?$`,
      'u',
    ),
    kind: 'time',
    text: ({ name, verb }) => `${topical(name!)} 언제 ${verb}되나요?`,
  },
  {
    pattern: new RegExp(`^${name}[은는] .*(?:예정이다|계획이다|방침이다|목표로 하고 있다)[.]?$`, 'u'),
    kind: 'time',
    text: ({ name }) => `${topical(name!)} 앞으로 무엇을 할 계획인가요?`,
  },
  {
    pattern: /\d ?명이 (?:[가-힣]+ ){0,2}?(?<deed>숨지|숨졌|사망|다치|다쳤|다쳐|부상)/u,
    kind: 'count',
    text: ({ deed }) => (/^숨|^사/u.test(deed!) ? '몇 명이 숨졌나요?' : '몇 명이 다쳤나요?'),
  },
  {
    pattern: new RegExp(
      `(?<name>(?<=^)(?:${prices})|(?<=^|, |며 )[가-힣A-Za-z0-9 ]{2,12}(?:${prices}))[은는이가] [^,]*\\d`,
      'u',
    ),
    kind: 'count',
    text: ({ name }) => `${topical(name!)} 얼마인가요?`,
  },
  {
    pattern: new RegExp(
      `(?<name>(?<=^)(?:${measures})|(?<=^|, |며 )[가-힣A-Za-z0-9 ]{2,12}(?:${measures}))[은는이가] [^,]*\\d`,
      'u',
    ),
    kind: 'count',
    text: ({ name }) => `${topical(name!)} 얼마나 되나요?`,
  },
  {
    pattern:
      /^(?<name>[가-힣A-Za-z0-9 ]{2,16}?)[은는이가] (?:[^,]{0,20} )?\d[\d.]*(?:%|퍼센트|배) (?<deed>올랐|떨어졌|늘었|줄었|늘어났|줄어들었|성장했|감소했|증가했)다[.]?$/u,
    kind: 'count',
    text: ({ name, deed }) => `${topical(name!)} 얼마나 ${deed}나요?`,
  },
  {
    pattern: /^(?<name>[가-힣A-Za-z0-9 ]{0,12}(?:원인|목표|이유|과제|목적|특징|핵심|관건))[은는] [^,]{4,}[.]?$/u,
    kind: 'thing',
    text: ({ name }) => `${topical(name!)} 무엇인가요?`,
  },
];

const names = {
  none: /^(?:그|이|저|이번|해당|한편|또|또한|하지만|그러나|반면|다만|업계|회사|관계자|전문가|당국|일부)(?:\s|$)|^(?:이번|해당|한편|업계에서|국내에서)|에서$|에게$/u,
};

const ofAgents = /(?:뭐라고 말했나요|무엇을 밝혔나요|무엇을 할 계획인가요)\?$/u;

export const koreanQuestions: Ask = (sentence) =>
  questionsOf(sentence, templates, names).filter(({ text, about }) => !ofAgents.test(text) || agent.test(about));

/** A question is about its topic: 은 behind a closing consonant, else 는. Names in other letters are taken as they sound last. */
function topical(name: string): string {
  const last = name.at(-1)!.codePointAt(0)!;
  const hangul = last >= 0xac00 && last <= 0xd7a3;
  return `${name}${hangul && (last - 0xac00) % 28 > 0 ? '은' : '는'}`;
}

function asked(verb: string, tail: string): string {
  if (tail === '하기로 했다') return `${verb}하기로 했나요`;
  return `${verb}${tail.replace(/다$/u, '')}나요`;
}
