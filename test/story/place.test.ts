import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import type { ChannelId, StoryId } from '../../src/model.ts';
import { loadCandidate, loadCandidates } from '../../src/store/candidates.ts';
import { hadBefore, recordDelivered } from '../../src/store/ledger.ts';
import { followMerged } from '../../src/store/stories.ts';
import { placeArticles } from '../../src/story/place.ts';
import { storeTest } from '../support/store.ts';
import { aFeed, anArticle, hoursBefore, placing, storyOf } from './build.ts';

const quake = {
  title: 'Magnitude 6.2 earthquake shakes Hualien in eastern Taiwan',
  sentences: [
    'A magnitude 6.2 earthquake struck off Hualien on Friday morning, Taiwan’s weather agency said.',
    'Rail services between Hualien and Taitung stopped for two hours while tracks were checked.',
    'Four people were treated for light injuries.',
  ],
};
const quakeElsewhere = {
  title: 'Taiwan hit by strong quake, trains halted around Hualien',
  sentences: [
    'Trains on the east coast of Taiwan came to a halt on Friday after an earthquake of magnitude 6.2 near Hualien.',
    'The fire service counted four injured people, none of them seriously.',
  ],
};
const chips = {
  title: 'Fabrion raises $120 million for chiplet packaging plant in Dresden',
  sentences: [
    'Chip start-up Fabrion has raised $120 million to build a packaging plant in Dresden.',
    'The semiconductor maker plans to start production in 2028.',
  ],
};

describe('placing', () => {
  storeTest('gathers reports of one event into a story, and others apart', async ({ db }) => {
    const feeds = [await aFeed(db), await aFeed(db), await aFeed(db)];
    const first = await anArticle(db, feeds[0]!, quake);
    const second = await anArticle(db, feeds[1]!, quakeElsewhere);
    const third = await anArticle(db, feeds[2]!, chips);

    const { placed, touched } = await placeArticles(placing(db));

    expect(placed).toBe(3);
    expect(touched).toHaveLength(2);
    expect(await storyOf(db, first)).toBe(await storyOf(db, second));
    expect(await storyOf(db, third)).not.toBe(await storyOf(db, first));
    const story = await db
      .selectFrom('stories')
      .selectAll()
      .where('id', '=', (await storyOf(db, third))!)
      .executeTakeFirstOrThrow();
    expect(story).toMatchObject({ headline: chips.title, language: 'en', articles: 1, sources: 1, revision: 1 });
    expect(Object.keys(story.topics)).toContain('chips');
  });

  storeTest('counts copies of one agency text as one source', async ({ db }) => {
    const feeds = [await aFeed(db), await aFeed(db), await aFeed(db)];
    for (const feed of feeds)
      await anArticle(db, feed, {
        ...quake,
        title: `${quake.title} | ${feed}`,
        sentences: [...quake.sentences, `Copy for ${feed}.`],
      });

    await placeArticles(placing(db));

    const story = await db.selectFrom('stories').select(['articles', 'sources']).executeTakeFirstOrThrow();
    expect(story).toEqual({ articles: 3, sources: 1 });
  });

  storeTest('an article that we stumble over is a story by itself, and the others are placed', async ({ db }) => {
    const feeds = [await aFeed(db), await aFeed(db)];
    const unlucky = await anArticle(db, feeds[0]!, { title: 'Trips us', sentences: ['It trips the topics.'] });
    const worse = await anArticle(db, feeds[0]!, { title: 'Trips us too', sentences: ['It trips the index.'] });
    const first = await anArticle(db, feeds[0]!, quake);
    const second = await anArticle(db, feeds[1]!, quakeElsewhere);
    const deps = placing(db);
    const trip = (title: string, on: string) => {
      if (title === on) throw new TypeError('our own mistake');
    };
    const { place, put } = deps.state.real;
    deps.state.real.place = (item) => {
      trip(item.title, 'Trips us too');
      return place(item);
    };
    deps.state.real.put = (item, ...rest) => {
      trip(item.title, 'Trips us too');
      put(item, ...rest);
    };
    const said: object[] = [];
    const topics: typeof deps.topics = {
      ...deps.topics,
      topicsOf: (source) => {
        trip(source.title, 'Trips us');
        return deps.topics.topicsOf(source);
      },
    };
    const log = { ...deps.log, error: (fields: object) => void said.push(fields) };

    expect(await placeArticles({ ...deps, topics, log })).toMatchObject({ placed: 4 });

    expect(await storyOf(db, first)).toBe(await storyOf(db, second));
    expect(new Set([await storyOf(db, unlucky), await storyOf(db, worse), await storyOf(db, first)]).size).toBe(3);
    expect(said).toMatchObject([{ article: worse }, { article: unlucky }]);
    // Another process reads the rows anew, and stumbles over the same one.
    deps.state.version = -1;
    const third = await anArticle(db, feeds[1]!, chips);
    expect(await placeArticles({ ...deps, topics, log })).toMatchObject({ placed: 1 });
    expect(await storyOf(db, third)).not.toBeNull();
  });

  storeTest(
    'an article that we stumble over when the index has it already is not in it with the next batch',
    async ({ db }) => {
      const feeds = [await aFeed(db), await aFeed(db)];
      const worse = await anArticle(db, feeds[0]!, quake);
      const deps = placing(db);
      const { place } = deps.state.real;
      deps.state.real.place = (item) => {
        place(item);
        throw new TypeError('our own mistake, after it was entered');
      };
      await placeArticles({ ...deps, log: { ...deps.log, error: () => {} } });

      const second = await anArticle(db, feeds[1]!, quakeElsewhere);
      await placeArticles(deps);

      expect(deps.state.real.storyOf(String(worse))).toBe(await storyOf(db, worse));
      expect(await storyOf(db, second)).toBe(await storyOf(db, worse));
    },
  );

  storeTest('lets one of two workers place, and loses and doubles nothing', async ({ db }) => {
    const feed = await aFeed(db);
    for (let n = 0; n < 30; n++)
      await anArticle(db, feed, {
        title: `Report ${n} on subject ${n * 7919}`,
        sentences: [`Subject ${n * 7919} was reported by agent ${n * 104729}.`],
      });

    const outcomes = await Promise.all([placeArticles(placing(db)), placeArticles(placing(db))]);

    expect(outcomes[0]!.placed + outcomes[1]!.placed).toBe(30);
    const rows = await db.selectFrom('articles').select('story_id').execute();
    expect(rows.every(({ story_id }) => story_id !== null)).toBe(true);
  });

  storeTest('goes on after a restart where it was', async ({ db }) => {
    const feed = await aFeed(db);
    const first = await anArticle(db, feed, quake);
    await placeArticles(placing(db));

    const late = await anArticle(db, await aFeed(db), { ...quakeElsewhere, publishedAt: hoursBefore(1) });
    await placeArticles(placing(db));

    expect(await storyOf(db, late)).toBe(await storyOf(db, first));
  });

  storeTest('sees what another process has placed meanwhile', async ({ db }) => {
    const [one, other] = [placing(db), placing(db)];
    await anArticle(db, await aFeed(db), chips);
    await placeArticles(one);
    const first = await anArticle(db, await aFeed(db), quake);
    await placeArticles(other);

    const second = await anArticle(db, await aFeed(db), quakeElsewhere);
    await placeArticles(one);

    expect(await storyOf(db, second)).toBe(await storyOf(db, first));
  });

  storeTest('makes two stories one when an article ties them, and nobody gets it again', async ({ db }) => {
    const deps = placing(db);
    const place = async (title: string, text: string, hours: number) => {
      const article = await anArticle(db, await aFeed(db), {
        title,
        sentences: [text],
        publishedAt: hoursBefore(hours),
      });
      await placeArticles(deps);
      return article;
    };
    const fire = await place(
      'Blaze at Porto harbour',
      'Smoke rose over Porto harbour after a warehouse of Lusocork caught fire. Ships were moved.',
      9,
    );
    const cork = await place(
      'Cork maker loses stock',
      'Lusocork says 4,000 tonnes of cork are gone. Insurers will visit its warehouse on Thursday.',
      8,
    );
    const [kept, gone] = [(await storyOf(db, fire))!, (await storyOf(db, cork))!];
    expect(gone).not.toBe(kept);
    const channel = 'web:a' as ChannelId;
    await recordDelivered(db, 'secret', channel, [(await loadCandidate(db, gone as StoryId))!]);

    await place(
      'Lusocork warehouse fire at Porto harbour destroys 4,000 tonnes of cork',
      'The fire in a Lusocork warehouse at Porto harbour destroyed 4,000 tonnes of cork. Ships were moved and insurers will visit on Thursday.',
      7,
    );

    expect(await storyOf(db, cork)).toBe(kept);
    expect(await followMerged(db, gone as StoryId)).toBe(kept);
    const merged = (await loadCandidate(db, kept as StoryId))!;
    expect(merged).toMatchObject({ former: [gone], articles: { length: 3 } });
    const had = await hadBefore(db, 'secret', channel, [merged]);
    expect(had.get(kept as StoryId)).toEqual({ revision: merged.revision });
    expect(await loadCandidates(db, hoursBefore(36), { sample: false })).toHaveLength(1);
  });

  storeTest('takes rare characters that need two code units', async ({ db }) => {
    const article = await anArticle(db, await aFeed(db), {
      title: '𠮷野家と𩸽の店😀',
      sentences: ['𠮷𠮷𩸽𠮷の店が開いた😀。', `${'𠮷'.repeat(2_999)}a`],
      language: 'ja',
    });
    await placeArticles(placing(db));
    expect(await storyOf(db, article)).not.toBeNull();
  });

  storeTest('keeps samples and real news apart', async ({ db }) => {
    const real = await anArticle(db, await aFeed(db), quake);
    const sample = await anArticle(db, await aFeed(db, { sample: true }), { ...quakeElsewhere, sample: true });

    await placeArticles(placing(db));

    expect(await storyOf(db, sample)).not.toBe(await storyOf(db, real));
  });

  storeTest('places nothing by halves when writing fails', async ({ db }) => {
    const article = await anArticle(db, await aFeed(db), quake);
    const deps = placing(db);
    // Refused after the articles were written, before the stories are.
    await sql`alter table stories add constraint refused check (false) not valid`.execute(db);
    await expect(placeArticles(deps)).rejects.toThrow('refused');
    expect(await storyOf(db, article)).toBeNull();

    await sql`alter table stories drop constraint refused`.execute(db);
    await placeArticles(deps);
    expect(await storyOf(db, article)).not.toBeNull();
    expect(await db.selectFrom('stories').select('id').execute()).toHaveLength(1);
  });

  storeTest('raises the revision when a late report brings facts, not when it repeats them', async ({ db }) => {
    const deps = placing(db);
    const first = await anArticle(db, await aFeed(db), { ...quake, publishedAt: hoursBefore(20) });
    await placeArticles(deps);
    await anArticle(db, await aFeed(db), { ...quakeElsewhere, publishedAt: hoursBefore(12) });
    await placeArticles(deps);
    const story = (await storyOf(db, first))!;
    const revision = async () =>
      (await db.selectFrom('stories').select('revision').where('id', '=', story).executeTakeFirstOrThrow()).revision;
    expect(await revision()).toBe(1);

    await anArticle(db, await aFeed(db), {
      title: 'Hualien quake: Premier Lin visits Guangfu as landslide closes Suhua Highway',
      sentences: [
        'Premier Lin Shao-wei visited Guangfu township after the magnitude 6.2 earthquake off Hualien in eastern Taiwan.',
        'A landslide has closed the Suhua Highway at kilometre 158, and 2,300 homes are without power, Taipower said.',
      ],
      publishedAt: hoursBefore(2),
    });
    await placeArticles(deps);
    expect(await revision()).toBe(2);
  });
});
