/** The whole program with Discord on: from an empty server to a digest, its key points and an answer in the thread. */

import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { startProgram, until } from '../../support/program.ts';
import { storeTest } from '../../support/store.ts';
import { ada, app, guild, type Json, owner, startDiscord, text, token } from './counterpart.ts';
import { all, visibleText } from './limits.ts';
import { aCommand, aMessage, aPress } from './support.ts';

storeTest(
  'from an empty server to the first digest, its points and an answer; who asks too much is told so politely',
  { timeout: 120_000 },
  async ({ db, url }) => {
    const discord = await startDiscord();
    await readSamplesAsNews(db, url);
    const program = await startProgram({
      env: {
        DATABASE_URL: url,
        TRIAL: 'off',
        QUESTIONS_PER_PERSON: '1',
        DISCORD_TOKEN: token,
        DISCORD_API_URL: discord.apiUrl,
      },
    });
    const tell = (event: string, data: Json) => discord.tell(event, data);
    const whispered = (words: string) =>
      until(
        async () => discord.whispers.find((each) => visibleText(each).includes(words)),
        `a whisper of ${words}`,
        30_000,
      );
    const posted = (what: string, wanted: (message: Json) => boolean) =>
      until(
        async () => discord.messages.find((each) => each.author.id === app && !each.thinking && wanted(each)),
        what,
        40_000,
      );
    try {
      await discord.connected(1);
      const manager = { user: { id: owner, username: 'owner' }, roles: [], permissions: '32' };
      const everyone = { user: { id: ada, username: 'ada' }, roles: [], permissions: '0' };
      const what = [{ type: 3, name: 'what', value: 'ai, science, space' }];
      tell('INTERACTION_CREATE', aCommand(discord, 'subscribe', what, { member: manager }));
      await whispered('Following');
      tell('INTERACTION_CREATE', aCommand(discord, 'pause', [], { member: everyone }));
      await whispered('administrators');

      const message = await posted('the first story', ({ components }) =>
        components.some(({ type }: Json) => type === 17),
      );
      expect(visibleText(message)).toContain('A first taste');

      const points = all(message.components).find(({ custom_id = '' }) => custom_id.startsWith('points:'));
      tell('INTERACTION_CREATE', aPress(discord, points.custom_id, message));
      const brief = await posted('key points in the thread', ({ channel_id }) => channel_id === message.id);
      expect(discord.channels.get(message.id)).toMatchObject({ parent_id: text });
      await whispered(`<#${message.id}>`);

      tell(
        'MESSAGE_CREATE',
        aMessage(discord, {
          channel_id: message.id,
          guild_id: guild,
          position: 2,
          content: `<@${app}> what happened?`,
        }),
      );
      const answer = await posted('an answer', ({ id, channel_id }) => channel_id === message.id && id !== brief.id);
      expect(visibleText(answer).length).toBeGreaterThan(20);

      const question = [{ type: 3, name: 'question', value: 'And then?' }];
      tell('INTERACTION_CREATE', aCommand(discord, 'ask', question, { member: everyone }));
      await whispered('a lot of questions');
    } finally {
      await program.end('SIGTERM');
      await discord.close();
    }
  },
);

/** Trial stories and real ones never meet, so a first run reads the samples, and they are made real. */
async function readSamplesAsNews(db: Database, url: string): Promise<void> {
  const trial = await startProgram({ env: { DATABASE_URL: url, TRIAL: 'samples' } });
  const placed = sql<{ n: number }>`select count(*)::int as n from articles where story_id is not null`;
  await until(async () => (await placed.execute(db)).rows[0]!.n >= 42, 'the samples');
  await trial.end('SIGTERM');
  for (const table of ['feeds', 'articles', 'stories'])
    await sql`update ${sql.table(table)} set sample = false`.execute(db);
}
