import { expect, test } from 'vitest';
import { bareValue } from '../src/bare-value.ts';
import type { Command } from '../src/command.ts';

test.for<[string, Command]>([
  ['7:30', { name: 'time', time: '07:30' }],
  ['7:30 pm.', { name: 'time', time: '19:30' }],
  ['8am', { name: 'time', time: '08:00' }],
  ['朝7時半', { name: 'time', time: '07:30' }],
  ['晚上8點', { name: 'time', time: '20:00' }],
  ['weekdays', { name: 'days', days: [1, 2, 3, 4, 5] }],
  ['every day', { name: 'days', days: [1, 2, 3, 4, 5, 6, 7] }],
  ['mon wed fri', { name: 'days', days: [1, 3, 5] }],
  ['sat & sun', { name: 'days', days: [6, 7] }],
  ['평일', { name: 'days', days: [1, 2, 3, 4, 5] }],
  ['JST', { name: 'timezone', zone: 'Asia/Tokyo' }],
  ['UTC+9', { name: 'timezone', zone: 'Etc/GMT-9' }],
  ['Europe/Paris', { name: 'timezone', zone: 'Europe/Paris' }],
  ['I live in Berlin', { name: 'timezone', zone: 'Europe/Berlin' }],
  ['cards', { name: 'layout', layout: 'cards' }],
  ['English please', { name: 'language', language: 'en' }],
  ['Japanese', { name: 'language', language: 'ja' }],
  ['中文', { name: 'language', language: 'zh-TW' }],
  ["I'm in Tokyo", { name: 'timezone', zone: 'Asia/Tokyo' }],
  ['im in tokyo', { name: 'timezone', zone: 'Asia/Tokyo' }],
  ['weekdays, please', { name: 'days', days: [1, 2, 3, 4, 5] }],
  ['cards layout', { name: 'layout', layout: 'cards' }],
  ['カード表示', { name: 'layout', layout: 'cards' }],
  ['카드 레이아웃', { name: 'layout', layout: 'cards' }],
  ['卡片版面', { name: 'layout', layout: 'cards' }],
  ['日本語', { name: 'language', language: 'ja' }],
  ['English', { name: 'language', language: 'en' }],
])('%s is one setting beyond doubt', ([text, command]) => {
  expect(bareValue(text, 'en')).toEqual(command);
});

test.for([
  '7',
  '25:00',
  'ja',
  'ko',
  'Spanish',
  'Monday',
  'all',
  '全部',
  '土木',
  'Paris',
  'OSLO',
  'NASA',
  'TCP/IP',
  'I am in a meeting',
  'list',
  '3%',
  'mon '.repeat(500),
])('%s may be asked about', (text) => {
  expect(bareValue(text, 'en')).toBeNull();
});
