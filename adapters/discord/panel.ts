/** The settings as a panel of menus that only the asker sees; what is chosen is saved at once. */
import { type APIModalInteractionResponseCallbackData, ButtonStyle, ComponentType, TextInputStyle } from 'discord.js';
import type { Lookup } from '../../src/adapter.ts';
import { type Channel, type ChannelId, type Language, languages, type Weekday } from '../../src/model.ts';
import { dayNames } from '../../src/words/time.ts';
import { languageName, wordsFor } from '../../src/words/words.ts';
import { type DiscordMessage, limits, message, row, select, text } from './components.ts';
import { escapeMarkdown } from './text.ts';
import { discordWords } from './words.ts';

/** Custom ids of the panel: `set:days` is a menu, `set:clock` opens the form of hour and zone. */
const prefix = 'set:';
export const clockId = `${prefix}clock`;

type Shape = Pick<Channel, 'language' | 'time' | 'zone' | 'days' | 'stories' | 'layout'>;

/** What is shown where nothing is known of a channel yet. */
const defaults: Shape = {
  language: 'en',
  time: '08:00',
  zone: 'UTC',
  days: [1, 2, 3, 4, 5, 6, 7],
  stories: 7,
  layout: 'compact',
};

/** @param said what the last change came to, markdown; '' at first. */
export async function panelMessage(id: ChannelId, said: string, lookup: Lookup): Promise<DiscordMessage> {
  const channel = (await lookup.channel(id)) ?? defaults;
  const [following, topics] = await Promise.all([lookup.following(id), lookup.follow('', channel.language)]);
  const words = discordWords(channel.language).form;
  const title = said === '' ? `### ${words.title}` : said;
  return message([
    text(`${title}\n**${escapeMarkdown(`${channel.time} · ${channel.zone}`)}**\n-# ${words.more}`),
    ...topicMenu(following, topics, words.topics),
    select(`${prefix}days`, words.days, dayOptions(channel), { max_values: 7 }),
    select(`${prefix}stories`, words.stories, storyOptions(channel)),
    select(`${prefix}layout`, words.layout, layoutOptions(channel)),
    select(`${prefix}language`, words.language, languageOptions(channel)),
    row({ type: ComponentType.Button, style: ButtonStyle.Primary, label: words.clock, custom_id: clockId }),
  ]);
}

interface Option {
  value: string;
  label: string;
}

/** All that is followed, then what else there is: what is left unchosen is let go. Left out where a menu has no room. */
function topicMenu(following: Option[], topics: Option[], placeholder: string) {
  const others = topics.filter(({ value }) => !following.some((each) => each.value === value));
  const options = [...following.map((each) => ({ ...each, default: true })), ...others].slice(0, limits.options);
  if (
    options.length === 0 ||
    following.length > limits.options ||
    options.some(({ value }) => value.length > limits.option)
  )
    return [];
  return [select(`${prefix}topics`, placeholder, options, { min_values: 0, max_values: options.length })];
}

function dayOptions({ days, language }: Shape) {
  const all: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  const english = dayNames(all, 'en');
  const names = dayNames(all, language);
  return all.map((day, index) => ({
    value: english[index]!.toLowerCase(),
    label: names[index]!,
    default: days.includes(day),
  }));
}

function storyOptions({ stories, language }: Shape) {
  const label = discordWords(language).form.storiesOption;
  return Array.from({ length: 12 }, (_, index) => index + 1).map((count) => ({
    value: String(count),
    label: label(count),
    default: count === stories,
  }));
}

function layoutOptions({ layout, language }: Shape) {
  const words = discordWords(language).form;
  return (['compact', 'cards'] as const).map((value) => ({ value, label: words[value], default: value === layout }));
}

function languageOptions({ language }: Shape) {
  return languages.map((each) => ({ value: each, label: languageName(each, each), default: each === language }));
}

/** @returns the form's field and what was chosen; null where it is no menu of the panel. */
export function readPanel(id: string, chosen: string[]): Record<string, string> | null {
  const field = /^set:(topics|days|stories|layout|language)$/.exec(id)?.[1];
  return field === undefined ? null : { [field]: chosen.join(field === 'days' ? ' ' : ', ') };
}

export async function clockForm(id: ChannelId, lookup: Lookup): Promise<APIModalInteractionResponseCallbackData> {
  const { time, zone, language } = (await lookup.channel(id)) ?? defaults;
  const words = discordWords(language).form;
  return {
    custom_id: clockId,
    title: words.clock,
    components: [input('time', words.time, time, 20), input('zone', words.zone, zone, 60)],
  };
}

/** One line to type in, under its label. */
function input(id: string, label: string, value: string, max: number) {
  return {
    type: ComponentType.Label as const,
    label: label.slice(0, 45),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: id,
      style: TextInputStyle.Short,
      value: value.slice(0, max),
      max_length: max,
    },
  };
}

/** Said where the panel itself cannot be drawn. */
export function notDrawn(language: Language): string {
  return wordsFor(language).mistakes.went;
}
