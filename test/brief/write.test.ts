import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { createModelWriter } from '../../src/brief/model.ts';
import { type WriteBriefDeps, writeBrief } from '../../src/brief/write.ts';
import type { BriefWriter } from '../../src/brief/writer.ts';
import { GiveUp } from '../../src/errors.ts';
import type { Story, StoryId } from '../../src/model.ts';
import { claimBrief } from '../../src/store/briefs.ts';
import type { Database } from '../../src/store/database.ts';
import { honestBrief } from '../llm/honest-model.ts';
import { bodies, modelTest, silent } from '../llm/stand-in.ts';
import { aFeed, anArticle as keepArticle, keepStory } from '../story/build.ts';
import { aBrief, anArticle, aStory } from '../support/builders.ts';

const sentences = ['The station opened on Monday.', 'It powers 12,000 homes.', 'It cost much.', 'More will follow.'];

/** Counts what it writes; the language is the channel's, as a model's is. */
function countingWriter(method: BriefWriter['method'] = 'model'): BriefWriter & { written: string[] } {
  const written: string[] = [];
  return {
    method: 'model',
    written,
    languageFor: (_, channel) => channel,
    async write({ story }, language) {
      written.push(language);
      return aBrief({ story: story.id, language, method });
    },
  };
}

function depsOf(db: Database, story: Story, writer: BriefWriter): WriteBriefDeps {
  return { db, writer, loadStoryText: async () => ({ story, articles: [anArticle({ sentences })] }) };
}

modelTest('a thousand channels cost one model call for a story and language', async ({ db, mock, connect }) => {
  mock.onMessage(/./, (request) => ({ content: honestBrief(request) }), { latency: 50 });
  const story = await keepStory(db);
  const fallback = countingWriter('extract');
  const writer = createModelWriter({ client: connect(), fallback, gauges: [], log: silent });

  const channels = Array.from({ length: 1000 }, () => writeBrief(story.id, 'en', depsOf(db, story, writer)));
  const briefs = await Promise.all(channels);

  expect(bodies(mock)).toHaveLength(1);
  expect(briefs.every((brief) => isDeepStrictEqual(brief, briefs[0]))).toBe(true);
});

modelTest('the writer hears of every language that the story is told in, its own first', async ({ db }) => {
  const story = await keepStory(db, { language: 'ja' });
  const feed = await aFeed(db);
  for (const language of ['en', 'ja', 'en']) {
    const article = await keepArticle(db, feed, { title: 'A title', sentences: [`In ${language}.`], language });
    await db.updateTable('articles').set({ story_id: story.id }).where('id', '=', article).execute();
  }
  const heard: string[][] = [];
  const writer: BriefWriter = {
    ...countingWriter(),
    languageFor(languages) {
      heard.push([...languages]);
      return 'en';
    },
  };
  expect((await writeBrief(story.id, 'en', depsOf(db, story, writer))).language).toBe('en');
  expect(heard).toEqual([['ja', 'en']]);
});

modelTest('each language and each revision is written once', async ({ db }) => {
  const story = await keepStory(db);
  const writer = countingWriter();
  const deps = depsOf(db, story, writer);

  for (const language of ['en', 'ja', 'en', 'ja'] as const) await writeBrief(story.id, language, deps);
  await db.updateTable('stories').set({ revision: 2 }).where('id', '=', story.id).execute();
  const later = await writeBrief(story.id, 'en', deps);

  expect(writer.written).toEqual(['en', 'ja', 'en']);
  expect(later.revision).toBe(2);
});

modelTest('the claim of a killed worker lapses', async ({ db }) => {
  const story = await keepStory(db);
  const writer = countingWriter();
  await claimBrief(db, { story: story.id, language: 'en', revision: 1, method: 'model' });
  const waiting = writeBrief(story.id, 'en', depsOf(db, story, writer));

  await db
    .updateTable('briefs')
    .set({ claimed_until: new Date(0) })
    .execute();

  expect(await waiting).toMatchObject({ story: story.id });
  expect(writer.written).toHaveLength(1);
});

modelTest('a worker that fails leaves the story to the next', async ({ db }) => {
  const story = await keepStory(db);
  const broken = { ...countingWriter(), write: () => Promise.reject(new Error('bug')) };
  await expect(writeBrief(story.id, 'en', depsOf(db, story, broken))).rejects.toThrow('bug');
  expect(await writeBrief(story.id, 'en', depsOf(db, story, countingWriter()))).toMatchObject({ story: story.id });
});

modelTest('a stand-in is shown at once, rests, and is then tried again, but not for ever', async ({ db }) => {
  const story = await keepStory(db);
  const extracting = countingWriter('extract');
  const again = () => writeBrief(story.id, 'en', depsOf(db, story, extracting));
  const rested = () =>
    db
      .updateTable('briefs')
      .set({ rests_until: new Date(0) })
      .execute();

  await again();
  expect((await again()).method).toBe('extract');
  expect(extracting.written).toHaveLength(1);
  const rests: number[] = [];
  for (let round = 0; round < 7; round++) {
    await rested();
    await again();
    const { rests_until } = await db.selectFrom('briefs').select('rests_until').executeTakeFirstOrThrow();
    rests.push(Math.round(((rests_until?.getTime() ?? 0) - Date.now()) / 3_600_000));
  }
  expect(extracting.written).toHaveLength(5);
  expect(rests.slice(0, 4), 'hours: a budget that is spent is outlasted').toEqual([1, 3, 11, 43]);
});

modelTest('a stand-in gives way to the model when it is back', async ({ db }) => {
  const story = await keepStory(db);
  await writeBrief(story.id, 'en', depsOf(db, story, countingWriter('extract')));
  await db
    .updateTable('briefs')
    .set({ rests_until: new Date(0) })
    .execute();

  expect((await writeBrief(story.id, 'en', depsOf(db, story, countingWriter()))).method).toBe('model');
  await db.updateTable('briefs').set({ rests_until: null }).execute();
  const idle = countingWriter();
  await writeBrief(story.id, 'en', depsOf(db, story, idle));
  expect(idle.written).toEqual([]);
});

modelTest('a merged story has the brief of the one that it went into', async ({ db }) => {
  const story = await keepStory(db);
  const merged = await keepStory(db);
  await db.updateTable('stories').set({ merged_into: story.id }).where('id', '=', merged.id).execute();
  expect(await writeBrief(merged.id, 'en', depsOf(db, story, countingWriter()))).toMatchObject({ story: story.id });
});

modelTest('a story that is gone is given up', async ({ db }) => {
  const gone = aStory();
  const deps = depsOf(db, gone, countingWriter());
  await expect(writeBrief(gone.id as StoryId, 'en', deps)).rejects.toThrow(GiveUp);
});
