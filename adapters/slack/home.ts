/** App Home: what Tidings is, this person's channels, and the way to their settings. */
import type { types } from '@slack/bolt';
import type { Channel, ChannelId, Language } from '../../src/model.ts';
import { dayList } from '../../src/talk/show.ts';
import { line } from '../../src/text/clean.ts';
import { wordsFor } from '../../src/words/words.ts';
import { zoneName } from '../../src/zone.ts';
import { actions, type Block, context, divider, header, plainText, richText, run, section } from './blocks.ts';
import { isDirect, readChannel } from './ids.ts';
import { slackWords } from './words.ts';

/** Ids of Home's buttons: `home:` and the channel whose settings they open. */
export const homePrefix = 'home:';

export interface HomeChannel {
  channel: Channel;
  following: { label: string }[];
}

/** Three blocks a channel: Slack takes a hundred. */
const maxChannels = 25;

/** @param own the one-to-one chat with this person; null where Slack did not tell it. */
export function homeView(channels: HomeChannel[], own: ChannelId | null, language: Language): types.HomeView {
  const words = slackWords(language).home;
  const shared = channels.filter(({ channel }) => !isDirect(readChannel(channel.id).channel)).slice(0, maxChannels);
  const mine = channels.find(({ channel }) => channel.id === own);
  return {
    type: 'home',
    blocks: [
      header(words.title),
      richText(section(run(words.intro))),
      divider,
      ...(own === null ? [] : ownBlocks(own, mine, language)),
      header(words.channels),
      ...(shared.length === 0 ? [context(words.none)] : shared.flatMap((each) => channelBlocks(each, language))),
      divider,
      context(words.commands),
    ],
  };
}

function ownBlocks(own: ChannelId, mine: HomeChannel | undefined, language: Language): Block[] {
  const words = slackWords(language).home;
  const state = mine === undefined ? [] : [context(describe(mine, language))];
  return [
    richText(section(run(words.own, { bold: true }))),
    ...state,
    settingsButton(own, mine === undefined ? words.begin : words.settings, mine === undefined),
    divider,
  ];
}

function channelBlocks(each: HomeChannel, language: Language): Block[] {
  const { channel } = readChannel(each.channel.id);
  return [
    richText(section([{ type: 'channel', channel_id: channel }])),
    context(describe(each, language)),
    settingsButton(each.channel.id, slackWords(language).home.settings, false),
  ];
}

function describe({ channel, following }: HomeChannel, language: Language): string {
  const words = slackWords(language).home;
  const { list } = wordsFor(language);
  const labels = following.slice(0, 8).map(({ label }) => line(label, 60));
  const more = following.length > 8 ? [list.andMore(following.length - 8)] : [];
  const follows = labels.length === 0 ? words.nothing : words.follows([...labels, ...more]);
  return [
    ...stopped(channel, language),
    follows,
    list.schedule(channel.time, zoneName(channel.zone), dayList({ ...channel, language }, wordsFor(language))),
  ].join(' · ');
}

function stopped({ state, closedReason }: Channel, language: Language): string[] {
  const { list } = wordsFor(language);
  if (state === 'paused') return [list.paused];
  return state === 'closed' ? [list.closed(closedReason ?? '')] : [];
}

function settingsButton(id: ChannelId, label: string, primary: boolean): Block {
  return actions([
    {
      type: 'button',
      text: plainText(label, 75),
      action_id: `${homePrefix}${id}`,
      ...(primary && { style: 'primary' }),
    },
  ]);
}
