import { expect } from 'vitest';
import type { Inbound } from '../../src/adapter.ts';
import type { ChannelId, MessageId } from '../../src/model.ts';
import { createSeal } from '../../src/seal.ts';
import { ensureChannel, forgetChannels } from '../../src/store/channels.ts';
import type { Database } from '../../src/store/database.ts';
import { claimInbound, finishInbound, type InboundId, inboundText, storeInbound } from '../../src/store/inbound.ts';
import { dropTurn } from '../../src/store/turns.ts';
import { storeTest } from '../support/store.ts';

const channel = 'fake:W1/C1' as ChannelId;
const seal = createSeal('secret');
const now = new Date('2026-11-21T08:00:00Z');

function said(text: string, message = 'fake:W1/C1/1' as MessageId): Inbound {
  return {
    channel,
    event: `E ${message}`,
    author: { id: 'U1', name: 'Ada', administrator: null },
    handle: { value: 'token', expiresAt: now },
    channelName: null,
    direct: true,
    kind: 'message',
    text,
    address: 'direct',
    message,
    parent: null,
    files: [],
  };
}

async function hear(db: Database, inbound: Inbound): Promise<InboundId> {
  await ensureChannel(db, { id: channel, name: null, language: 'en', zone: 'UTC', createdBy: null });
  return (await storeInbound(db, seal, inbound, now))!;
}

const everything = async (db: Database) => JSON.stringify(await db.selectFrom('inbound').selectAll().execute());

storeTest('of a message that was taken back no word is kept, and it is not answered any more', async ({ db }) => {
  const answered = await hear(db, said('my secret'));
  await claimInbound(db, seal, answered, now);
  await finishInbound(db, answered, now);
  const waiting = await hear(db, said('another secret', 'fake:W1/C1/2' as MessageId));
  const other = await hear(db, said('no matter', 'fake:W1/C1/3' as MessageId));
  await dropTurn(db, channel, 'fake:W1/C1/1' as MessageId);
  await dropTurn(db, channel, 'fake:W1/C1/2' as MessageId);

  expect(await everything(db)).not.toContain('secret');
  expect(await claimInbound(db, seal, waiting, now)).toBeNull();
  expect(await storeInbound(db, seal, said('my secret'), now)).toBeNull();
  expect(await inboundText(db, other, channel)).toBe('no matter');
});

storeTest('of what made us forget a channel nothing is kept but that it happened', async ({ db }) => {
  const id = await hear(db, said('forget'));
  await claimInbound(db, seal, id, now);
  await forgetChannels(db, channel);
  await finishInbound(db, id, now);

  expect(await everything(db)).not.toMatch(/Ada|forget/);
  expect(await storeInbound(db, seal, said('forget'), now)).toBeNull();
});
