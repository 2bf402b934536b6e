import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findZone, isZone, zoneName, zonesLike } from '../src/zone.ts';

test.for([
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['asia/tokyo', 'Asia/Tokyo'],
  [' tokyo ', 'Asia/Tokyo'],
  ['東京', 'Asia/Tokyo'],
  ['日本', 'Asia/Tokyo'],
  ['台北', 'Asia/Taipei'],
  ['서울', 'Asia/Seoul'],
  ['กรุงเทพ', 'Asia/Bangkok'],
  ['ニューヨーク', 'America/New_York'],
  ['new york', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['kyiv', 'Europe/Kyiv'],
  ['Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['UTC', 'UTC'],
  ['gmt', 'UTC'],
  ['utc+0', 'UTC'],
  ['UTC+9', 'Etc/GMT-9'],
  ['GMT-5', 'Etc/GMT+5'],
  ['+09:00', 'Etc/GMT-9'],
] as const)('%s is the clock of %s', ([text, zone]) => {
  const found = findZone(text);
  expect(found.kind).toBe('zone');
  expect(found.kind === 'zone' && sameClock(found.zone, zone)).toBe(true);
});

test('utc+9 is nine hours ahead, not behind', () => {
  const found = findZone('utc+9');
  const noon = Temporal.Instant.from('2026-01-01T12:00:00Z');
  expect(found.kind === 'zone' && noon.toZonedDateTimeISO(found.zone).hour).toBe(21);
});

test.for([
  ['Tokio', 'Asia/Tokyo'],
  ['londn', 'Europe/London'],
  ['Asia/Tokoy', 'Asia/Tokyo'],
] as const)('%s may mean %s', ([text, zone]) => {
  expect(findZone(text)).toEqual({ kind: 'none', nearest: zone });
});

test.for([
  '',
  'nowhere',
  'constructor',
  '__proto__',
  'toString',
  '../etc/passwd',
  'a/b',
  'utc+20',
  'utc+5:30',
  'x'.repeat(2_000),
])('%j is no zone, and near none', (text) => {
  expect(findZone(text)).toEqual({ kind: 'none', nearest: null });
});

test('whatever is found, Temporal takes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const found = findZone(text);
      const zone = found.kind === 'zone' ? found.zone : found.nearest;
      if (zone !== null) Temporal.Now.zonedDateTimeISO(zone);
    }),
  );
});

test('zones are listed by a part of their name, at most as many as asked for', () => {
  expect(zonesLike('new york', 25)).toEqual(['America/New_York']);
  expect(zonesLike('', 25)).toHaveLength(25);
  expect(zonesLike('zzz', 25)).toEqual([]);
});

test('older names are zones too', () => {
  expect(isZone('Asia/Calcutta')).toBe(true);
  expect(isZone('Asia/Nowhere')).toBe(false);
});

function sameClock(a: string, b: string): boolean {
  return ['2026-01-15T00:00:00Z', '2026-07-15T00:00:00Z'].every((instant) => {
    const at = Temporal.Instant.from(instant);
    return at.toZonedDateTimeISO(a).offset === at.toZonedDateTimeISO(b).offset;
  });
}

test.for<[string, string]>([
  ['Etc/GMT-9', 'UTC+9'],
  ['Etc/GMT+5', 'UTC-5'],
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['UTC', 'UTC'],
])('%s is called %s, and found by that', ([zone, name]) => {
  expect(zoneName(zone)).toBe(name);
  expect(findZone(name)).toEqual({ kind: 'zone', zone });
});
