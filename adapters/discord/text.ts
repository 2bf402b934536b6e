/** Foreign text on its way to Discord: cleaned, cut and escaped. All of it happens here. */

const segmenter = new Intl.Segmenter();

/** What turns the reading direction, hides or breaks a line: no headline needs it. Joiners stay, scripts need them. */
const treacherous =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Plain text of at most `max` UTF-16 units, cut between graphemes; `…` says that it was cut. */
export function plain(text: string, max: number): string {
  // A tenth of a megabyte of headline is not worth reading to its end.
  const head = text.slice(0, max * 4).toWellFormed();
  const clean = head.replace(treacherous, '').replace(control, ' ').trim();
  return clean.length <= max ? clean : cut(clean, max);
}

function cut(text: string, max: number): string {
  const end = segmenter.segment(text.slice(0, max + 64)).containing(max - 1)?.index ?? max - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** `plain` on one line. */
export function line(text: string, max: number): string {
  return plain(text.slice(0, max * 4).replace(/\s+/g, ' '), max);
}

/**
 * Nothing in it is markup any more: no mention, link, invite, emoji, timestamp, heading, list, quote, spoiler or code.
 *
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_`[\]<]/g, '\\$&')
    .replace(/~~/g, '\\~\\~')
    .replace(/\|\|/g, '\\|\\|')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@(?=everyone|here)/gi, '\\@')
    .replace(/(discord(?:app)?\.(?:gg|com\/invite))\//gi, '$1\\/')
    .replace(/^(\s*)(#|-|>)/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.');
}

/** `[label](url)` with nothing in either that could end it early. */
export function maskedLink(url: string, label: string): string {
  const address = url.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${escapeMarkdown(label.replaceAll('[', '(').replaceAll(']', ')'))}](${address})`;
}

/** @returns null where nothing can be opened. @param max what the place has room for. */
export function webAddress(url: string | null, max: number): string | null {
  if (url === null || url.length > max || /[\s<>]/.test(url) || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}

/** What a person typed, from Discord's markup back to the words. @param names of the people who are mentioned. */
export function readMarkup(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replace(/<(https?:\/\/[^\s<>]+)>/g, '$1')
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${names.get(id) ?? 'someone'}`)
    .replace(/<a?:(\w+):\d+>/g, ':$1:')
    .replace(/<#\d+>|<@&\d+>/g, ' ');
}
