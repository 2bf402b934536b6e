/** The text in a file's bytes, whatever it was written in; or what the file is instead. */
import { decodeText } from '../feed/decode.ts';

export type FileText =
  /** `guessed`: nothing in the file says in which letters it is written. */
  | { kind: 'text'; text: string; guessed: boolean }
  /** A sentence's end in English. */
  | { kind: 'other'; reason: string };

export function readText(bytes: Uint8Array, contentType: string | null): FileText {
  const known = knownKind(bytes);
  if (known !== null) return { kind: 'other', reason: `it is ${known}, and only pages and plain text are read` };
  const read = decoded(bytes, contentType);
  if (!isText(read.text.slice(0, 4096))) return { kind: 'other', reason: 'it is neither a page nor plain text' };
  return { kind: 'text', ...read };
}

/** @see https://en.wikipedia.org/wiki/List_of_file_signatures */
const signatures: [RegExp, string][] = [
  [/%PDF-/, 'a PDF'],
  [/^(?:GIF8[79]a|\x89PNG|\xff\xd8\xff|RIFF.{4}WEBP|II\*\0|MM\0\*)/s, 'an image'],
  [/^(?:PK\x03\x04|\x1f\x8b|7z\xbc\xaf|Rar!|\xfd7zXZ)/, 'an archive or an office document'],
  [/^(?:\xd0\xcf\x11\xe0|\{\\rtf)/, 'an office document'],
  [/^(?:ID3|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1a\x45\xdf\xa3)/s, 'sound or video'],
];

function knownKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return signatures.find(([signature]) => signature.test(head))?.[1] ?? null;
}

function decoded(bytes: Uint8Array, contentType: string | null): { text: string; guessed: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    if (isDeclared(bytes, contentType)) return { text: decodeText(bytes, contentType), guessed: false };
    return { text: guess(bytes), guessed: true };
  }
}

/** By a byte-order mark, the null bytes of UTF-16, or in words. */
function isDeclared(bytes: Uint8Array, contentType: string | null): boolean {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /^(?:\xff\xfe|\xfe\xff|.?\0)/s.test(head) || /charset\s*=|<\?xml[^>]*encoding/i.test(`${contentType} ${head}`);
}

/** Each with what shows that its letters are words: bytes that some of the others can read as well make rare signs. */
const encodings: [label: string, isWords: (text: string) => boolean][] = [
  ['shift_jis', (text) => share(text, /[ぁ-んァ-ヶー]/gu) > 0.15 && share(text, /[｡-ﾟ]/gu) < 0.1],
  ['euc-jp', (text) => share(text, /[ぁ-んァ-ヶー]/gu) > 0.15],
  ['euc-kr', (text) => share(text, /\p{Script=Hangul}/gu) > 0.9],
  ['gb18030', (text) => share(text, /[的一是不了在有人中大来上国为这和]/gu) > 0.04],
  ['big5', (text) => share(text, /[的一是不了在有人中大來上國為這和]/gu) > 0.04],
];

/** Below it, the bytes beyond ASCII are the accents of a Latin text. */
const leastForeign = 0.25;

function guess(bytes: Uint8Array): string {
  const beyond = bytes.filter((byte) => byte >= 0x80).length;
  const latin = new TextDecoder('windows-1252');
  if (beyond < leastForeign * bytes.length) return latin.decode(bytes);
  for (const [label, isWords] of encodings) {
    const text = strictly(bytes, label);
    if (text !== null && isWords(text)) return text;
  }
  return latin.decode(bytes);
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Of the letters that are not ASCII's. */
function share(text: string, letters: RegExp): number {
  const all = text.match(/(?![\x00-\x7f])\p{L}/gu)?.length ?? 0;
  return all === 0 ? 0 : (text.match(letters)?.length ?? 0) / all;
}

/** One sign in a hundred may be a stray one. */
function isText(text: string): boolean {
  const strays = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]/gu)?.length ?? 0;
  return strays <= text.length / 100;
}
