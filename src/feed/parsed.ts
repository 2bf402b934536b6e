/** What a feed says, whatever its format. Addresses are absolute; texts are whole and untrusted. */

/**
 * Who read it: rss-parser at once, rss-parser after the text was mended, our tolerant reader, or the mapper of
 * JSON Feed.
 */
export type ParsePath = 'rss-parser' | 'rss-parser, mended' | 'tolerant' | 'json';

export interface ParsedFeed {
  format: 'rss' | 'rdf' | 'atom' | 'cdf' | 'json';
  path: ParsePath;
  /** Plain text; its link or address where it has no title. */
  title: string;
  description: string | null;
  /** The site that it belongs to. */
  link: string;
  /** BCP 47, as the feed says, in lower case. */
  language: string | null;
  image: string | null;
  /** How long it asks to be left alone. */
  ttlSeconds: number | null;
  entries: ParsedEntry[];
  /** What is odd about the document, in English. */
  warnings: string[];
}

export interface ParsedEntry {
  /** As given: RSS guid, Atom id, JSON Feed id, `rdf:about`. */
  guid: string | null;
  link: string | null;
  /** Plain text; the beginning of the text, or the link, where it has no title. */
  title: string;
  /** The names, as given, with commas between; the feed's own where the entry has none. */
  author: string | null;
  /** HTML without scripts, as a teaser. */
  summary: string | null;
  /** HTML without scripts: the fullest text that the feed gives, the summary where it gives no more. */
  content: string | null;
  published: Date | null;
  updated: Date | null;
  language: string | null;
  image: string | null;
  enclosures: Enclosure[];
  categories: string[];
  comments: string | null;
}

export interface Enclosure {
  url: string;
  type: string | null;
  bytes: number | null;
}

/** Where a document came from, and what the server said of it. */
export interface Provenance {
  /** Its address: relative ones are resolved against it. */
  url: string;
  contentType?: string | null;
  contentLanguage?: string | null;
  contentLocation?: string | null;
}

/** The document is no feed. The message says why, in English. */
export class NotAFeed extends Error {
  override readonly name = 'NotAFeed';
}
