import { parentPort } from 'node:worker_threads';
import { type Reply, ready } from './isolate.ts';
import type { ParseCall } from './parse.ts';
import { parseFeed } from './parse-feed.ts';
import type { ParsedFeed } from './parsed.ts';

parentPort?.on('message', async ({ bytes, provenance, tolerantOnly }: ParseCall) => {
  const reply: Reply<ParsedFeed> = await parseFeed(bytes, provenance, tolerantOnly).then(
    (value) => ({ value }),
    (error: Error) => ({ reason: error.message }),
  );
  parentPort?.postMessage(reply);
});
parentPort?.postMessage(ready);
