import { expect, test } from 'vitest';
import { clip } from '../../src/web/clip.ts';
import { safeHref } from '../../src/web/html.ts';

test.for([
  { text: 'short', max: 10, cut: 'short' },
  { text: 'exactly ten', max: 11, cut: 'exactly ten' },
  { text: 'a longer line', max: 9, cut: 'a longer…' },
  { text: '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', max: 15, cut: '👩‍👩‍👧‍👦…' },
  { text: '🇯🇵🇯🇵🇯🇵', max: 6, cut: '🇯🇵…' },
  { text: 'e\u0301e\u0301e\u0301', max: 4, cut: 'e\u0301…' },
])('"$text" is cut to $max between characters', ({ text, max, cut }) => {
  expect(clip(text, max)).toBe(cut);
});

test.for([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/relative',
  '',
])('%j never becomes a link', (url) => {
  expect(safeHref(url)).toBeNull();
});

test('http and https do', () => {
  expect(safeHref('https://news.example/?a=1&b="2"')).toBe('https://news.example/?a=1&b="2"');
  expect(safeHref('http://news.example')).toBe('http://news.example');
});
