/** The whole program on LINE: from the first greeting to an answer, as a person and a group see it. */
import { expect } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { placeArticles } from '../../../src/story/place.ts';
import { aFeed, anArticle, placing } from '../../story/build.ts';
import { type Program, startProgram, until } from '../../support/program.ts';
import { storeTest } from '../../support/store.ts';
import { accessToken, type Line, type Posted, startLine } from './counterpart.ts';
import { type Json, visibleText } from './limits.ts';
import { anEvent, aPress, aText, channelSecret, fromGroup, group, mentioning, signed, us, user } from './support.ts';

const articles: [string, string][] = [
  [
    'Wexford switches on a tidal power plant',
    'A tidal power plant began to feed the grid at Wexford on Monday morning. It powers 12,000 homes on both sides of the estuary. The plant cost 90 million euros, and two thirds of it came from the harbour fund. Engineers lowered the four turbines into the channel last autumn, after a winter storm had delayed the work by five months. The mayor, Sinead Roche, said that the town will save 3 million euros a year because the tide never fails. Fishermen had protested against the plant, since it closes a part of the channel to boats. A second plant is planned for 2028, and its permit will be decided in March.',
  ],
  [
    'Oslo laboratory shows a quantum battery',
    'A laboratory in Oslo showed a battery on Monday that charges in eleven seconds. The device is as small as a grain of rice. It stores light in a film of organic molecules, which hold their charge together rather than one by one. Because the molecules act together, a larger battery charges faster than a small one. The leader of the group, Ingrid Dahl, said that no law of nature forbids a battery for cars. Other physicists warned that the charge leaks away within a minute. The inventors expect a first product for sensors in ten years, and will publish their measurements in May.',
  ],
];

async function readNews(db: Database): Promise<void> {
  const now = new Date();
  const feed = await aFeed(db, { name: 'Wire', topics: ['science'] });
  for (const [title, text] of articles)
    await anArticle(db, feed, {
      title,
      sentences: text.split(/(?<=\.) /),
      publishedAt: new Date(now.getTime() - 3_600_000),
    });
  await placeArticles({ ...placing(db), now: () => now });
}

const wordsOf = ({ message }: Posted) => (message.type === 'text' ? message.text : visibleText(message.contents));

interface Chat {
  line: Line;
  tell(event: Json): Promise<void>;
  /** What we say that holds these words, after so many messages. */
  heard(words: string, after?: number): Promise<Posted>;
}

function chatOf(line: Line, program: Program): Chat {
  return {
    line,
    async tell(event) {
      const to = event.source.groupId ?? event.source.userId;
      const request = signed({
        destination: us,
        events: [{ ...event, ...(event.replyToken && { replyToken: line.replyToken(to) }) }],
      });
      const response = await fetch(`${program.address}/webhooks/line`, {
        method: 'POST',
        headers: request.headers,
        body: await request.text(),
      });
      expect(response.status).toBe(200);
    },
    heard: (words, after = 0) =>
      until(
        async () => line.posted.slice(after).findLast((each) => wordsOf(each).includes(words)),
        words,
        20_000,
      ).catch((error: Error) => {
        throw new Error(`${error.message} among:\n${line.posted.map(wordsOf).join('\n---\n')}`);
      }),
  };
}

function pressed({ message }: Posted, label: string): Json {
  const found = JSON.stringify(message).matchAll(/\{[^{}]*"data":"([^"]+)"[^{}]*\}/g);
  const action = [...found].map(([json]) => JSON.parse(json)).find((each) => each.label.startsWith(label));
  if (action === undefined) throw new Error(`no button ${label} in ${JSON.stringify(message).slice(0, 2_000)}`);
  return action;
}

async function withProgram(
  db: Database,
  url: string,
  plan: Line['plan'],
  run: (chat: Chat) => Promise<void>,
): Promise<void> {
  const line = await startLine();
  line.plan = plan;
  line.profiles.set(user, { displayName: 'Hana', language: 'en' });
  await readNews(db);
  const env = {
    DATABASE_URL: url,
    TRIAL: 'off',
    LINE_CHANNEL_ACCESS_TOKEN: accessToken,
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_API_URL: line.apiUrl,
  };
  const program = await startProgram({ env });
  try {
    await run(chatOf(line, program));
  } finally {
    await program.end('SIGTERM');
    await line.close();
  }
}

storeTest(
  'a person is led from the greeting to an answer, mostly for free',
  { timeout: 60_000 },
  async ({ db, url }) => {
    await withProgram(db, url, { total: 200, used: 0 }, async ({ line, tell, heard }) => {
      await tell(anEvent({ type: 'follow', follow: { isUnblocked: false } }));
      const welcome = await heard('Hello, I am Tidings');
      const subscribe = pressed(welcome, 'Artificial').data.replace(' ai', ' science');

      await tell(aPress(subscribe));
      await heard('Following Science');
      const taste = await heard('A first taste');
      expect(pressed(taste, 'Change the hour')).toMatchObject({ type: 'datetimepicker', mode: 'time' });
      await tell(aPress(pressed(taste, 'Change the hour').data, { time: '07:30' }));
      await heard('07:30');

      const asks = wordsOf(taste).includes('tidal')
        ? ['How many homes does it power?', '12,000 homes']
        : ['In how many seconds does the battery charge?', 'eleven seconds'];
      const before = line.posted.length;
      await tell(aPress(pressed(taste, 'Key points').data));
      await heard('What happened', before);
      await tell(aPress(pressed(taste, 'Ask').data));
      await heard('What would you like to know');
      const asked = aText(asks[0]!);
      await tell(asked);
      await tell({ ...asked, deliveryContext: { isRedelivery: true } });
      await heard(asks[1]!, before + 2);
      expect(line.posted.some(({ message }) => message.quoteToken === asked.message.quoteToken)).toBe(true);
      expect(line.loading).toContain(user);

      await tell(aText('digest'));
      const digest = await heard('Digest\n', before);
      expect(digest.free).toBe(true);
      // The taste alone was pushed.
      expect(line.plan.used).toBe(1);

      await tell(aText('forget'));
      await tell(aPress(pressed(await heard('Delete everything'), 'Yes').data));
      await heard('Deleted.');
      await tell(anEvent({ type: 'unfollow', replyToken: undefined }));
      await until(async () => (await db.selectFrom('channels').select('id').execute()).length === 0, 'nothing kept');
    });
  },
);

storeTest(
  'a group that the plan cannot pay for is asked, and reads for free',
  { timeout: 60_000 },
  async ({ db, url }) => {
    await withProgram(db, url, { total: 200, used: 0 }, async ({ line, tell, heard }) => {
      line.members.set(group, 40);
      await tell(anEvent({ type: 'join', ...fromGroup }));
      expect(wordsOf(await heard('Hello, I am Tidings'))).toContain('reply to it with your question');
      await tell(aText('nobody is spoken to here', {}, fromGroup));
      await tell(aText(...mentioning('subscribe science')));
      const question = await heard('40 × ');
      expect(wordsOf(question)).toMatch(/200 of this month’s 200 are left/);
      expect(line.plan.used).toBe(0);

      await tell(aPress(pressed(question, 'Digest').data, undefined, fromGroup));
      const digest = await heard('Digest\n');
      expect(digest).toMatchObject({ free: true, to: group });
      const recorded = () => db.selectFrom('messages').select('id').where('id', '=', `line:${digest.id}`).execute();
      await until(async () => (await recorded()).length > 0, 'the digest to be known as ours', 20_000);

      const before = line.posted.length;
      await tell(aText('Which one is about a battery?', { quotedMessageId: digest.id }, fromGroup));
      await heard('battery', before);

      // A quote of any message of an answer, and of an answer to that, stays with its story.
      const turns = () => db.selectFrom('turns').select(['thread', 'story_id']).execute();
      for (const [index, question] of ['How small is the device?', 'Who leads the group there?'].entries()) {
        await until(async () => (await turns()).length > index, 'the turn before', 20_000);
        await tell(aText(question, { quotedMessageId: line.posted.at(-1)!.id }, fromGroup));
      }
      await until(async () => (await turns()).length > 2, 'three turns', 20_000);
      expect(new Set((await turns()).map(({ story_id }) => story_id)).size).toBe(1);
      expect(new Set((await turns()).map(({ thread }) => thread))).toEqual(new Set([`line:${digest.id}`]));
      expect(line.posted.slice(before).map(wordsOf).join('\n')).not.toContain('tidal');
      await tell(aText('I like batteries, do you?', { quotedMessageId: '1' }, fromGroup));
      await tell(aText(...mentioning('status')));
      await heard('messages a month', before);
      expect(line.posted.every(({ free }) => free)).toBe(true);

      await tell(aText(...mentioning('forget')));
      await heard('Hana asks to delete');
      await tell(anEvent({ type: 'leave', replyToken: undefined, ...fromGroup }));
      await until(
        async () => (await db.selectFrom('channels').select('id').where('id', 'like', 'line:%').execute()).length === 0,
        'nothing kept',
      );
    });
  },
);
