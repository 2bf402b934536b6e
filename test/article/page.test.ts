import { expect, test } from 'vitest';
import { readPage } from '../../src/article/page.ts';
import { arrange } from '../../src/article/text.ts';
import { pages, walls } from './pages.ts';

const url = 'https://coast.example/2026/01/tidal';

/** Harmonic mean of how many of the words found are the article's, and how many of the article's are found. */
function wordF1(found: string, wanted: string): number {
  const count = (text: string) => {
    const words = new Map<string, number>();
    for (const { segment, isWordLike } of segmenter.segment(text))
      if (isWordLike) words.set(segment, (words.get(segment) ?? 0) + 1);
    return words;
  };
  const [a, b] = [count(found), count(wanted)];
  const sum = (words: Map<string, number>) => [...words.values()].reduce((total, each) => total + each, 0);
  const shared = [...a].reduce((total, [word, times]) => total + Math.min(times, b.get(word) ?? 0), 0);
  return (2 * shared) / Math.max(1, sum(a) + sum(b));
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

test.for(pages)('finds the article in a $kind', ({ html, title, text, language }) => {
  const page = readPage(html, url);
  expect(page.title).toBe(title);
  expect(wordF1(page.paragraphs.join('\n'), text.join('\n'))).toBeGreaterThan(0.98);
  expect(page.wall).toBeNull();
  expect(arrange(page.paragraphs, title, page.language).language).toBe(language);
});

test('all pages together: words found and missed', () => {
  const scores = pages.map(({ html, text }) => wordF1(readPage(html, url).paragraphs.join('\n'), text.join('\n')));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  console.log(`pages: mean word F1 ${mean.toFixed(4)}`);
  expect(mean).toBeGreaterThan(0.99);
});

test.for(walls)('recognises a $kind', ({ html, reason }) => {
  expect(readPage(html, url).wall).toBe(reason);
});
