/** Korean words carry particles and endings: 정부가, 정부는 and 정부의 are one word to search, 발표했다 and 발표하는 another. */

const particles = [
  ...'으로부터 에서부터 으로서 으로써 이라고 이라는 에서는 에게서 으로는 까지는 에서도 으로도 이라며 이었다 입니다 인가요 이에요 이라도'.split(
    ' ',
  ),
  ...'에서 에게 으로 까지 부터 이나 이란 라고 라는 처럼 보다 마다 조차 밖에 한테 께서 에는 에도 와의 과의 로는 로서 이며 이고 이다 인가 라며 예요 이야'.split(
    ' ',
  ),
  ...'은 는 이 가 을 를 의 에 와 과 도 로 만 요'.split(' '),
];

/** What makes a verb of a noun, with all that can follow: 교체됐으며, 감당한대요. */
const verbEnding = /(?<=..)(?:[하한할함합했해]|되|된|될|됨|됩|됐|돼)(?:[가-힣]*)$/u;
/** After one syllable only where the last sound of it agrees: 점을, 차는, but 마을 and 가을. */
const closed = /[을은]$/u;
const open = /[를는]$/u;

/** What of a word is searched for: a rest that would be another word is not left alone. */
export function stripParticle(word: string): string {
  if (!/^[\p{L}\p{N}]*\p{Script=Hangul}$/u.test(word)) return word;
  const noun = word.replace(verbEnding, '');
  if (noun !== word) return noun;
  const particle = particles.find((ending) => word.endsWith(ending) && word.length - ending.length >= 2);
  if (particle !== undefined) return word.slice(0, -particle.length);
  if (word.length !== 2) return word;
  return (endsInConsonant(word[0]!) ? closed : open).test(word) ? word[0]! : word;
}

/** A pattern for what joins a clause to the next, 올랐고 and 늘었으며, that no noun ends with: 광고, 사고. */
export const clauseEnding = String.raw`(?<=[가-힣])(?<!(?:^|[^가-힣])[광사창최재경신권예참금국중원피해충항상])[고며](?=\s)`;

const firstSyllable = '가'.codePointAt(0)!;
const finals = 28;

function endsInConsonant(syllable: string): boolean {
  return (syllable.codePointAt(0)! - firstSyllable) % finals !== 0;
}
