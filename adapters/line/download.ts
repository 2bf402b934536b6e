/** A file that somebody sent us, by the id of its message. */
import type { FileRef } from '../../src/adapter.ts';
import { readAtMost } from '../../src/bytes.ts';
import { GiveUp } from '../../src/errors.ts';
import { type Client, inTime } from './client.ts';
import { outcome } from './failure.ts';

const maxBytes = 1_000_000;

/** @throws GiveUp when LINE has it no more, or it is longer than a list of feeds can be. */
export async function downloadFile(client: Client, { ref }: FileRef): Promise<Uint8Array> {
  return inTime(readWhole(client, ref)).catch((error: unknown) => {
    throw error instanceof GiveUp ? error : new GiveUp(`line content: ${outcome(error)}`, { cause: error });
  });
}

async function readWhole(client: Client, ref: string): Promise<Uint8Array> {
  const bytes = await readAtMost((await client.getMessageContent(ref)) as AsyncIterable<Uint8Array>, maxBytes);
  if (bytes === null) throw new GiveUp('line content: over 1 MB');
  return bytes;
}
