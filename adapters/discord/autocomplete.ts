/** What is offered while somebody types: topics and sources, what the channel follows, hours, zones, days. */
import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Lookup } from '../../src/adapter.ts';
import type { ChannelId } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { readTime } from '../../src/time-of-day.ts';
import { wordsFor } from '../../src/words/words.ts';
import { findZone, zonesLike } from '../../src/zone.ts';
import { limits } from './components.ts';
import { languageAt } from './reply.ts';

type Choice = APIApplicationCommandOptionChoice<string>;

/** @param typed so far. @returns at most 25. */
export async function complete(command: string, typed: string, id: ChannelId, lookup: Lookup): Promise<Choice[]> {
  const choices = await offered(command, typed, id, lookup);
  return choices.filter(({ value }) => value !== '' && value.length <= limits.option).slice(0, limits.options);
}

async function offered(command: string, typed: string, id: ChannelId, lookup: Lookup): Promise<Choice[]> {
  switch (command) {
    case 'subscribe':
      return completeList(typed, async (words) => lookup.follow(words, await languageAt(lookup, id)));
    case 'unsubscribe':
      return completeList(typed, async (words) => withWords(await lookup.following(id), words));
    case 'time':
      return times(typed).map((time) => ({ name: time, value: time }));
    case 'timezone':
      return zones(typed).map((zone) => ({ name: zone, value: zone }));
    case 'days':
      return days(typed, wordsFor(await languageAt(lookup, id)).values);
    default:
      return [];
  }
}

type Labelled = { value: string; label: string };

/** Several by comma: what stands before the last comma stays. */
async function completeList(typed: string, find: (words: string) => Promise<Labelled[]>): Promise<Choice[]> {
  const comma = typed.lastIndexOf(',');
  const before = comma < 0 ? '' : `${typed.slice(0, comma + 1)} `;
  const words = typed.slice(comma + 1).trim();
  const found = (await find(words)).map(({ value, label }) => ({
    name: named(`${before}${label}`),
    value: `${before}${value}`,
  }));
  // What was typed itself: an address or a "keyword" is followed as it stands.
  const asTyped = /^https?:\/\/|^["“「]/.test(words) ? [{ name: named(typed), value: typed }] : [];
  return [...asTyped, ...found];
}

function named(text: string): string {
  return line(text, limits.option) || '…';
}

function withWords(followed: Labelled[], words: string): Labelled[] {
  const wanted = words.toLowerCase();
  return followed.filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(wanted));
}

/** `7` offers 07:00, 07:30 and 19:00. */
function times(typed: string): string[] {
  const exact = readTime(typed);
  if (exact === null) return ['07:00', '07:30', '08:00', '09:00', '12:00', '18:00', '21:00'];
  const [hour = 0, minute = '00'] = [Number(exact.slice(0, 2)), exact.slice(3)];
  const pad = (value: number) => String(value).padStart(2, '0');
  const near = minute === '00' ? [`${pad(hour)}:30`] : [];
  return [exact, ...near, ...(hour < 12 ? [`${pad(hour + 12)}:${minute}`] : [])];
}

function zones(typed: string): string[] {
  if (typed.trim() === '')
    return [
      'Asia/Tokyo',
      'Asia/Taipei',
      'Asia/Seoul',
      'Asia/Bangkok',
      'Europe/London',
      'Europe/Paris',
      'America/New_York',
      'America/Los_Angeles',
      'UTC',
    ];
  const found = findZone(typed);
  const first = found.kind === 'zone' ? found.zone : found.nearest;
  return [...new Set([...(first === null ? [] : [first]), ...zonesLike(typed, 24)])];
}

function days(typed: string, values: { daily: string[]; weekdays: string[]; weekend: string[] }): Choice[] {
  const usual = [values.daily, values.weekdays, values.weekend].map((forms) => forms[0] as string);
  const all = [...(typed.trim() === '' ? [] : [typed.trim()]), ...usual];
  return [...new Set(all)].map((each) => ({ name: named(each), value: each }));
}
