/** The whole line over HTTP, on the samples: feed → article → story → digest → delivery → thread → answer. */
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Content } from '../src/content.ts';
import { plainText } from '../src/content.ts';
import type { Digest } from '../src/model.ts';
import { questions, sameEvent } from '../src/samples/questions.ts';
import type { Database } from '../src/store/database.ts';
import { type Program, startProgram, until } from './support/program.ts';
import { storeTest } from './support/store.ts';

const digestsOf = (db: Database): Promise<Digest[]> =>
  db
    .selectFrom('digests')
    .select('body')
    .where('channel_id', '=', 'web:home')
    .orderBy('composed_at')
    .execute()
    .then((rows) => rows.map(({ body }) => body));

/** What is still on its way to the chat would be taken for the answer. */
const settled = (db: Database) =>
  until(
    async () => (await db.selectFrom('deliveries').select('id').where('state', '=', 'open').execute()).length === 0,
    'an idle chat',
  );

/** Says it and returns what the chat answered. */
async function answerTo(text: string, program: Program, db: Database): Promise<string> {
  const last = async () =>
    (await sql<{ id: number }>`select coalesce(max(id), 0) as id from web_messages`.execute(db)).rows[0]!.id;
  await settled(db);
  const before = await last();
  await program.say(text);
  const reply = await until(
    async () => {
      const { rows } = await sql<{ body: { kind: string; content: Content } }>`
      select body from web_messages where id > ${before} and part_id is not null order by id limit 1`.execute(db);
      return rows[0];
    },
    `an answer to ${text}`,
    20_000,
  );
  return plainText(reply.body.content);
}

storeTest(
  'from the first start to a digest, a subscription and answers, each event one story and none twice',
  { timeout: 120_000 },
  async ({ db, url }) => {
    const program = await startProgram({ env: { DATABASE_URL: url, TRIAL: 'samples' } });
    try {
      const [first] = await until(async () => ((await digestsOf(db)).length > 0 ? digestsOf(db) : null), 'a digest');
      expect(first!.sample).toBe(true);
      expect(first!.stories).toHaveLength(7);
      expect(first!.stories.every(({ gist }) => gist.length > 20)).toBe(true);

      const articles = await db.selectFrom('articles').select(['url', 'story_id']).execute();
      expect(articles).toHaveLength(42);
      const storyOf = (id: string) =>
        articles.find(({ url }) => url.includes(`/${id.split('/')[0]}/`) && url.includes(id.split('/')[1]!))?.story_id;
      const together = sameEvent.filter((ids) => new Set(ids.map(storyOf)).size === 1);
      expect(together.length / sameEvent.length).toBeGreaterThanOrEqual(0.8);

      await program.say('digest');
      const both = await until(
        async () => ((await digestsOf(db)).length > 1 ? digestsOf(db) : null),
        'a second digest',
      );
      const shown = both.flatMap(({ stories }) => stories.map(({ story }) => story));
      expect(new Set(shown).size).toBe(shown.length);

      expect(await answerTo('subscribe space', program, db)).toContain('Following Space');
      expect(await answerTo('tiem 7:30', program, db)).toContain('time 7:30');
      expect(await answerTo('why 1', program, db)).toMatch(/sources? in|hours? old/);

      const shownArticles = questions.filter(
        ({ language, article }) => language === 'en' && shown.includes(storyOf(article) as never),
      );
      const asked = shownArticles.flatMap(({ answerable }) => answerable);
      const said: string[] = [];
      for (const { question } of asked) said.push(await answerTo(question, program, db));
      const right = asked.filter(({ words }, index) => words.every((word) => said[index]!.includes(word)));
      console.log(
        asked
          .filter((a) => !right.includes(a))
          .map(({ question }) => [question, said[asked.findIndex((x) => x.question === question)]!.slice(0, 300)]),
      );
      expect(asked.length).toBeGreaterThan(8);
      expect(right.length / asked.length).toBeGreaterThanOrEqual(0.7);
    } finally {
      await program.end('SIGTERM');
    }
  },
);
