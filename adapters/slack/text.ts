/** Foreign text on its way to Slack: cleaned, cut and, for mrkdwn alone, escaped. All of it happens here. */

const segmenter = new Intl.Segmenter();

/** What turns the reading direction, hides or breaks a line: no headline needs it. Joiners stay, scripts need them. */
const treacherous =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** One plain text of at most `max` UTF-16 units, cut between graphemes; `…` says that it was cut. */
export function plain(text: string, max: number): string {
  // A tenth of a megabyte of headline is not worth reading to its end.
  const clean = text
    .slice(0, max * 4)
    .toWellFormed()
    .replace(treacherous, '')
    .replace(control, ' ')
    .trim();
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

/** @see https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `<url|label>` with nothing in either that could end it early. */
export function mrkdwnLink(url: string, label: string): string {
  const address = escapeMrkdwn(url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E'));
  return `<${address}|${escapeMrkdwn(label).replaceAll('|', '¦')}>`;
}

/** Slack refuses addresses over 3,000 characters in buttons. @returns null where nothing can be opened. */
export function webAddress(url: string | null): string | null {
  if (url === null || url.length > 3_000 || /[\s<>]/.test(url) || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}

/** What a person typed, from Slack's markup back to the words: `<https://a|b>` is the address, `&lt;` is `<`. */
export function readMrkdwn(text: string): string {
  return text
    .replace(/<(https?:\/\/[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replace(/<(?:mailto|tel):[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<#\w+\|([^>]*)>/g, '#$1')
    .replace(/<[!@][^|>]+\|@?([^>]*)>/g, '@$1')
    .replace(/<[!@](\w+)[^>]*>/g, '@$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
