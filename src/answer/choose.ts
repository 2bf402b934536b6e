/** Under a digest the question itself says which story it is about; when two fit alike, people are asked. */
import type { StoryId } from '../model.ts';
import { withoutAsking } from '../text/asking.ts';
import { createBm25 } from '../text/bm25.ts';
import { holdsName, namesIn } from '../text/names.ts';
import { respelled } from '../text/spelling.ts';
import { characterGrams, terms } from '../text/words.ts';

export interface ChoosableStory {
  story: StoryId;
  headline: string;
  /** Gist, article, or both: what the story says. */
  text: string;
  /** BCP 47 of both. */
  language: string;
}

export type Choice = { kind: 'one'; story: StoryId } | { kind: 'several'; stories: StoryId[] } | { kind: 'none' };

/** A story must hold this share of the question, by how telling its words are. */
const leastShare = 0.35;
/** Stories within this of the best fit alike. */
const alike = 0.75;
const mostAsked = 4;

/** @param stories of one digest, in its order */
export function chooseStory(question: string, stories: ChoosableStory[]): Choice {
  const english = stories.filter(({ language }) => language.startsWith('en'));
  const told = () => english.flatMap(({ headline, text }) => [headline, text]);
  const asked = respelled(withoutAsking(question), english[0]?.language ?? '', told);
  const shares = sharesOf(asked, stories);
  const best = Math.max(0, ...shares);
  if (best < leastShare) return { kind: 'none' };
  const fitting = stories
    .map(({ story }, at) => ({ story, share: shares[at]! }))
    .filter(({ share }) => share >= alike * best);
  fitting.sort((a, b) => b.share - a.share);
  if (fitting.length === 1) return { kind: 'one', story: fitting[0]!.story };
  return { kind: 'several', stories: fitting.slice(0, mostAsked).map(({ story }) => story) };
}

/** For each story how much of the question it holds, 0–1; what stands in its headline counts in full, the rest less. */
function sharesOf(question: string, stories: ChoosableStory[]): number[] {
  const heads = stories.map(({ headline, language }) => terms(headline, language));
  const texts = stories.map(({ text, language }, at) => [...terms(text, language), ...heads[at]!]);
  const bm25 = createBm25(texts);
  // A word that no story has tells nothing of which is meant, but it does tell of a question about something else.
  const idf = (term: string) => (bm25.has(term) ? leastWeight + bm25.idf(term) : absentWeight);
  const grams = stories.map(({ headline }) => new Set(characterGrams(headline, gramLength)));
  const asked = new Set(characterGrams(question, gramLength));
  const names = namesIn(question, stories[0]?.language ?? 'en');
  return stories.map(({ language, headline, text: body }, at) => {
    const own = [...new Set(terms(question, language))];
    const all = own.reduce((sum, term) => sum + idf(term), 0) || 1;
    const head = new Set(heads[at]);
    const text = new Set(texts[at]);
    const held = own.reduce((sum, term) => sum + (head.has(term) ? 1 : text.has(term) ? inText : 0) * idf(term), 0);
    const shared = [...asked].filter((gram) => grams[at]!.has(gram)).length / Math.max(1, asked.size);
    const named = names.length === 0 || names.some((name) => holdsName(`${headline}\n${body}`, name));
    return (0.85 * (held / all) + 0.15 * shared) * (named ? 1 : withoutName);
  });
}

// In a digest of a few stories a word that two of them share would otherwise weigh nothing.
const leastWeight = 0.7;
const absentWeight = 1.5;
const gramLength = 3;
const inText = 0.85;
const withoutName = 0.5;
