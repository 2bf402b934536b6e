import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

test('an empty environment is enough', () => {
  const read = readConfig({});
  expect(read).toMatchObject({
    ok: true,
    config: { HOST: '127.0.0.1', PORT: 3700, slack: null, discord: null, line: null, model: null },
  });
});

test('every mistake is told at once, with its name and what to do', () => {
  const read = readConfig({
    PORT: 'eighty',
    DATABASE_URL: 'mysql://x',
    TIMEZONE: 'Mars/Olympus',
    SLACK_BOT_TOKEN: 'xoxb-1',
    OPENAI_MODEL: 'm',
  });
  expect(read.ok).toBe(false);
  const said = read.ok ? '' : read.mistakes.join('\n');
  for (const name of [
    'PORT must be a number',
    'DATABASE_URL must begin with postgres://',
    'TIMEZONE is no time zone',
    'SLACK_APP_TOKEN',
    'OPENAI_API_KEY is missing',
  ]) {
    expect(said).toContain(name);
  }
});

test.for([
  { env: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, on: 'slack' },
  { env: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }, on: 'slack' },
  { env: { DISCORD_TOKEN: 'd' }, on: 'discord' },
  { env: { LINE_CHANNEL_ACCESS_TOKEN: 'a', LINE_CHANNEL_SECRET: 'b' }, on: 'line' },
  { env: { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'm' }, on: 'model' },
])('$env turns on $on', ({ env, on }) => {
  const read = readConfig(env as unknown as Record<string, string>);
  expect(read.ok && read.config[on as 'slack']).not.toBeNull();
  expect(read.ok).toBe(true);
});

test('a misspelt setting is told of rather than quietly ignored; an empty one is none', () => {
  const read = readConfig({ SLACK_TOKEN: 'x', BASE_URL: '' });
  expect(read.ok ? [] : read.mistakes).toEqual(['SLACK_TOKEN is no setting of Tidings; see .env.example']);
});

test('no message shows a secret', () => {
  const read = readConfig({ SLACK_BOT_TOKEN: 'hunter2-secret', WEB_TOKEN: 'short-secret' });
  expect(JSON.stringify(read)).not.toMatch(/hunter2|short-secret/);
});

test.for([
  ['en_US:en', 'en'],
  ['ja_JP:en', 'ja'],
  ['de_DE:ko:en', 'ko'],
  ['zh_TW:zh', 'zh-TW'],
  ['de_DE.UTF-8', 'en'],
  ['th', 'th'],
])('LANGUAGE=%s, as a desktop sets it, is %s', ([given, language]) => {
  expect(readConfig({ LANGUAGE: given })).toMatchObject({ ok: true, config: { LANGUAGE: language } });
});

test('a LANGUAGE that somebody meant and that we do not speak is a mistake', () => {
  expect(readConfig({ LANGUAGE: 'fr' })).toEqual({ ok: false, mistakes: ['LANGUAGE is one of en, ja, zh-TW, ko, th'] });
});
