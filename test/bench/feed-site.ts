/** Many small sites, each a host of its own on loopback, in a process of their own. Messages: `{ version }`. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { feedDocument } from './feed-documents.ts';

const newPerVersion = 5;
const newest = new Date(Number(process.argv[2]));
let version = 1;
const kept = new Map<string, Buffer>();

function document(feed: number): Buffer {
  const key = `${feed} ${version}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const last = 30 + (version - 1) * newPerVersion;
  const entries = Array.from({ length: 30 }, (_, index) => last - index);
  const made = Buffer.from(feedDocument(feed, { entries, newest, escaped: feed % 2 === 0 }));
  kept.set(key, made);
  return made;
}

const server = createServer((request, response) => {
  const etag = `"${version}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const body = document(Number(request.url?.slice(1)));
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml', 'content-length': body.length }).end(body);
});

process.on('message', (message: { version: number; feeds: number }) => {
  version = message.version;
  kept.clear();
  // Made beforehand, so that what is measured is the reader.
  for (let feed = 0; feed < message.feeds; feed++) document(feed);
  process.send?.({ ready: true });
});

// Who asked for it is gone.
process.on('disconnect', () => process.exit());

server.listen(0, '0.0.0.0', () => process.send?.({ port: (server.address() as AddressInfo).port }));
