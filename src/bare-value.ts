/** What somebody writes without a command word and is one setting's value beyond doubt: `7:30`, `weekdays`, `JST`, 日本語. */
import type { Command } from './command.ts';
import { type Language, type Layout, languages, layouts } from './model.ts';
import { readTime } from './time-of-day.ts';
import { isGroupOfDays, readDays } from './weekdays.ts';
import { languageNamed, wordsFor } from './words/words.ts';
import { findZone } from './zone.ts';

/** @returns null for what may also be asked about: a city, a day, a bare number. */
export function bareValue(text: string, language: Language): Command | null {
  const line = text.replace(/(?:,? (?:please|pls|plz|now))?[.!。]*$/iu, '');
  const time = clockLike.test(line) ? readTime(line) : null;
  if (time !== null) return { name: 'time', time };
  const days = line.length <= longestDays && isOfDays(line, language) ? readDays(line, language) : null;
  if (days !== null && days.length > 1) return { name: 'days', days };
  const place = home.exec(line)?.[1] ?? (zoneLike.test(line) ? line : null);
  const zone = place === null ? null : findZone(place);
  if (zone?.kind === 'zone') return { name: 'timezone', zone: zone.zone };
  const layout = layouts.find((each) => isOfLayout(line, each));
  if (layout !== undefined) return { name: 'layout', layout };
  const spoken = isCode.test(line) ? null : languageNamed(line);
  return spoken === null ? null : { name: 'language', language: spoken };
}

/** `ja` is yes in German, `ko` a knockout: who names a language writes its name. */
const isCode = /^[a-z]{2,3}(?:[-_][a-z]+)?$/i;

/** An hour with its minutes, or with its part of the day. */
const clockLike =
  /^(?:\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|.{0,4}\d{1,2}(?:時|點|点|시)(?:半|반|\d{1,2}[分분])?)$/iu;
const longestDays = 60;

/** `weekdays`, but not `all`; several days with something between them: 土木 is Saturday and Thursday, and civil engineering. */
function isOfDays(line: string, language: Language): boolean {
  const all = languages.flatMap((each) => wordsFor(each).values.all);
  return !all.includes(line.toLowerCase()) && (isGroupOfDays(line, language) || /[\s,、・/&-]/u.test(line));
}

/** `cards`, `cards layout`, カード表示. */
function isOfLayout(line: string, layout: Layout): boolean {
  return languages.some((each) => {
    const { commands, values } = wordsFor(each);
    const named = commands.layout.flatMap((word) =>
      values[layout].flatMap((value) => [`${value} ${word}`, value + word]),
    );
    return [layout, ...named].includes(line.toLowerCase());
  });
}

/** `I live in Berlin`. */
const home = /^(?:i|we)(?: live| am| are|'?m|'?re) in (\p{L}[\p{L} ]{1,40})$/iu;
/** `JST`, `UTC+9`, `Asia/Tokyo`. */
const zoneLike = /^(?:UTC|GMT|[A-Z]{1,3}T|(?:UTC|GMT) ?[+-]\d{1,2}(?::?00)?|[A-Za-z]+\/[A-Za-z_]+)$/;
