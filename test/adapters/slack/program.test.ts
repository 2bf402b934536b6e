/** The whole program on Slack: from the invitation to an answer in the thread, as the people of a channel see it. */
import { expect } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { placeArticles } from '../../../src/story/place.ts';
import { aFeed, anArticle, placing } from '../../story/build.ts';
import { startProgram, until } from '../../support/program.ts';
import { storeTest } from '../../support/store.ts';
import { botUser, type Counterpart, type Json, type SlackMessageRow, startSlack } from './counterpart.ts';
import { visibleText } from './limits.ts';
import { aCommand, aMessage, anEvent, aPress } from './support.ts';

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
  for (const [title, text] of articles) {
    const sentences = text.split(/(?<=\.) /);
    await anArticle(db, feed, { title, sentences, publishedAt: new Date(now.getTime() - 3_600_000) });
  }
  await placeArticles({ ...placing(db), now: () => now });
}

/** What we say that holds these words, after so many messages. */
function heard(slack: Counterpart, words: string, after = 0): Promise<SlackMessageRow> {
  const said = () => slack.messages.map(({ blocks }) => visibleText(blocks)).join('\n---\n');
  const find = () => slack.messages.slice(after).findLast(({ blocks }) => visibleText(blocks).includes(words));
  return until(async () => find(), words, 20_000).catch((error: Error) => {
    throw new Error(`${error.message} among:
${said()}`);
  });
}

function buttonValue(message: SlackMessageRow, label: string): string {
  const elements = message.blocks.flatMap((block: Json) => block.elements ?? []);
  return elements.find((element: Json) => element.text?.text === label).value;
}

storeTest('from the invitation to an answer in the thread', { timeout: 60_000 }, async ({ db, url }) => {
  const slack = await startSlack();
  await readNews(db);
  const program = await startProgram({
    env: {
      DATABASE_URL: url,
      TRIAL: 'off',
      SLACK_BOT_TOKEN: 'xoxb-good',
      SLACK_APP_TOKEN: 'xapp-good',
      SLACK_API_URL: slack.apiUrl,
    },
  });
  try {
    await slack.connected(1);
    await slack.tell(
      'events_api',
      anEvent({ type: 'member_joined_channel', user: botUser, channel: 'C1', inviter: 'U9' }),
    );
    const welcome = await heard(slack, 'Hello, I am Tidings');

    const subscribe = buttonValue(welcome, 'Artificial intelligence').replace(' ai', ' science');
    const container = (message: SlackMessageRow) => ({ type: 'message', channel_id: 'C1', message_ts: message.ts });
    await slack.tell('interactive', aPress(subscribe, { container: container(welcome) }));
    const taste = await heard(slack, 'A first taste');
    expect(taste.thread_ts).toBeUndefined();

    await slack.tell('slash_commands', aCommand('digest'));
    const digest = await heard(slack, 'Digest\n');
    expect(visibleText(digest.blocks)).toMatch(/tidal power plant|quantum battery/);

    await slack.tell('interactive', aPress(buttonValue(taste, 'Key points'), { container: container(taste) }));
    const points = await heard(slack, 'What happened');
    expect(points.thread_ts).toBe(taste.ts);

    const asks = visibleText(taste.blocks).includes('tidal')
      ? 'How many homes does it power?'
      : 'How small is the device?';
    const before = slack.messages.length;
    await slack.tell(
      'events_api',
      anEvent(aMessage({ thread_ts: taste.ts, parent_user_id: botUser, text: 'lol nice' })),
    );
    const asked = aMessage({ thread_ts: taste.ts, parent_user_id: botUser, text: asks });
    await slack.tell('events_api', anEvent(asked));
    await slack.tell('events_api', anEvent({ ...asked }));
    const answer = await heard(slack, asks.includes('homes') ? '12,000 homes on both' : 'a grain of rice', before);
    expect(answer.thread_ts).toBe(taste.ts);

    await slack.tell('events_api', anEvent({ type: 'app_home_opened', user: 'U9', channel: 'D1', tab: 'home' }));
    const home = await until(async () => slack.views.find(({ method }) => method === 'views.publish'), 'App Home');
    expect(visibleText(home.view.blocks)).toContain('Follows Science');

    await slack.tell('events_api', anEvent({ type: 'channel_archive', channel: 'C1', user: 'U9' }));
    await until(
      async () => (await db.selectFrom('channels').select('state').execute())[0]?.state === 'closed',
      'a closed channel',
    );
    expect(slack.messages.slice(before)).toHaveLength(1);
  } finally {
    await program.end('SIGTERM');
    await slack.close();
  }
});
