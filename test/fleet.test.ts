/** Several processes on one database, killed at random: every channel gets its digest, and gets it once. */
import { describe, expect } from 'vitest';
import type { ChannelId } from '../src/model.ts';
import { ensureChannel, planDigest } from '../src/store/channels.ts';
import type { Database } from '../src/store/database.ts';
import { subscribe } from '../src/store/subscriptions.ts';
import { placeArticles } from '../src/story/place.ts';
import { type Counterpart, startSlack } from './adapters/slack/counterpart.ts';
import { aFeed, anArticle, placing } from './story/build.ts';
import { type Program, startProgram } from './support/program.ts';
import { hasRedis, needsRedis, startRedis } from './support/redis.ts';
import { storeTest } from './support/store.ts';

const channels = 24;
const subjects = [
  'quantum batteries in Oslo',
  'a glacier lake in Peru',
  'the tram strike of Lyon',
  'a comet named Halvorsen',
  'tidal power off Wexford',
];

async function aTown(db: Database, slack: Counterpart): Promise<void> {
  const now = new Date();
  const feed = await aFeed(db, { name: 'Wire', topics: ['science'] });
  for (const [index, subject] of subjects.entries()) {
    const text = `Researchers reported on ${subject} today. The finding surprised ${index + 3} experts. More is expected in spring.`;
    await anArticle(db, feed, {
      title: `News of ${subject}`,
      sentences: text.split(/(?<=\.) /),
      publishedAt: new Date(now.getTime() - 3_600_000),
    });
  }
  await placeArticles({ ...placing(db), now: () => now });
  for (let n = 1; n <= channels; n++) {
    const id = `slack:T1/C${n}` as ChannelId;
    slack.channels.set(`C${n}`, { id: `C${n}`, name: `news-${n}`, creator: 'U1', is_member: true });
    await ensureChannel(db, { id, name: null, language: 'en', zone: 'UTC', createdBy: null });
    await subscribe(db, id, [{ kind: 'topic', value: 'science', label: 'Science' }]);
    await planDigest(db, id, now);
  }
}

function posted(slack: Counterpart) {
  const parts = slack.messages.map(({ channel, metadata }) => `${channel} ${JSON.stringify(metadata?.event_payload)}`);
  return { parts, channels: new Set(slack.messages.map(({ channel }) => channel)) };
}

/** Two of each; every half a second one of them is killed and another takes its place. */
async function killAtRandom(env: Record<string, string>, done: () => Promise<boolean>): Promise<number> {
  const roles = ['--role', 'scheduler', '--role', 'worker'];
  let kills = 0;
  const fleet = await Promise.all([1, 2].map(() => startProgram({ env, args: roles })));
  try {
    while (!(await done())) {
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 900));
      const victim = Math.floor(Math.random() * fleet.length);
      if (kills < 6) {
        await (fleet[victim] as Program).end('SIGKILL');
        fleet[victim] = await startProgram({ env, args: roles });
        kills++;
      }
    }
    return kills;
  } finally {
    await Promise.all(fleet.map((program) => program.end('SIGTERM')));
  }
}

// Side by side: most of their time is waiting for a killed worker's claim to lapse.
describe.concurrent('two schedulers and two workers, killed at random', () => {
  for (const redis of [false, true])
    storeTest.skipIf(redis && !hasRedis)(
      `on ${redis ? 'Redis' : 'PostgreSQL'} they lose no digest and double none${redis ? needsRedis : ''}`,
      { timeout: 120_000 },
      async ({ db, url }) => {
        const slack = await startSlack();
        const server = redis ? await startRedis() : null;
        try {
          await aTown(db, slack);
          slack.next('chat.postMessage', { kind: 'lost' });
          const env = {
            DATABASE_URL: url,
            TRIAL: 'off',
            SLACK_BOT_TOKEN: 'xoxb-good',
            SLACK_APP_TOKEN: 'xapp-good',
            SLACK_API_URL: slack.apiUrl,
            ...(server ? { REDIS_URL: server.url } : {}),
          };
          const open = () => db.selectFrom('deliveries').select('id').where('state', '=', 'open').execute();
          const composed = () => db.selectFrom('digests').select('id').execute();
          const kills = await killAtRandom(
            env,
            async () => (await composed()).length === channels && (await open()).length === 0,
          );
          const { parts, channels: reached } = posted(slack);
          expect(kills).toBeGreaterThan(0);
          expect(reached.size).toBe(channels);
          expect(new Set(parts).size).toBe(parts.length);
          expect(await db.selectFrom('deliveries').select('state').where('state', '!=', 'posted').execute()).toEqual(
            [],
          );
        } finally {
          await slack.close();
          await server?.stop();
        }
      },
    );
});
