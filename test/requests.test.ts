import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../src/command.ts';
import { severalRequests } from '../src/requests.ts';

const follow = (...texts: string[]): Command => ({
  name: 'subscribe',
  targets: texts.map((text) => ({ kind: 'words', text, quoted: false })),
});
const at = (time: string): Command => ({ name: 'time', time });
const on = (...days: number[]) => ({ name: 'days', days }) as Command;

test.for<[string, Command[]]>([
  ['subscribe ai\ntime 9am\nstories 5', [follow('ai'), at('09:00'), { name: 'stories', count: 5 }]],
  ['subscribe space; time 9am; language en', [follow('space'), at('09:00'), { name: 'language', language: 'en' }]],
  ['list; topics', [{ name: 'list' }, { name: 'topics' }]],
  ['subscribe ai. time 9am.', [follow('ai'), at('09:00')]],
  ['subscribe ai, science and time 9am', [follow('ai', 'science'), at('09:00')]],
  ['time 9am and pause', [at('09:00'), { name: 'pause' }]],
  ['weekdays at 7:30', [on(1, 2, 3, 4, 5), at('07:30')]],
  ['weekdays at 7:30 and mute sports', [on(1, 2, 3, 4, 5), at('07:30'), { name: 'mute', queries: ['sports'] }]],
  ['send it every friday morning at 8', [on(5), at('08:00')]],
  ['every weekday at 8am', [on(1, 2, 3, 4, 5), at('08:00')]],
  ['subscribe chips at 8', [follow('chips'), at('08:00')]],
  ['follow gaming and unfollow crypto', [follow('gaming'), { ...follow('crypto'), name: 'unsubscribe' } as Command]],
  ['/tidings time 9am, days weekdays', [at('09:00'), on(1, 2, 3, 4, 5)]],
  ['購読 AI、時刻 8:00', [follow('AI'), at('08:00')]],
])('%s', ([text, commands]) => {
  expect(severalRequests(text, 'en')).toEqual(commands.map((command) => ({ kind: 'command', command })));
});

test('a line that went wrong is told beside those that did not', () => {
  expect(severalRequests('time 9am\ntime 25:00', 'en')).toMatchObject([{ kind: 'command' }, { kind: 'mistake' }]);
});

test.for([
  'subscribe ai, science, space',
  'subscribe news, list and status',
  'mute "stop and pause"',
  'subscribe "war, mute peace"',
  'help',
  'ask what happened and pause',
  'why did they pause and resume talks?',
  'pause, and what happened to Kestrel?',
  'what happened?\nwho did it?',
  'hello\nhelp',
  'forget\nyes',
  'import https://news.example/a;b',
])('%s is one', (text) => {
  expect(severalRequests(text, 'en')).toBeNull();
});

test('takes any text, in time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3_000 }), (text) => {
      const started = performance.now();
      severalRequests(text, 'en');
      expect(performance.now() - started).toBeLessThan(2_000);
    }),
    { numRuns: 50 },
  );
  expect(severalRequests('time 9am and '.repeat(150), 'en')).toBeNull();
  expect(severalRequests('pause\n'.repeat(200), 'en')).toBeNull();
});
