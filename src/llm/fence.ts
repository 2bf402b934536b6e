/**
 * Untrusted text for a model: between two lines that its author cannot know, and each line of it marked. A sentence
 * can then neither end the fence nor pass for one of our own lines. Each sentence is one line with the mark before
 * it; words are left alone, since quotes must come back verbatim.
 *
 * @see https://arxiv.org/abs/2403.14720 (spotlighting: delimiting and datamarking)
 */
import { createHmac, randomBytes } from 'node:crypto';

/** Fresh with each process: who writes a text never knows it. */
const secret = randomBytes(32);

/** The same for the same story while this process lives, so that prompts cache; unknown to everybody else. */
export function markFor(...about: string[]): string {
  const digest = createHmac('sha256', secret).update(about.join('\n')).digest();
  return [...digest.subarray(0, 8)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

const alphabet = 'bcdfghjkmnpqrstvwxz23456789';

/** @param what names the text in the fence's own lines. */
export function fence(mark: string, what: string, lines: string[]): string {
  const marked = lines.map((line) => `${mark}| ${oneLine(line).replaceAll(mark, '')}`);
  return [`=== ${mark}: ${what}, begin ===`, ...marked, `=== ${mark}: ${what}, end ===`].join('\n');
}

/** Without line ends, control characters and letters that nobody sees (zero width, tags). */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\u{E0000}-\u{E0FFF}]/gu, '')
    .trim();
}
