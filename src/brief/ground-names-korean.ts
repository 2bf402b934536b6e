/** Names in Korean: places, people by surname and title, organisations by their endings. */
import { stripParticle } from '../text/korean.ts';
import { koreanGivenSyllables, koreanSubjects, koreanSurnames, placesOf } from './ground-name-lists.ts';
import { isAbbreviated, isPlacedIn, type Told } from './ground-script-told.ts';

const koreanTitle =
  /^\s?(?:[가-힣]{2,6}\s?)?(?:씨|대통령|총리|장관|대표|회장|의원|교수|감독|선수|위원장|시장|지사|총재|사장|차관|기자|박사|후보|청장|처장|원장|소장|본부장|센터장|단장|대변인|연구원|위원|변호사|이코노미스트|애널리스트|국장|팀장|실장|부장|과장|상무|전무|이사장|총장|학장|군수|구청장|조합장|코치|작가|배우|가수)/u;
const koreanCity = /(?:특별시|광역시|시|군|구|도|현|주)$/u;

export function koreanNames(text: string, told: Told): string[] {
  const words = [...text.matchAll(/[가-힣]{2,}/gu)].flatMap(({ 0: whole, index }) => {
    const word = stripParticle(whole);
    if (told.stated.includes(word) || isAbbreviated(word, told.stated)) return [];
    const city = word.replace(koreanCity, '');
    const place = [word, city].some((name) => placesOf('ko').has(name) && !told.stated.includes(name));
    return place || isOrganizationElsewhere(word, told) || isKoreanPerson(word, text.slice(index + whole.length), told)
      ? [word]
      : [];
  });
  return [...new Set([...words, ...surnamesAlone(text, told), ...actors(text, told)])];
}

const particle =
  '(?:으?로부터|에게서|에서|에게|으로|이라는|라는|이라고|라고|이다|이며|이고|까지|부터|처럼|보다|은|는|이|가|을|를|의|에|와|과|도|로|만|측)';
const withParticle = new RegExp(`(?<![가-힣])([가-힣]{2,}?)(${particle}{1,2})(?![가-힣])`, 'gu');
const role =
  '(?:경쟁|협력|자회|모회|계열|운영|제조|부품|증권|항공|통신|보험|건설|제약|개발|공급|투자|제휴|고객|합작|선|해운|게임|유통|물류)사|[가-힣]*업체|기업|스타트업|단체|구단';
/** `경쟁사 대동중공업은`: who stands behind what it is. */
const behindRole = new RegExp(
  `(?<![가-힣])(?:${role})(?:인|이자 [가-힣 ]{1,20}인)? ([가-힣]{2,}?)(?:${particle}{1,2})(?![가-힣])`,
  'gu',
);
/** `전북 익산에서`. */
const behindProvince = new RegExp(
  `(?<![가-힣])(?:경기|강원|충북|충남|전북|전남|경북|경남)도? ([가-힣]{2,3}?)(?:[시군구])?(?:${particle})?(?![가-힣])`,
  'gu',
);
const firm =
  /^([가-힣]{2,8}?)(?:조선|중공업|제약|식품|소재|정밀|제분|제과|제강|제철|철강|전기|전력|반도체|디스플레이|바이오|테크|텍|오토|모빌|모빌리티|로지스|항공|해운|물산|상사|건설|통신|증권|생명|화재|캐피탈|저축은행|에너지|솔루션|시스템즈|엔터테인먼트|게임즈|소프트|네트웍스|홀딩스|산업|기공|케미칼|푸드|유통|백화점|호텔|리조트|미디어|출판)$/u;
const subject = /(?<![가-힣])([가-힣]{3,}?)(?:은|는|이|가|도)(?![가-힣])/gu;

/**
 * Names of the article that the sentences do not have: those that it puts behind a role or a province or that end like
 * a firm's, and who does something in the claim, as elsewhere in the article, if that is no everyday noun.
 */
function actors(text: string, { stated, article }: Told): string[] {
  const claimed = new Set([...namesIn(text, withParticle), ...(text.match(/[가-힣]{2,}/gu) ?? [])]);
  const marked = [...namesIn(article, behindRole), ...namesIn(article, behindProvince)];
  const subjects = new Set(namesIn(article, subject));
  const names = [
    ...marked.filter((name) => claimed.has(name) && !koreanSubjects.has(name)),
    ...[...claimed].filter((word) => isFirm(word) && article.includes(word)),
    ...namesIn(text, subject).filter((word) => subjects.has(word) && !ofNouns.test(word) && !isEveryday(word)),
  ];
  return names.filter((name) => !stated.includes(name) && !isAbbreviated(name, stated));
}

function isFirm(word: string): boolean {
  const stem = firm.exec(word)?.[1];
  return stem !== undefined && !isEveryday(stem);
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

/** What makes nouns of others, people by what they do, costs, amounts, qualities: `공사비`; and particles before another. */
const ofNouns = /(?:[비성편률율액량자들생력화료금업물실법권증점원직형식용급측팀층감객]|에|에서|으로)$/u;

/** `정부`, and what is made of such a noun: `지방정부`. */
export function isEveryday(word: string): boolean {
  const one = word.replace(/들$/u, '');
  return [...koreanSubjects].some((noun) => one === noun || (noun.length > 1 && one.endsWith(noun)));
}

const koreanOrganization =
  /(?:은행|감독원|위원회|관리원|연구원|연구소|개발원|공사|공단|협회|재단|그룹|전자|자동차|증권|화학|신문|방송|대학교|대학|대|청|처|부|당|시청|도청)$/u;

/** 달러당 is no party. */
const perUnit = /(?:달러|유로|위안|파운드|시간|명|건|톤|배럴|가구)당$/u;

/** An organisation that the article has, and the sentences do not. */
function isOrganizationElsewhere(word: string, { article }: Told): boolean {
  if (koreanSubjects.has(word) || perUnit.test(word)) return false;
  return word.length >= 3 && koreanOrganization.test(word) && isAbbreviated(word, article);
}

/** `김 대변인`, where nobody of that surname is in the sentences. */
function surnamesAlone(text: string, { stated }: Told): string[] {
  return [
    ...text.matchAll(
      /(?<![가-힣])([가-힣]) (?:씨|대통령|총리|장관|대표|회장|의원|교수|감독|위원장|시장|지사|총재|사장|차관|기자|대변인|후보|청장|연구원)(?![가-힣]{3})/gu,
    ),
  ]
    .map(([, surname = '']) => surname)
    .filter(
      (surname) =>
        koreanSurnames.has(surname) &&
        !new RegExp(`(?<![가-힣])${surname}(?:[가-힣]{1,3})?(?![가-힣])|(?<![가-힣])${surname}[가-힣]{2}`, 'u').test(
          stated,
        ),
    );
}

function isKoreanPerson(word: string, onward: string, { article }: Told): boolean {
  return isPersonKorean(word) && (koreanTitle.test(onward) || isPlacedIn(word, { article }, koreanTitle));
}

/** Could it be a surname and a given name? */
export function isPersonKorean(word: string): boolean {
  const [surname = '', ...given] = [...word];
  return (
    given.length === 2 && koreanSurnames.has(surname) && given.every((syllable) => koreanGivenSyllables.has(syllable))
  );
}

const roleBefore =
  /(?:대표|회장|사장|교수|연구원|분석가|애널리스트|장관|의원|위원장|감독|선수|작가|배우|대변인|국장|책임자)\s$/u;
const saysBehind =
  /^(?:은|는|이|가)\s(?:[^.,]{0,30}\s)?(?:말했|밝혔|전했|설명했|덧붙였|강조했|주장했|지적했|내다봤|예상했)/u;

/** People by their roles, or by what they say. */
export function koreanPeople(text: string): string[] {
  return [...text.matchAll(/[가-힣]{2,}/gu)].flatMap(({ 0: whole, index }) => {
    const word = stripParticle(whole);
    if (!isPersonKorean(word) || isEveryday(word)) return [];
    const onward = text.slice(index + word.length);
    const isSomebody = koreanTitle.test(onward) || roleBefore.test(text.slice(0, index)) || saysBehind.test(onward);
    return isSomebody ? [word] : [];
  });
}
