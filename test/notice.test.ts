import { expect } from 'vitest';
import { type Content, content, saying } from '../src/content.ts';
import type { ChannelId } from '../src/model.ts';
import { openNotice } from '../src/notice.ts';
import { ensureChannel } from '../src/store/channels.ts';
import { tellOnce } from '../src/store/limits.ts';
import { storeTest } from './support/store.ts';

const channel = 'fake:W1/C1' as ChannelId;

storeTest(
  'a notice is opened in the step that marks it told: cut off in between, it is told another time',
  async ({ db }) => {
    await ensureChannel(db, { id: channel, name: null, language: 'en', zone: 'UTC', createdBy: null });
    const tell = (words: Content) => openNotice(db, channel, words, (trx) => tellOnce(trx, channel, 'failing:7'));
    const cannotBeKept = { blocks: [1n] } as unknown as Content;
    await expect(tell(cannotBeKept)).rejects.toThrow('BigInt');
    const told = await Promise.all([1, 2, 3].map(() => tell(content([saying('A source does not answer.')]))));
    expect(told.filter((each) => each !== null)).toHaveLength(1);
    expect(await db.selectFrom('deliveries').select('kind').execute()).toEqual([{ kind: 'notice' }]);
  },
);
