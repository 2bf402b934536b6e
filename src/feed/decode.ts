import iconv from 'iconv-lite';

/**
 * Bytes → text, by what is surest first: byte-order mark, the null bytes of UTF-16 and UTF-32, valid UTF-8, the HTTP
 * charset, the XML (or HTML) declaration, windows-1252. Never throws; what cannot be read becomes U+FFFD.
 *
 * @see https://encoding.spec.whatwg.org/#decode for labels; iconv-lite reads what that standard leaves out.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null = null): string {
  const marked = byMark(bytes) ?? byNulls(bytes);
  if (marked !== null) return decodeAs(bytes, marked) ?? '';
  const declared = charsetOf(contentType) ?? declaredCharset(bytes);
  if (declared !== null && statefulCharset.test(declared)) return decodeAs(bytes, declared) ?? utf8.decode(bytes);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return (declared !== null ? decodeAs(bytes, declared) : null) ?? legacy(bytes, contentType);
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const utf8 = new TextDecoder('utf-8');
const windows1252 = new TextDecoder('windows-1252');

// These write everything in ASCII bytes, so that they pass for valid UTF-8.
const statefulCharset = /^(iso-2022-|hz-|utf-7|csiso2022)/i;

function legacy(bytes: Uint8Array, contentType: string | null): string {
  const inDocument = declaredCharset(bytes);
  const text = inDocument !== null && charsetOf(contentType) !== null ? decodeAs(bytes, inDocument) : null;
  if (text !== null) return text;
  // Mostly good UTF-8 with a cut or stray byte is still UTF-8: one bad byte must not turn every accent into two.
  const lenient = utf8.decode(bytes);
  const lost = lenient.split('�').length - 1;
  const foreign = lenient.match(/[^\x00-\x7f�]/g)?.length ?? 0;
  return lost * 4 < foreign ? lenient : windows1252.decode(bytes);
}

function decodeAs(bytes: Uint8Array, charset: string): string | null {
  const label = charset.toLowerCase();
  // In a document that declares it in ASCII bytes, UTF-16 cannot be meant.
  if (/^(utf-?16|utf-?32|ucs-?[24]|iso-10646-ucs)/.test(label) && bytes[0] !== 0 && bytes[1] !== 0 && !byMark(bytes))
    return null;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : null;
  }
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null;
}

/** A first character of ASCII (`<`, `{`, a space) shows the width and the order of the rest. */
function byNulls(bytes: Uint8Array): string | null {
  if (bytes.length < 4) return null;
  const shape = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('');
  return (
    {
      x000: 'utf-32le',
      '000x': 'utf-32be',
      x0x0: 'utf-16le',
      '0x0x': 'utf-16be',
      x0xx: 'utf-16le',
      '0xxx': 'utf-16be',
    }[shape] ?? null
  );
}

function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^"';,\s]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = windows1252.decode(bytes.subarray(0, 2048));
  return (
    /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([^"'\s/>]+)/i.exec(head)?.[1] ??
    null
  );
}
