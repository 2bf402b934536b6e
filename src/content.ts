/**
 * What we say, before a platform's markup: every adapter draws these few shapes in its own way, and escapes every
 * string in them at that last step. Texts are already in the reader's language. Foreign text (a headline, a quote)
 * is only ever a plain string here, so no markup of a feed's can come alive.
 */
import type { Action } from './action.ts';

/** A run of text. `strong` for what the eye should find, `quiet` for what it may skip, `code` for words to type. */
export type Span =
  | string
  | { text: string; style: 'strong' | 'quiet' | 'code' }
  /** `url` is http or https, from a feed or our own. */
  | { text: string; url: string };

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; spans: Span[] }
  /** `numbered`: from 1, where people name an item by its number. */
  | { kind: 'list'; items: Span[][]; numbered?: boolean }
  /** Verbatim words of an article, and where they stand. */
  | { kind: 'quote'; text: string; source: string; url: string }
  /** A meter of two poles, scored 0–5 each. */
  | { kind: 'gauge'; poles: [string, string]; scores: [number, number]; verdict: string; reason: string }
  /** Small print. */
  | { kind: 'note'; spans: Span[] };

export interface Button {
  label: string;
  /** A press comes back as this action, or a link opens. */
  press: Action | { url: string };
  style: 'primary' | 'plain' | 'danger';
}

/** A file that goes with a message (OPML). `url`: where to fetch it, for platforms that take no files. */
export interface Attachment {
  name: string;
  mimeType: string;
  text: string;
  url: string | null;
}

export interface Content {
  blocks: Block[];
  buttons: Button[];
  /** Whispered to the one who asked, where the platform can. */
  private: boolean;
  attachment: Attachment | null;
}

/** @returns `Content` with what is not given left empty. */
export function content(blocks: Block[], rest: Partial<Omit<Content, 'blocks'>> = {}): Content {
  return { blocks, buttons: [], private: false, attachment: null, ...rest };
}

export function paragraph(...spans: Span[]): Block {
  return { kind: 'paragraph', spans };
}

/** A paragraph of our own words, where what stands between backticks is for typing. */
export function saying(text: string): Block {
  return paragraph(...ownWords(text));
}

export function ownWords(text: string): Span[] {
  return text
    .split(/`([^`]+)`/u)
    .map((piece, index): Span => (index % 2 === 1 ? { text: piece, style: 'code' } : piece))
    .filter((span) => span !== '');
}

export function note(...spans: Span[]): Block {
  return { kind: 'note', spans };
}

/** The words alone: for notifications, screen readers, logs of tests and platforms without markup. */
export function plainText(content: Pick<Content, 'blocks'>): string {
  return content.blocks.map(plainBlock).join('\n\n');
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'note':
      return plainSpans(block.spans);
    case 'list':
      return block.items
        .map((item, index) => `${block.numbered ? `${index + 1}.` : '•'} ${plainSpans(item)}`)
        .join('\n');
    case 'quote':
      return `“${block.text}” (${block.source})`;
    case 'gauge':
      return `${block.poles[0]} ${block.scores[0]} · ${block.scores[1]} ${block.poles[1]}: ${block.verdict}. ${block.reason}`;
  }
}

export function plainSpans(spans: Span[]): string {
  return spans.map((span) => (typeof span === 'string' ? span : span.text)).join('');
}
