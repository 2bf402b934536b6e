/**
 * Untrusted text for a model: between two lines that its author cannot know, and each line of it marked. A sentence
 * can then neither end the fence nor pass for one of our own lines. Each sentence is one line with the mark before
 * it; words are left alone, since quotes must come back verbatim.
 *
 * @see https://arxiv.org/abs/2403.14720 (spotlighting: delimiting and datamarking)
 */
import { createHmac, randomBytes } from 'node:crypto';

/** A mark for what it is about: always the same, so that prompts cache, and unknown to whoever lacks the key. */
export type Marks = (...about: string[]) => string;

/** @param keyed hashes with the installation's secret: then all its processes share a server's cache of a story. */
export function createMarks(keyed: (text: string) => Buffer): Marks {
  return (...about) => spell(keyed(`mark\n${about.join('\n')}`));
}

/** For a program that is run once. */
export function marksOfThisProcess(): Marks {
  const secret = randomBytes(32);
  return createMarks((text) => createHmac('sha256', secret).update(text).digest());
}

/** A mark that is never used again: for text whose author sees what comes of it, and has many tries at guessing. */
export function freshMark(): string {
  return spell(randomBytes(8));
}

const markLetters = 8;
const alphabet = 'bcdfghjkmnpqrstvwxz23456789';

function spell(bytes: Buffer): string {
  return [...bytes.subarray(0, markLetters)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/** @param what names the text in the fence's own lines. */
export function fence(mark: string, what: string, lines: string[]): string {
  // Were the mark ever known, it could still not be written: what is taken out leaves a gap that nothing closes.
  const marked = lines.map((line) => `${mark}| ${oneLine(line).replaceAll(mark, ' ')}`);
  return [`=== ${mark}: ${what}, begin ===`, ...marked, `=== ${mark}: ${what}, end ===`].join('\n');
}

/** Without line ends, control characters and letters that nobody sees (zero width, tags). */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\u{E0000}-\u{E0FFF}]/gu, '')
    .trim();
}
