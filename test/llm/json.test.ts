import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseReply } from '../../src/llm/json.ts';
import { withoutThought } from '../../src/llm/thought.ts';

const schema = z.object({ word: z.string() });
const fits = '{"word":"tide"}';

test.for([
  ['bare', fits],
  ['in a fence', `\`\`\`json\n${fits}\n\`\`\``],
  ['between words', `Here {you} are: ${fits} Does {that} help?`],
  ['behind a thought', `<think>{"word":"ebb"} or {this}?</think>\n${fits}`],
  ['behind a thought whose opening nobody saw', `So {"word":"ebb"}… </think>${fits}`],
  [
    'behind a harmony analysis',
    `<|channel|>analysis<|message|>{…}<|end|><|start|>assistant<|channel|>final<|message|>${fits}`,
  ],
  ['behind a brace that never closes', `Use { as in C: ${fits}`],
  ['twice, the later one right', `{"word":1} — sorry: ${fits}`],
  ['with braces and marks inside', '{"word":"tide"}'],
])('JSON %s is read', ([, text]) => {
  expect(parseReply(text!, schema)).toEqual({ ok: true, value: { word: 'tide' } });
});

test('a closing mark inside a string cuts nothing off', () => {
  const word = 'he wrote </think> and } and \\" in it';
  expect(parseReply(`{"word":"${word}"}`, schema)).toMatchObject({ ok: true });
});

test.for([
  ['no JSON', 'Once upon a time', 'It is not JSON.'],
  ['cut JSON', fits.slice(0, 9), 'It is not JSON.'],
  ['another shape', '{"word":7}', /expected string, received number[\s\S]*word/],
] as const)('%s is said to be that', ([, text, problems]) => {
  expect(parseReply(text, schema)).toEqual({ ok: false, problems: expect.stringMatching(problems) });
});

test('a flood of braces ends', () => {
  expect(parseReply('{'.repeat(200_000), schema)).toMatchObject({ ok: false });
});

test.for([
  ['<think>a {thought}</think>', '{"word"'],
  ['  <thinking>so</thinking>', ' {"word"'],
  ['[THINK]so[/THINK]', '{"word"'],
  ['', '{"word"'],
  ['', '<b>not a thought'],
  ['', '< 5'],
])('of %s%s only the second is passed on, letter by letter', ([thought, words]) => {
  let heard = '';
  const tell = withoutThought((delta) => {
    heard += delta;
  });
  for (const letter of `${thought}${words}`) tell(letter);
  expect(heard).toBe(words);
});

test('a thought without an end says nothing', () => {
  let heard = '';
  const tell = withoutThought((delta) => {
    heard += delta;
  });
  for (const delta of ['<thi', 'nk>on', ' and on']) tell(delta);
  expect(heard).toBe('');
});
