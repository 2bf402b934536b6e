/** Does a claim speak of what its sentences speak of? Stops words of no source: instructions, small talk, secrets. */
import { terms } from '../text/words.ts';
import type { Evidence } from './ground-evidence.ts';
import { sameLanguage } from './ground-text.ts';

/** An honest paraphrase shares more; an inference brings words of its own. */
const leastShare = { said: 0.2, inferred: 0.08 };

export function isSupported(text: string, evidence: Evidence, language: string, inferred: boolean): boolean {
  if (!sameLanguage(language, evidence.language)) return true;
  const claimed = terms(text, language);
  if (claimed.length < 3) return true;
  const shared = claimed.filter((term) => evidence.stems.has(term) || evidence.text.includes(term)).length;
  return shared / claimed.length >= (inferred ? leastShare.inferred : leastShare.said);
}
