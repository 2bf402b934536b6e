/** Names in Korean: places, people by surname and title, organisations by their endings. */
import { stripParticle } from '../text/korean.ts';
import { koreanGivenSyllables, koreanSurnames, placesOf } from './ground-name-lists.ts';
import { isAbbreviated, isPlacedIn, type Told } from './ground-script-told.ts';

const koreanTitle =
  /^\s?(?:[가-힣]{2,6}\s?)?(?:씨|대통령|총리|장관|대표|회장|의원|교수|감독|선수|위원장|시장|지사|총재|사장|차관|기자|박사|후보|청장|처장|원장|소장|본부장|센터장|단장|대변인|연구원|위원|변호사|이코노미스트|애널리스트)/u;
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
  return [...words, ...surnamesAlone(text, told)];
}

const koreanOrganization =
  /(?:은행|감독원|위원회|관리원|연구원|연구소|개발원|공사|공단|협회|재단|그룹|전자|자동차|증권|화학|신문|방송|대학교|대학|대|청|처|부|당|시청|도청)$/u;

/** An organisation that the article has, and the sentences do not. */
function isOrganizationElsewhere(word: string, { article }: Told): boolean {
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
  const [surname = '', ...given] = [...word];
  if (
    given.length !== 2 ||
    !koreanSurnames.has(surname) ||
    !given.every((syllable) => koreanGivenSyllables.has(syllable))
  )
    return false;
  return koreanTitle.test(onward) || isPlacedIn(word, { article }, koreanTitle);
}
