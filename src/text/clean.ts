/** Foreign text before any platform's own escaping: what deceives the eye is gone, and it is cut to length. */

const segmenter = new Intl.Segmenter();

/** What turns the reading direction or hides: no headline needs it. Joiners stay, scripts and emoji need them. */
const treacherous =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Plain text of at most `max` UTF-16 units, cut between characters as people see them; `…` says that it was cut. */
export function plain(text: string, max: number): string {
  // A tenth of a megabyte of headline is not worth reading to its end.
  const head = text.slice(0, max * 4).toWellFormed();
  const clean = head.replace(treacherous, '').replace(control, ' ').trim();
  return clean.length <= max ? clean : cut(clean, max);
}

/** `plain` on one line. */
export function line(text: string, max: number): string {
  return plain(text.slice(0, max * 4).replace(/\s+/g, ' '), max);
}

function cut(text: string, max: number): string {
  const end = segmenter.segment(text.slice(0, max + 64)).containing(max - 1)?.index ?? max - 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
