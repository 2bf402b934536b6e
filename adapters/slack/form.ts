/** The settings form: a channel's settings as a modal, and what was filled in as the grammar's own words. */
import type { types } from '@slack/bolt';
import type { Lookup } from '../../src/adapter.ts';
import { type Channel, type ChannelId, type Language, languages, layouts } from '../../src/model.ts';
import { dayNames } from '../../src/words/time.ts';
import { zonesLike } from '../../src/zone.ts';
import { plainText } from './blocks.ts';
import { slackWords } from './words.ts';

export const settingsCallback = 'settings';

type Following = { value: string; label: string };

/** Slack takes options whose value has at most 150 characters, and a hundred of them. */
const maxOptionValue = 150;
const maxOptions = 100;
const maxMetadata = 3_000;

/** Travels with the form. `kept`: what the channel follows that no option can show; saving must not lose it. */
interface Metadata {
  channel: ChannelId;
  kept: string[];
}

/** What a channel has before anybody has said anything. */
export type Shown = Pick<Channel, 'language' | 'zone' | 'time' | 'days' | 'stories' | 'layout'>;

export const defaults: Shown = {
  language: 'en',
  zone: 'UTC',
  time: '08:00',
  days: [1, 2, 3, 4, 5, 6, 7],
  stories: 7,
  layout: 'compact',
};

export function settingsView(id: ChannelId, channel: Shown, following: Following[]): types.ModalView {
  const words = slackWords(channel.language).form;
  const shown = following.filter(canBeOption).slice(0, maxOptions);
  const metadata: Metadata = {
    channel: id,
    kept: following.filter((each) => !shown.includes(each)).map(({ value }) => value),
  };
  const text = JSON.stringify(metadata);
  // Where the rest does not fit either, the form leaves the topics alone.
  const topics = text.length <= maxMetadata ? [topicsInput(words, shown)] : [];
  return {
    type: 'modal',
    callback_id: settingsCallback,
    private_metadata: text.length <= maxMetadata ? text : JSON.stringify({ channel: id, kept: [] }),
    title: plainText(words.title, 24),
    submit: plainText(words.save, 24),
    close: plainText(words.close, 24),
    blocks: [...topics, ...scheduleInputs(channel), ...shapeInputs(channel)],
  };
}

function canBeOption({ value }: Following): boolean {
  return value !== '' && value.length <= maxOptionValue;
}

type FormWords = ReturnType<typeof slackWords>['form'];

function topicsInput(words: FormWords, following: Following[]): types.InputBlock {
  const initial = following.map(({ value, label }) => option(label, value));
  return {
    ...input('topics', words.topics, {
      type: 'multi_external_select',
      action_id: 'topics',
      min_query_length: 0,
      ...(initial.length > 0 && { initial_options: initial }),
    }),
    hint: plainText(words.topicsHint, 2_000),
    optional: true,
  };
}

function scheduleInputs(channel: Shown): types.InputBlock[] {
  const words = slackWords(channel.language).form;
  const names = dayNames([1, 2, 3, 4, 5, 6, 7], channel.language);
  const days = names.map((name, index) => option(name, String(index + 1)));
  return [
    input('time', words.time, { type: 'timepicker', action_id: 'time', initial_time: channel.time }),
    input('zone', words.zone, {
      type: 'external_select',
      action_id: 'zone',
      min_query_length: 2,
      initial_option: option(channel.zone, channel.zone),
    }),
    input('days', words.days, {
      type: 'checkboxes',
      action_id: 'days',
      options: days,
      initial_options: days.filter(({ value }) => channel.days.some((day) => String(day) === value)),
    }),
  ];
}

function shapeInputs(channel: Shown): types.InputBlock[] {
  const words = slackWords(channel.language).form;
  const counts = Array.from({ length: 12 }, (_, index) => option(String(index + 1), String(index + 1)));
  const names = languages.map((language) => option(ownName(language), language));
  const shapes = layouts.map((layout) => option(words[layout], layout));
  return [
    select('language', words.language, names, channel.language),
    select('stories', words.stories, counts, String(channel.stories)),
    input('layout', words.layout, {
      type: 'radio_buttons',
      action_id: 'layout',
      options: shapes,
      initial_option: shapes.find(({ value }) => value === channel.layout) ?? shapes[0]!,
    }),
  ];
}

/** English, 日本語, 繁體中文: each as its speakers look for it. */
function ownName(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

function select(id: string, label: string, options: types.PlainTextOption[], value: string): types.InputBlock {
  const initial = options.find((each) => each.value === value);
  return input(id, label, {
    type: 'static_select',
    action_id: id,
    options,
    ...(initial && { initial_option: initial }),
  });
}

function input(id: string, label: string, element: types.InputBlock['element']): types.InputBlock {
  return { type: 'input', block_id: id, label: plainText(label, 2_000), element };
}

function option(label: string, value: string): types.PlainTextOption {
  return { text: plainText(label, 75), value };
}

/** What a form's search box offers: zones by name, topics and sources by words. */
export async function suggestOptions(
  field: string,
  words: string,
  language: Language,
  lookup: Lookup,
): Promise<types.PlainTextOption[]> {
  if (field === 'zone') return zonesLike(words, maxOptions).map((zone) => option(zone, zone));
  const found = await lookup.follow(words, language);
  return found.filter(canBeOption).map(({ value, label }) => option(label, value));
}

/** A submitted form's state, as Slack sends it. */
export interface ViewState {
  values: Record<
    string,
    Record<
      string,
      {
        value?: string | null;
        selected_option?: { value: string } | null;
        selected_options?: { value: string }[];
        selected_time?: string | null;
      }
    >
  >;
}

const englishDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** @returns the channel, and its settings in the words of the grammar; null for metadata that is not ours. */
export function readSettings(
  metadata: string,
  state: ViewState,
): { channel: ChannelId; values: Record<string, string> } | null {
  const about = readMetadata(metadata);
  if (about === null) return null;
  const field = (id: string) => state.values[id]?.[id];
  const chosen = (id: string) => field(id)?.selected_option?.value;
  const days = (field('days')?.selected_options ?? [])
    .map(({ value }) => englishDays[Number(value) - 1] ?? '')
    .join(' ');
  const topics = field('topics')?.selected_options?.map(({ value }) => value);
  const given = {
    topics: topics === undefined ? undefined : [...topics, ...about.kept].join(', '),
    time: field('time')?.selected_time,
    zone: chosen('zone'),
    days: days || undefined,
    language: chosen('language'),
    stories: chosen('stories'),
    layout: chosen('layout'),
  };
  const values = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { channel: about.channel, values: Object.fromEntries(values) };
}

function readMetadata(text: string): Metadata | null {
  try {
    const { channel, kept } = JSON.parse(text) as Partial<Metadata>;
    return typeof channel === 'string' && Array.isArray(kept) ? { channel, kept } : null;
  } catch {
    return null;
  }
}
