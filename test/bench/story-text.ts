/** Articles out of nothing, with the statistics of news: common and rare words, names, numbers, now and then one event twice. */

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = 'ba ke lo mi ra ton ver sal dor in est al per com tra ni go shu wen ka'.split(' ');

export function writer(random: () => number): (n: number) => { title: string; text: string } {
  const word = () => wordOf(Math.floor(40_000 ** random()));
  const name = () => {
    const made = wordOf(100_000 + Math.floor(20_000 * random()));
    return made[0]!.toUpperCase() + made.slice(1);
  };
  let before = { title: '', text: '' };
  return (n) => {
    const again = n > 0 && before.title !== '' && random() < 0.3;
    const names = again
      ? [...(before.title.match(/\b[A-Z][a-z]+\b/g) ?? []), name(), name()].slice(0, 4)
      : [name(), name(), name(), name()];
    const sentence = () =>
      `The ${word()} ${word()} ${names[Math.floor(random() * 4)]} ${word()} ${word()} ${Math.floor(random() * 5000)} ${word()} ${word()} ${word()}.`;
    const shared = again ? before.text.split('. ').slice(0, 3).join('. ') : '';
    before = {
      title: `${names[0]} ${word()} ${word()} ${names[1]} ${word()} ${word()}`,
      text: `${shared} ${Array.from({ length: 12 }, sentence).join(' ')}`,
    };
    return before;
  };
}

function wordOf(index: number): string {
  let made = '';
  for (let rest = index + 20; rest > 0; rest = Math.floor(rest / syllables.length))
    made += syllables[rest % syllables.length];
  return made;
}
