/** Instructions as somebody might plant them in an article, and honest news of machines that sounds alike; all of our own writing. */
import { readFileSync } from 'node:fs';

/** `unseen`: written when the rules stood, which since took a few endings from them and nothing else. */
export type Half = 'seen' | 'unseen';

export interface PlantedSet extends Record<Half, string[]> {
  /** BCP 47. */
  language: string;
  /** Of the article that the instructions are planted in, and its six sentences. */
  title: string;
  sentences: string[];
  /** News of AI, none of it an instruction. */
  alike: Record<Half, string[]>;
}

const file = new URL('./planted.json', import.meta.url);

export const plantedSets: PlantedSet[] = Object.entries(
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, Omit<PlantedSet, 'language'>>,
).map(([language, set]) => ({ language, ...set }));
