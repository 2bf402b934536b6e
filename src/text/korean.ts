/** Korean words carry particles and endings: 정부가, 정부는 and 정부의 are one word to search. */

const particles = [
  ...'으로부터 에서부터 으로서 으로써 이라고 이라는 에서는 에게서 으로는 까지는 에서도 으로도 이라며 이었다 입니다 했습니다 합니다'.split(
    ' ',
  ),
  ...'에서 에게 으로 까지 부터 이나 이란 라고 라는 처럼 보다 마다 조차 밖에 한테 께서 에는 에도 와의 과의 로는 로서 이며 이고 이다 인가 했다 한다 하는 하고 해서 되는 된다 됐다 라며'.split(
    ' ',
  ),
  ...'은 는 이 가 을 를 의 에 와 과 도 로 만 요'.split(' '),
];

/** At least two syllables stay: a shorter rest would be another word. */
export function stripParticle(word: string): string {
  if (!/^[\p{L}\p{N}]*\p{Script=Hangul}$/u.test(word)) return word;
  const particle = particles.find((ending) => word.endsWith(ending) && word.length - ending.length >= 2);
  return particle === undefined ? word : word.slice(0, -particle.length);
}
