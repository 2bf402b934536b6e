/** IANA zones, as people name them. */
import { nearest } from './nearest.ts';

export type FoundZone = { kind: 'zone'; zone: string } | { kind: 'none'; nearest: string | null };

const known = Intl.supportedValuesOf('timeZone');

/** Names that people use and no zone has. */
const byName: Record<string, string> = {
  東京: 'Asia/Tokyo',
  日本: 'Asia/Tokyo',
  japan: 'Asia/Tokyo',
  jst: 'Asia/Tokyo',
  大阪: 'Asia/Tokyo',
  osaka: 'Asia/Tokyo',
  台北: 'Asia/Taipei',
  臺北: 'Asia/Taipei',
  台灣: 'Asia/Taipei',
  taiwan: 'Asia/Taipei',
  香港: 'Asia/Hong_Kong',
  서울: 'Asia/Seoul',
  한국: 'Asia/Seoul',
  korea: 'Asia/Seoul',
  kst: 'Asia/Seoul',
  กรุงเทพ: 'Asia/Bangkok',
  thailand: 'Asia/Bangkok',
  beijing: 'Asia/Shanghai',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  boston: 'America/New_York',
  washington: 'America/New_York',
  eastern: 'America/New_York',
  austin: 'America/Chicago',
  munich: 'Europe/Berlin',
  barcelona: 'Europe/Madrid',
  milan: 'Europe/Rome',
  india: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  uk: 'Europe/London',
  germany: 'Europe/Berlin',
  france: 'Europe/Paris',
  utc: 'UTC',
  gmt: 'UTC',
};

/** @param text `Asia/Tokyo`, `tokyo`, `new york`, `東京` or `UTC`. */
export function findZone(text: string): FoundZone {
  const wanted = text.trim().toLowerCase();
  const named = byName[wanted];
  if (named) return { kind: 'zone', zone: named };
  const underscored = wanted.replaceAll(' ', '_');
  const exact =
    known.find((zone) => zone.toLowerCase() === underscored) ?? known.find((zone) => city(zone) === underscored);
  if (exact) return { kind: 'zone', zone: exact };
  if (wanted.includes('/') && isZone(text.trim())) return { kind: 'zone', zone: text.trim() };
  const near = nearest(underscored.replace(/^.*\//, ''), known.map(city));
  return { kind: 'none', nearest: near === null ? null : (known.find((zone) => city(zone) === near) ?? null) };
}

/** For autocomplete: zones whose name holds the words, at most `limit`. */
export function zonesLike(words: string, limit: number): string[] {
  const wanted = words.trim().toLowerCase().replaceAll(' ', '_');
  return known.filter((zone) => zone.toLowerCase().includes(wanted)).slice(0, limit);
}

/** Also the older names that Intl does not list. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function city(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}
