import { describe, expect, test } from 'vitest';
import { type MessageEvent, readPress, readWritten } from '../../../adapters/slack/receive.ts';
import { readMrkdwn } from '../../../adapters/slack/text.ts';
import { action, encodeAction } from '../../../src/action.ts';
import type { StoryId } from '../../../src/model.ts';
import { botUser } from './counterpart.ts';
import { aMessage, aPress } from './support.ts';

const us = { team: 'T1', user: botUser, bot: 'B1' };
const read = (given: Partial<MessageEvent>) => readWritten(aMessage(given), us);
const thread = { thread_ts: '1700000000.000100' };

describe('to whom a message speaks', () => {
  test.for<[string, Partial<MessageEvent>, string]>([
    ['a one-to-one chat', { channel: 'D1', text: 'hello' }, 'direct'],
    ['our name', { text: `<@${botUser}> hello` }, 'mention'],
    ['our name among others', { ...thread, text: `<@U2> ask <@${botUser}>` }, 'mention'],
    ['somebody else, in a thread', { ...thread, text: '<@U2> look' }, 'others'],
    ['a question in a thread of ours', { ...thread, parent_user_id: botUser, text: 'how many homes?' }, 'reply'],
    ['日本語の質問', { ...thread, parent_user_id: botUser, text: '何世帯ですか？' }, 'reply'],
    ['a remark in a thread of ours', { ...thread, parent_user_id: botUser, text: 'lol, nice one' }, 'none'],
    [
      'people, in a thread of ours',
      { ...thread, parent_user_id: botUser, text: 'thanks Anna, see you at lunch' },
      'none',
    ],
    ["nobody, in somebody's thread", { ...thread, parent_user_id: 'U2', text: 'why?' }, 'none'],
    ['somebody else, in a thread of ours', { ...thread, parent_user_id: botUser, text: '<@U2|bo> why?' }, 'others'],
  ])('%s', ([, given, address]) => {
    expect(read(given)).toMatchObject({ kind: 'message', address });
  });
});

test.for<[string, Partial<MessageEvent>]>([
  ['channel talk that is not for us', { text: 'lunch?' }],
  ['channel talk to somebody else', { text: '<@U2> lunch?' }],
  ['another bot', { bot_id: 'B2' }],
  ['ourselves', { user: botUser }],
  ['an edit', { subtype: 'message_changed' }],
  ['a workflow', { subtype: 'bot_message' }],
  ['a join', { subtype: 'channel_join' }],
  ['nobody', { user: undefined }],
])('%s is left alone', ([, given]) => {
  expect(read(given)).toBeNull();
});

test('a reply names the root of its thread, a root none', () => {
  expect(read({ ...thread })).toMatchObject({ parent: 'slack:T1/C1/1700000000.000100' });
  expect(read({ ts: '1700000000.000100', thread_ts: '1700000000.000100' })).toMatchObject({ parent: null });
});

test('a file comes with the message that brings it', () => {
  const files = [{ name: 'feeds.opml', url_private_download: 'https://files.slack.com/feeds.opml' }];
  expect(read({ channel: 'D1', subtype: 'file_share', text: 'import', files })).toMatchObject({
    text: 'import',
    files: [{ name: 'feeds.opml', ref: 'https://files.slack.com/feeds.opml' }],
  });
});

test('a message taken back is told', () => {
  expect(read({ subtype: 'message_deleted', deleted_ts: '1700000000.000100' })).toMatchObject({
    kind: 'unsent',
    message: 'slack:T1/C1/1700000000.000100',
  });
});

test('a question taken back when its answer stands under it is told, and an edit is not', () => {
  const changed = (message: object) => read({ subtype: 'message_changed', ts: '1700000009.000100', message });
  expect(changed({ subtype: 'tombstone', ts: '1700000000.000100', text: 'This message was deleted.' })).toMatchObject({
    kind: 'unsent',
    message: 'slack:T1/C1/1700000000.000100',
  });
  expect(changed({ ts: '1700000000.000100', text: 'Another wording' })).toBeNull();
});

test.for<[string, string]>([
  ['<https://example.org/a?b=1&amp;c=2|example.org>', 'https://example.org/a?b=1&c=2'],
  ['subscribe <https://example.org/feed>', 'subscribe https://example.org/feed'],
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['<#C2|random> <@U2> <@U3|bo> <!here> <!subteam^S1|@desk>', '#random @U2 @bo @here @desk'],
  ['<mailto:a@example.org|a@example.org>', 'a@example.org'],
])('%s reads as typed', ([slack, typed]) => {
  expect(readMrkdwn(slack)).toBe(typed);
});

test('a press in a thread names the message and the root', () => {
  const pressed = action('points', { story: '0b8e1a52-7a53-4a55-8a55-5c7a5a0a5a5a' as StoryId });
  const container = { message_ts: '1700000002.000100', thread_ts: '1700000001.000100' };
  expect(readPress(aPress(encodeAction(pressed), { container }), us, new Date())).toMatchObject({
    action: pressed,
    message: 'slack:T1/C1/1700000002.000100',
    parent: 'slack:T1/C1/1700000001.000100',
  });
});

test('a press in a whisper has nothing to hang an answer from', () => {
  const container = { message_ts: '1700000002.000100', is_ephemeral: true };
  expect(readPress(aPress('points:::', { container }), us, new Date())).toMatchObject({ message: null, parent: null });
});

test('a choice from an overflow menu is a press', () => {
  const actions = [{ action_id: 'press:more', selected_option: { value: 'less:::' } }];
  expect(readPress(aPress('', { actions }), us, new Date())).toMatchObject({ action: { verb: 'less' } });
});

test.for([[''], ['https://example.org'], ['drop table'], ['points']])('a press of "%s" is none of ours', ([value]) => {
  expect(readPress(aPress(value!), us, new Date())).toBeNull();
});
