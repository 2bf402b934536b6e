import { expect, test } from 'vitest';
import { loadCatalogue, syncCatalogue } from '../../src/catalogue/load.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { storeTest } from '../support/store.ts';

test('the catalogue is whole: 600 sources and more, 27 topics, nothing twice, no topic unknown', async () => {
  const { sources, topics } = await loadCatalogue();
  expect(sources.length).toBeGreaterThanOrEqual(600);
  expect(topics).toHaveLength(27);
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  expect(new Set(sources.map(({ feed }) => feed)).size).toBe(sources.length);
  const known = new Set(topics.map(({ id }) => id));
  expect(sources.flatMap(({ topics }) => topics).filter((topic) => !known.has(topic))).toEqual([]);
});

storeTest('it is added once, with the doubtful sources off', async ({ db }) => {
  const catalogue = await loadCatalogue();
  expect(await syncCatalogue(db, catalogue)).toEqual({ added: catalogue.sources.length, changed: 0 });
  expect(await syncCatalogue(db, catalogue)).toEqual({ added: 0, changed: 0 });
  const off = await db.selectFrom('feeds').select('catalogue_id').where('state', '=', 'off').execute();
  expect(off.length).toBe(catalogue.sources.filter(({ confidence }) => confidence < 0.6).length);
});

storeTest('a new version reaches what is there, and leaves what an operator changed', async ({ db }) => {
  const { sources, topics } = await loadCatalogue();
  const [a, b, c, d] = sources.slice(0, 4).map((source) => ({ ...source, confidence: 0.9 }));
  const sync = (...given: (typeof sources)[number][]) => syncCatalogue(db, { sources: given, topics });
  await sync(a!, b!, c!);
  await db
    .updateTable('feeds')
    .set({ name: 'Ours', state: 'off', operator_changed: true })
    .where('catalogue_id', '=', b!.id)
    .execute();
  await db
    .updateTable('feeds')
    .set({ url: 'https://moved.example/feed', moved_from: c!.feed })
    .where('catalogue_id', '=', c!.id)
    .execute();
  await addFeed(db, { url: d!.feed, name: 'Added by hand' });

  const changed = await sync(
    { ...a!, feed: 'https://mended.example/feed' },
    { ...b!, name: 'Theirs' },
    { ...c!, name: 'New name' },
    d!,
  );
  expect(changed).toEqual({ added: 0, changed: 3 });
  const rows = await db.selectFrom('feeds').select(['catalogue_id', 'url', 'name', 'state']).orderBy('id').execute();
  expect(rows).toEqual([
    { catalogue_id: a!.id, url: 'https://mended.example/feed', name: a!.name, state: 'active' },
    { catalogue_id: b!.id, url: b!.feed, name: 'Ours', state: 'off' },
    { catalogue_id: c!.id, url: 'https://moved.example/feed', name: 'New name', state: 'active' },
    { catalogue_id: d!.id, url: d!.feed, name: 'Added by hand', state: 'active' },
  ]);
});

storeTest('several processes may start at once', async ({ db }) => {
  const catalogue = await loadCatalogue();
  const synced = await Promise.all([1, 2, 3].map(() => syncCatalogue(db, catalogue)));
  expect(synced.reduce((sum, { added }) => sum + added, 0)).toBe(catalogue.sources.length);
});
