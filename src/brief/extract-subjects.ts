/** Whom or what an English question can be about, as it stands inside the question. */
import { openingWords } from '../text/name-lists.ts';

const offices =
  /^(?:Founder|Analyst|Economist|Researcher|Spokes\p{L}+|Director|Chairman|Chairwoman|Manager|Engineer)(?= \p{Lu})/u;
/** Open sentences and are no names: `Management`, `Storage`, `Researchers`. */
const noun =
  /(?:tion|ment|age|ness|ity|ing|ance|ence|ure|ism|ware|work|\p{Ll}s)$|^(?:Staff|Industry|Demand|Research|Such|Civil|Who\p{L}*|What\p{L}*|Any\p{L}*|Every\p{L}*)$/u;

/** In full where the story has it so: `Arase` is `Mei Arase`. null for what is no name but a word with a capital. */
export function knownName(found: string, names: ReadonlySet<string>): string | null {
  const name = found.replace(/'s?$/u, '').replace(/[.,]$/u, '');
  if (name.includes("'s ") || openingWords.has(name.split(' ')[0]!.toLowerCase())) return null;
  if (name.includes(' ')) return name.replace(offices, (office) => office.toLowerCase());
  return inFull(name, names) ?? (names.has(name) || !noun.test(name) ? name : null);
}

function inFull(name: string, names: ReadonlySet<string>): string | undefined {
  const whole = /^\p{L}[\p{L}.'-]+(?: \p{L}[\p{L}.'-]+){1,2}$/u;
  return [...names].find((other) => other.endsWith(` ${name}`) && whole.test(other));
}

const clause =
  /\b(?:that|which|who|whose|when|while|if|as|but|and|because|said|says|is|are|was|were|has|had|will|not|to)\b|--|—/iu;
const pointer =
  /^(?:he|she|it|they|we|you|i|this|that|these|those|there|here|his|her|its|their|what|how|why|in|on|at|by|for|from|with|after|before|since|during|under|over|according|earlier|later|last|one|none|some of|many of|most of|another|such|both|the (?:move|decision|other|others|two|pair))\b/iu;

/** A name or a noun or two, as it stands inside a sentence; null for a clause, or what points at something else. */
export function askable(subject: string, names: ReadonlySet<string>): string | null {
  const words = subject.split(' ');
  if (words.length > 8 || clause.test(subject) || pointer.test(subject)) return null;
  const first = words[0]!;
  if (openingWords.has(first.toLowerCase())) return subject[0]!.toLowerCase() + subject.slice(1);
  if (
    /^(?:\p{Lu}\P{Ll}|.*\p{Lu}.*\p{Lu}|.*(?:ese|ian|ish|can)$|(?!Yesterday|Today|.*day')\p{Lu}\p{L}+'s$)/u.test(first)
  )
    return subject;
  // `Freight rates` are not those of Norvane Freight.
  const things = /^\p{Ll}+s$/u.test(words[1] ?? '') && !/'s?$/u.test(first);
  const named = !things && [...names].some((known) => known.split(' ').includes(first.replace(/'s?$/u, '')));
  if (named || /^\p{Lu}/u.test(words[1] ?? '')) return subject;
  if (words.length === 1 && !noun.test(first)) return subject;
  return subject[0]!.toLowerCase() + subject.slice(1);
}
