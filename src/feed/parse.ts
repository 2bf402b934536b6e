import { createIsolate, type IsolateOptions } from './isolate.ts';
import type { ParsedFeed, Provenance } from './parsed.ts';

export interface ParseCall {
  bytes: Uint8Array;
  provenance: Provenance;
  tolerantOnly: boolean;
}

export type Parsed = { kind: 'feed'; feed: ParsedFeed } | { kind: 'unreadable'; reason: string };

export interface Parser {
  /** Never throws for what the bytes are. */
  parse(bytes: Uint8Array, provenance: Provenance): Promise<Parsed>;
  close(): Promise<void>;
}

/** Parses in a thread with a time limit and a heap limit: no feed can stop the bot. */
export function createParser(options: Partial<IsolateOptions> = {}): Parser {
  const isolate = createIsolate<ParseCall, ParsedFeed>(new URL('./parse-worker.ts', import.meta.url), {
    timeoutMs: 5_000,
    heapMb: 160,
    idleMs: 20_000,
    ...options,
  });
  return {
    async parse(bytes, provenance) {
      const first = await isolate.run({ bytes, provenance, tolerantOnly: false });
      // The tolerant reader takes linear time and less memory: what was too much for rss-parser may be fine for it.
      const ran =
        first.kind === 'timeout' || first.kind === 'crashed'
          ? await isolate.run({ bytes, provenance, tolerantOnly: true })
          : first;
      if (ran.kind === 'done') return { kind: 'feed', feed: ran.value };
      return {
        kind: 'unreadable',
        reason: ran.kind === 'refused' ? ran.reason : 'it takes too long or too much memory to read',
      };
    },
    close: () => isolate.close(),
  };
}
