import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/feed/decode.ts';

const declared = (charset: string, text: string) => `<?xml version="1.0" encoding="${charset}"?><title>${text}</title>`;

test.for([
  ['utf-8', 'café 日本'],
  ['windows-1252', 'café “quoted”'],
  ['iso-8859-1', 'café'],
  ['windows-1251', 'новости'],
  ['koi8-r', 'новости'],
  ['shift_jis', '日本のニュース'],
  ['euc-jp', '日本のニュース'],
  ['gbk', '中国新闻'],
  ['gb18030', '中国新闻'],
  ['big5', '臺灣新聞'],
  ['euc-kr', '한국 뉴스'],
  ['cp437', 'café'],
  ['macintosh', 'café'],
  ['windows-874', 'ข่าว'],
] as const)('reads %s by its declaration', ([charset, text]) => {
  const bytes = iconv.encode(declared(charset, text), charset === 'macintosh' ? 'macroman' : charset);
  expect(decodeText(bytes)).toContain(text);
});

test.for(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
  'a byte-order mark of %s beats every declaration',
  (charset) => {
    const bytes = iconv.encode(declared('shift_jis', 'café 日本'), charset, { addBOM: true });
    expect(decodeText(bytes, 'text/xml; charset=koi8-r')).toContain('café 日本');
  },
);

test.for(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s is known by its null bytes', (charset) => {
  expect(decodeText(iconv.encode(declared(charset, 'café'), charset))).toContain('café');
});

test('valid UTF-8 is UTF-8, whatever is declared', () => {
  expect(decodeText(Buffer.from(declared('iso-8859-1', '日本')), 'text/xml; charset=us-ascii')).toContain('日本');
});

test('the HTTP charset goes before the declaration', () => {
  expect(
    decodeText(iconv.encode(declared('iso-8859-1', 'новости'), 'koi8-r'), 'application/xml; charset="KOI8-R"'),
  ).toContain('новости');
});

test('ISO-2022-JP, which looks like ASCII, is read as declared', () => {
  const bytes = Buffer.concat([
    Buffer.from(declared('iso-2022-jp', '').replace('</title>', '')),
    Buffer.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]),
  ]);
  expect(decodeText(bytes)).toContain('日本');
});

test('an unknown charset falls back to windows-1252', () => {
  expect(decodeText(iconv.encode(declared('x-none', 'café'), 'windows-1252'))).toContain('café');
});

test('one broken byte does not turn a UTF-8 document into another', () => {
  const bytes = Buffer.concat([
    Buffer.from('<title>日本のニュース café'),
    Buffer.from([0xe3]),
    Buffer.from('</title>'),
  ]);
  expect(decodeText(bytes)).toContain('日本のニュース café');
});
