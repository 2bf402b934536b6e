import { afterEach, describe, expect, test } from 'vitest';
import { action, encodeAction } from '../../../src/action.ts';
import type { ChannelId, StoryId } from '../../../src/model.ts';
import type { Json } from './counterpart.ts';
import { visibleText } from './limits.ts';
import { aBench, aCommand, aLookup, anEvent, aPress, type Bench, slackChannel } from './support.ts';

let bench: Bench;
afterEach(() => bench?.close());

const lookup = aLookup({
  channel: async (id) =>
    slackChannel({ id, time: '07:30', zone: 'Asia/Tokyo', days: [1, 3], stories: 5, layout: 'cards' }),
  following: async () => [{ value: 'ai', label: 'Artificial intelligence' }],
  follow: async (words) => [{ value: 'space', label: `Space (${words})` }],
  headline: async () => 'Harbour city opens its first tidal power station',
});

/** What Slack sends when a form is saved: its fields' state, by block and action. */
function submitted(view: Json, fields: Record<string, Json>): Json {
  const values = Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, { [id]: value }]));
  return {
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: 'U1', name: 'ada' },
    view: { ...view, id: 'V1', hash: '1.a', team_id: 'T1', state: { values } },
  };
}

const opened = () => bench.slack.views.find(({ method }) => method === 'views.open')?.view;

describe('the settings form', () => {
  test('opens on /tidings settings, filled with what the channel has', async () => {
    bench = await aBench({ appToken: null, lookup });
    const answer = await bench.send(aCommand('settings'));

    expect(answer.status).toBe(200);
    expect(bench.received).toEqual([]);
    const element = (id: string) => opened().blocks.find((block: Json) => block.block_id === id).element;
    expect(element('topics').initial_options).toMatchObject([{ value: 'ai' }]);
    expect(element('time').initial_time).toBe('07:30');
    expect(element('zone').initial_option.value).toBe('Asia/Tokyo');
    expect(element('days').initial_options.map((day: Json) => day.value)).toEqual(['1', '3']);
    expect(element('stories').initial_option.value).toBe('5');
    expect(element('layout').initial_option.value).toBe('cards');
  });

  test('of a channel that we do not know yet begins with the language and zone of the person', async () => {
    bench = await aBench({ appToken: null });
    await bench.send(aCommand('settings'));
    const zone = opened().blocks.find((block: Json) => block.block_id === 'zone').element.initial_option.value;

    expect([opened().title.text, zone]).toEqual(['設定', 'Asia/Tokyo']);
  });

  test('opens in Slack’s three seconds, though Slack is slow to say who the person is', async () => {
    bench = await aBench({ appToken: null });
    const { promise: until, resolve } = Promise.withResolvers<void>();
    bench.slack.next('users.info', { kind: 'slow', until });
    const began = performance.now();
    await bench.send(aCommand('settings'));

    expect(performance.now() - began).toBeLessThan(1_500);
    expect(opened().title.text).toBe('Settings');
    resolve();
  });

  test('opens in Japanese words too, and on a press', async () => {
    bench = await aBench({
      appToken: null,
      lookup: { ...lookup, channel: async (id) => slackChannel({ id, language: 'ja' }) },
    });
    await bench.send(aCommand('設定'));
    await bench.send(aPress(encodeAction(action('settings'))));

    expect(bench.slack.views.map(({ view }) => view.title.text)).toEqual(['設定', '設定']);
  });

  test('where Slack does not open it, the person is answered with words', async () => {
    bench = await aBench({ appToken: null, lookup });
    bench.slack.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await bench.send(aCommand('settings'));
    bench.slack.next('views.open', { kind: 'dropped' });
    await bench.send(aPress(encodeAction(action('settings'))));

    expect(bench.received).toMatchObject([
      { kind: 'message', text: 'settings' },
      { kind: 'press', action: { verb: 'settings' } },
    ]);
  });

  test('saved, it comes as words of the grammar', async () => {
    bench = await aBench({ appToken: null, lookup });
    await bench.send(aCommand('settings'));
    const saved = submitted(opened(), {
      topics: { selected_options: [{ value: 'ai' }, { value: 'space' }] },
      time: { selected_time: '06:45' },
      zone: { selected_option: { value: 'Europe/Paris' } },
      days: { selected_options: [{ value: '1' }, { value: '5' }] },
      language: { selected_option: { value: 'ja' } },
      stories: { selected_option: { value: '9' } },
      layout: { selected_option: { value: 'compact' } },
    });
    const answer = await bench.send(saved);
    await bench.send(saved);

    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    expect(bench.received[0]).toMatchObject({
      kind: 'form',
      channel: 'slack:T1/C1',
      author: { id: 'U1' },
      values: {
        topics: 'ai, space',
        time: '06:45',
        zone: 'Europe/Paris',
        days: 'mon fri',
        language: 'ja',
        stories: '9',
        layout: 'compact',
      },
    });
    expect(bench.received[1]?.event).toBe(bench.received[0]?.event);
    await bench.send(submitted(opened(), { time: { selected_time: '06:50' } }));
    expect(bench.received[2]?.event).not.toBe(bench.received[0]?.event);
  });

  test('what no option can show is not lost by saving', async () => {
    const long = `"${'a very long keyword '.repeat(9)}"`;
    const following = async () => [
      { value: long, label: long },
      { value: 'ai', label: 'AI' },
    ];
    bench = await aBench({ appToken: null, lookup: { ...lookup, following } });
    await bench.send(aCommand('settings'));
    await bench.send(submitted(opened(), { topics: { selected_options: [{ value: 'ai' }] } }));

    expect(bench.received).toMatchObject([{ values: { topics: `ai, ${long}` } }]);
  });

  test('a channel that follows more than a form can carry keeps its topics', async () => {
    const following = async () =>
      Array.from({ length: 300 }, (_, n) => ({ value: `feed:${n}-${'x'.repeat(30)}`, label: `Feed ${n}` }));
    bench = await aBench({ appToken: null, lookup: { ...lookup, following } });
    await bench.send(aCommand('settings'));
    await bench.send(submitted(opened(), { time: { selected_time: '06:45' } }));

    expect(bench.received).toMatchObject([{ kind: 'form', values: { time: '06:45' } }]);
    expect(bench.received[0]).not.toHaveProperty('values.topics');
  });

  test('searches topics and zones while one types', async () => {
    bench = await aBench({ appToken: null, lookup });
    const ask = async (action_id: string, value: string) =>
      (
        await bench.send({
          type: 'block_suggestion',
          action_id,
          block_id: action_id,
          value,
          user: { id: 'U1' },
          team: { id: 'T1' },
          view: { id: 'V1', private_metadata: '{"channel":"slack:T1/C1","kept":[]}' },
        })
      ).json();

    expect(await ask('topics', 'spa')).toEqual({
      options: [{ text: { type: 'plain_text', text: 'Space (spa)', emoji: false }, value: 'space' }],
    });
    expect((await ask('zone', 'tokyo')).options).toMatchObject([{ value: 'Asia/Tokyo' }]);
  });

  test('a form with metadata of a stranger changes nothing', async () => {
    bench = await aBench({ appToken: null, lookup });
    await bench.send(
      submitted({ callback_id: 'settings', private_metadata: 'nonsense' }, { time: { selected_time: '06:45' } }),
    );

    expect(bench.received).toEqual([]);
  });
});

describe('asking', () => {
  const story = '0b8e1a52-7a53-4a55-8a55-5c7a5a0a5a5a' as StoryId;

  test('a press of Ask opens a form about the story; its question comes with the story and the thread', async () => {
    bench = await aBench({ appToken: null, lookup });
    await bench.send(aPress(encodeAction(action('ask', { story }))));
    await bench.send(submitted(opened(), { question: { value: ' How many homes? ' } }));

    expect(visibleText(opened().blocks)).toContain('Harbour city');
    expect(bench.received).toMatchObject([
      {
        kind: 'form',
        channel: 'slack:T1/C1',
        values: { question: 'How many homes?', story },
        parent: 'slack:T1/C1/1700000001.000100',
      },
    ]);
    await bench.send(submitted(opened(), { question: { value: 'How many homes?' } }));
    await bench.send(submitted(opened(), { question: { value: 'And who pays?' } }));
    const [first, same, other] = bench.received.map(({ event }) => event);
    expect([same === first, other === first]).toEqual([true, false]);
  });

  test('a pressed suggestion carries its words, since the thread does not show them', async () => {
    bench = await aBench({ appToken: null, lookup });
    const value = encodeAction(action('suggest', { story, value: '0' }));
    const text = { type: 'plain_text', text: 'How many homes?' };
    await bench.send(aPress('', { actions: [{ type: 'button', action_id: 'press:0', block_id: 'b', text, value }] }));

    expect(bench.received).toMatchObject([
      { kind: 'press', handle: { value: '{"url":null,"question":"How many homes?"}' } },
    ]);
  });

  test('of a story that is no longer kept the press itself arrives', async () => {
    bench = await aBench({ appToken: null });
    await bench.send(aPress(encodeAction(action('ask', { story }))));

    expect(bench.received).toMatchObject([{ kind: 'press', action: { verb: 'ask', story } }]);
  });

  test('the shortcut on a message asks about the page that it links to, in its thread', async () => {
    bench = await aBench({ appToken: null, lookup });
    await bench.send({
      type: 'message_action',
      callback_id: 'ask',
      trigger_id: 't',
      team: { id: 'T1' },
      user: { id: 'U1', name: 'ada' },
      channel: { id: 'C1', name: 'news' },
      message: {
        type: 'message',
        ts: '1700000003.000100',
        thread_ts: '1700000001.000100',
        text: 'see <https://news.example/tide?a=1&amp;b=2|this>',
      },
      message_ts: '1700000003.000100',
      response_url: `${bench.slack.origin}/hooks/1`,
    });
    await bench.send(submitted(opened(), { question: { value: 'Who pays?' } }));

    expect(bench.received).toMatchObject([
      {
        kind: 'message',
        address: 'mention',
        text: 'Who pays? https://news.example/tide?a=1&b=2',
        message: 'slack:T1/C1/1700000003.000100',
        parent: 'slack:T1/C1/1700000001.000100',
        handle: { value: JSON.stringify({ url: `${bench.slack.origin}/hooks/1`, question: 'Who pays?' }) },
      },
    ]);
  });
});

describe('App Home', () => {
  const home = (given: Json = {}) =>
    anEvent({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', event_ts: '1.0', ...given });

  test("shows this person's channels, with the way to their settings", async () => {
    const channels = [slackChannel({ zone: 'Asia/Tokyo' }), slackChannel({ id: 'slack:T1/D1' as ChannelId })];
    bench = await aBench({ appToken: null, lookup: { ...lookup, channelsOf: async () => channels } });
    await bench.send(home());
    const [{ view, user }] = bench.slack.views as [Json];

    expect(user).toBe('U1');
    expect(visibleText(view.blocks)).toContain('Artificial intelligence');
    const buttons = view.blocks
      .flatMap((block: Json) => block.elements ?? [])
      .filter((each: Json) => each.type === 'button');
    expect(buttons.map((button: Json) => button.action_id)).toEqual(['home:slack:T1/D1', 'home:slack:T1/C1']);
    await bench.send(
      aPress('', {
        channel: undefined,
        container: { type: 'view' },
        actions: [{ type: 'button', action_id: 'home:slack:T1/D1', block_id: 'b', action_ts: '1.0' }],
      }),
    );
    expect(JSON.parse(opened().private_metadata)).toMatchObject({ channel: 'slack:T1/D1' });
  });

  test('in Japanese its lists and zones are written as Japanese has them', async () => {
    const channels = [slackChannel({ language: 'ja', days: [1, 3, 5], zone: 'Etc/GMT-9' })];
    bench = await aBench({ appToken: null, lookup: { ...lookup, channelsOf: async () => channels } });
    await bench.send(home());

    expect(visibleText(bench.slack.views[0]?.view.blocks)).toMatch(
      /08:00（UTC\+9）.*月、水、金|月、水、金.*08:00（UTC\+9）/,
    );
  });

  test('says which channels are stopped, and why', async () => {
    const channels = [slackChannel({ state: 'closed', closedReason: 'archived' })];
    bench = await aBench({ appToken: null, lookup: { ...lookup, channelsOf: async () => channels } });
    await bench.send(home());

    expect(visibleText(bench.slack.views[0]?.view.blocks)).toContain('Stopped: archived');
  });

  test('speaks the language of a person whom nobody has met', async () => {
    bench = await aBench({ appToken: null });
    await bench.send(home());

    expect(visibleText(bench.slack.views[0]?.view.blocks)).toContain('ニュース');
  });

  test('the first look into the chat is a welcome, the second is not', async () => {
    let known = false;
    bench = await aBench({
      appToken: null,
      lookup: { ...lookup, channel: async (id) => (known ? slackChannel({ id }) : null) },
    });
    await bench.send(home({ tab: 'messages' }));
    known = true;
    await bench.send(home({ tab: 'messages' }));

    expect(bench.received).toMatchObject([
      { kind: 'joined', channel: 'slack:T1/D1', direct: true, author: { id: 'U1' } },
    ]);
  });
});
