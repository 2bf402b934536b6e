import { afterEach, expect, test } from 'vitest';
import { commandList } from '../../../adapters/discord/commands.ts';
import { parseCommand } from '../../../src/command.ts';
import { languages } from '../../../src/model.ts';
import { languageName, wordsFor } from '../../../src/words/words.ts';
import type { Json } from './counterpart.ts';
import { hasSpec, needsSpec, specProblems } from './limits.ts';
import { aBench, type Bench } from './support.ts';

let bench: Bench | null = null;
afterEach(async () => {
  await bench?.close();
  bench = null;
});

const [root, about] = commandList() as Json[];
const subcommands: Json[] = root.options.flatMap((each: Json) => (each.type === 2 ? each.options : [each]));
const nested = (command: Json): Json[] => [command, ...(command.options ?? []).flatMap(nested)];

test('every command of the grammar has its subcommand', () => {
  expect(subcommands.map(({ name }) => name).sort()).toEqual(Object.keys(wordsFor('en').commands).sort());
  expect(root.options.length).toBeLessThanOrEqual(25);
});

test('what a subcommand sends is a command', () => {
  const sample: Record<string, string> = {
    time: '07:30',
    timezone: 'tokyo',
    days: 'weekdays',
    stories: '7',
    layout: 'cards',
    language: 'ja',
    quiet: 'on',
    undo: '1',
    why: '3',
  };
  for (const { name, options } of subcommands) {
    const value = options.length === 0 || name === 'import' ? '' : (sample[name] ?? 'ai');
    expect(parseCommand(`${name} ${value}`, 'ja', true), name).toMatchObject({ kind: 'command' });
  }
});

test('names and descriptions are within Discord’s limits, in every language', () => {
  for (const each of nested(root)) {
    const names = [each.name, ...Object.values(each.name_localizations ?? {})] as string[];
    for (const name of names) expect(name).toMatch(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u);
    for (const name of names) expect(name).toBe(name.toLowerCase());
    const said = [each.description, ...Object.values(each.description_localizations ?? {})] as string[];
    for (const description of said) expect(description.length).toBeGreaterThan(0);
    for (const description of said) expect(description.length).toBeLessThanOrEqual(100);
  }
  for (const language of languages) {
    const own = root.options.map((each: Json) => each.name_localizations?.[language] ?? each.name);
    expect(new Set(own).size, language).toBe(own.length);
  }
});

/** A letter that texts in the language cannot do without. */
const script = {
  ja: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u,
  'zh-TW': /\p{sc=Han}/u,
  ko: /\p{sc=Hangul}/u,
  th: /\p{sc=Thai}/u,
};
test.for(Object.entries(script))('in %s every word of a command can be read', ([language, letter]) => {
  const choices = nested(root).flatMap(({ choices: given = [] }) => given);
  const described = nested(root).map(({ description_localizations: said }) => said[language]);
  const named = [...subcommands, ...choices, about].map(
    ({ name, name_localizations: said }) => said?.[language] ?? name,
  );
  const foreign = [...described, ...named].filter((text) => /\p{L}/u.test(text) && !letter.test(text));

  // Languages are listed in their own words.
  expect(foreign.filter((text) => !languages.some((each) => languageName(each, each) === text))).toEqual([]);
});

test('all words of a command together are at most 8,000 characters, the longest language counted', () => {
  const longest = (each: Json, field: string) =>
    Math.max(
      each[field]?.length ?? 0,
      ...Object.values(each[`${field}_localizations`] ?? {}).map((text) => String(text).length),
    );
  const size = nested(root).reduce(
    (sum, each) =>
      sum +
      longest(each, 'name') +
      longest(each, 'description') +
      (each.choices ?? []).reduce((all: number, { name, value }: Json) => all + name.length + value.length, 0),
    0,
  );
  expect(size).toBeLessThan(8_000);
});

test.skipIf(!hasSpec)(`Discord’s own description takes them${needsSpec}`, () => {
  expect([root, about].flatMap((each) => specProblems('ApplicationCommandUpdateRequest', each))).toEqual([]);
});

test('they are registered once, until they change', async () => {
  bench = await aBench();
  await bench.adapter.stop();
  const again = await aBench({ discord: bench.discord, kept: bench.kept });
  await again.adapter.stop();
  const puts = () => bench!.discord.calls.filter(({ method }) => method === 'PUT').length;
  expect(puts()).toBe(1);

  bench.kept.set('commands', 'older');
  const changed = await aBench({ discord: bench.discord, kept: bench.kept });
  await changed.adapter.stop();
  expect(puts()).toBe(2);
});
