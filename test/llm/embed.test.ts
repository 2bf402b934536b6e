import { expect } from 'vitest';
import { usageSince } from '../../src/store/usage.ts';
import { bodies, modelTest } from './stand-in.ts';

modelTest('texts become vectors, in batches', async ({ mock, connect, db }) => {
  mock.onEmbedding(/./, { embedding: [1, 2] });
  const { embed } = connect({ embeddingModel: 'vectors-1' });

  const vectors = await embed!(Array.from({ length: 70 }, (_, index) => `text ${index}`));

  expect(vectors).toHaveLength(70);
  expect(vectors[69]).toEqual(Float32Array.from([1, 2]));
  expect(bodies(mock)).toHaveLength(2);
  expect(await usageSince(db, '2000-01-01')).toMatchObject([{ model: 'vectors-1', task: 'embed', calls: 2 }]);
});

modelTest('vectors come in the order of their texts, whatever the server’s is', async ({ connect }) => {
  const shuffled = async () => Response.json({ data: [1, 0].map((index) => ({ index, embedding: [index] })) });
  const vectors = await connect({ embeddingModel: 'vectors-1', fetch: shuffled }).embed!(['a', 'b']);
  expect(vectors).toEqual([Float32Array.from([0]), Float32Array.from([1])]);
});

modelTest('without an embedding model there is no embedding', ({ connect }) => {
  expect(connect().embed).toBeNull();
});

modelTest('a spent budget and a broken server are errors', async ({ mock, connect }) => {
  const spent = connect({ embeddingModel: 'vectors-1', dailyBudget: 0.000001 });
  await expect(spent.embed!(['a text of some length'])).rejects.toThrow(/budget/);
  mock.nextRequestError(500);
  await expect(connect({ embeddingModel: 'vectors-1' }).embed!(['a'])).rejects.toThrow(/500/);
});

modelTest('a server that leaves vectors out is an error', async ({ connect }) => {
  const short = async () => Response.json({ data: [{ index: 0, embedding: [1] }], usage: null });
  await expect(connect({ embeddingModel: 'vectors-1', fetch: short }).embed!(['a', 'b'])).rejects.toThrow(
    '1 vectors for 2',
  );
});
