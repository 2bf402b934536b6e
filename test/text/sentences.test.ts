import { expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';

const cases: { name: string; language: string; text: string; sentences: string[] }[] = [
  {
    name: 'titles, initials and countries keep their stops',
    language: 'en',
    text: 'Mr. Smith of the U.S. Army met George W. Bush. J. K. Rowling did not come.',
    sentences: ['Mr. Smith of the U.S. Army met George W. Bush.', 'J. K. Rowling did not come.'],
  },
  {
    name: 'decimals, versions and addresses are no ends',
    language: 'en',
    text: 'It paid $3.5 million for Z.ai and GLM 5.2. See www.example.com for more.',
    sentences: ['It paid $3.5 million for Z.ai and GLM 5.2.', 'See www.example.com for more.'],
  },
  {
    name: 'an abbreviation may end a sentence',
    language: 'en',
    text: 'The shop shut at 5 p.m. The owner left for Acme Inc. It was late.',
    sentences: ['The shop shut at 5 p.m.', 'The owner left for Acme Inc.', 'It was late.'],
  },
  {
    name: 'a quoted question goes on in lower case',
    language: 'en',
    text: '“Why?” he asked. He said: “It works.” Nobody answered.',
    sentences: ['“Why?” he asked.', 'He said: “It works.”', 'Nobody answered.'],
  },
  {
    name: 'footnote marks stay with what they note',
    language: 'en',
    text: 'It rained.[1] Then it stopped.',
    sentences: ['It rained.[1]', 'Then it stopped.'],
  },
  {
    name: 'a missing space after a stop',
    language: 'en',
    text: 'The talks are over.Everybody went home.',
    sentences: ['The talks are over.', 'Everybody went home.'],
  },
  {
    name: 'a Japanese quotation stays in its sentence',
    language: 'ja',
    text: '彼は「行く。待て。」と述べた。本当に？はい！次の文（例。）が続く。',
    sentences: ['彼は「行く。待て。」と述べた。', '本当に？', 'はい！', '次の文（例。）が続く。'],
  },
  {
    name: 'a mark in a name',
    language: 'ja',
    text: 'Yahoo!ニュースが報じた。',
    sentences: ['Yahoo!ニュースが報じた。'],
  },
  {
    name: 'Chinese closing quotes belong to the sentence',
    language: 'zh-CN',
    text: '他说：“我来了。”她走了。真的吗？',
    sentences: ['他说：“我来了。”', '她走了。', '真的吗？'],
  },
  {
    name: 'a Korean quotation goes on',
    language: 'ko',
    text: '그는 "안 간다."라고 말했다. 3.5% 올랐다. 정말요? 네.',
    sentences: ['그는 "안 간다."라고 말했다.', '3.5% 올랐다.', '정말요?', '네.'],
  },
];

test.for(cases)('$language: $name', ({ language, text, sentences }) => {
  expect(splitSentences([text], language).sentences).toEqual(sentences);
});

test('paragraphs are known by their first sentence, and empty ones have none', () => {
  const split = splitSentences(['One. Two.', '  ', 'Three.'], 'en');
  expect(split).toEqual({ sentences: ['One.', 'Two.', 'Three.'], paragraphs: [0, 2] });
});

test('no letter is lost, whatever the language', () => {
  const text = 'Dr. Who said “No!” (twice). 「はい。」と言った。他来了！그는 왔다. นายกรัฐมนตรี เปิดเผยว่า รัฐบาลจะลดภาษี';
  for (const language of ['en', 'ja', 'zh-TW', 'ko', 'th', 'de', 'und']) {
    expect(splitSentences([text], language).sentences.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
  }
});

test('a Thai text is cut at spaces into readable pieces', () => {
  const clause = 'รัฐบาลประกาศลดภาษีนำเข้าสินค้าเทคโนโลยีเพื่อกระตุ้นเศรษฐกิจของประเทศในปีนี้';
  const { sentences } = splitSentences([`${clause} นอกจากนี้ ${clause}`], 'th');
  expect(sentences).toEqual([clause, `นอกจากนี้ ${clause}`]);
});

test('a hostile text is split in linear time', () => {
  const began = performance.now();
  splitSentences(['「'.repeat(20_000), '. '.repeat(20_000), `${'A. '.repeat(20_000)}`, '"'.repeat(20_000)], 'ja');
  splitSentences(['「'.repeat(20_000), '. '.repeat(20_000), `${'A. '.repeat(20_000)}`, '"'.repeat(20_000)], 'en');
  expect(performance.now() - began).toBeLessThan(3000);
});
