import { type Duplex, pipeline, type Readable } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** The body is larger than was allowed, before or after decompression. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * Reads a response's body, decompressed. Reading stops as soon as more than `maxBytes` have come out, so that a few
 * hundred bytes which become gigabytes cost no more than the limit.
 *
 * @throws BodyTooLarge, zlib's errors, and the abort reason of the request's signal.
 */
export async function readBody(body: Readable, encoding: string | null, maxBytes: number): Promise<Uint8Array> {
  const decoders = decodersOf(encoding);
  const chunks: Buffer[] = [];
  // Compressed bytes that never become anything are bounded too.
  const source = decoders.length === 0 ? body : pipeline([body, bounded(maxBytes), ...decoders], () => {});
  for await (const chunk of bounded(maxBytes)(source as unknown as AsyncIterable<Buffer>)) chunks.push(chunk);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

function bounded(maxBytes: number) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw new BodyTooLarge(`larger than ${Math.round(maxBytes / 1024 / 1024)} MB`);
      yield chunk;
    }
  };
}

/** The last name was applied last, so it is undone first. Nobody stacks more than two but an attacker. */
function decodersOf(encoding: string | null): Duplex[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',', 3)
    .map((name) => name.trim());
  return names
    .reverse()
    .flatMap((name) => decoderOf(name) ?? [])
    .slice(0, 2);
}

// Servers cut the stream's end at times; what came is still a feed.
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };

function decoderOf(name: string): Duplex | null {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip(lenient);
  if (name === 'br') return createBrotliDecompress();
  if (name === 'deflate') return createInflate(lenient);
  return null;
}
