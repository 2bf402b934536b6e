/** Quick replies: the way through the set-up without typing, and buttons as LINE shows them. */
import type { messagingApi } from '@line/bot-sdk';
import { action, encodeAction } from '../../src/action.ts';
import type { Button } from '../../src/content.ts';
import { type Language, languages } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { wordsFor } from '../../src/words/words.ts';
import { limits, open, postback } from './flex.ts';
import { webAddress } from './text.ts';
import { lineWords } from './words.ts';

type QuickReply = messagingApi.QuickReplyItem;

/** The longest label that a quick reply shows whole. */
const maxLabel = 20;

/** What one may want next, once something is set. */
export function guideReplies(language: Language): QuickReply[] {
  const words = lineWords(language);
  return [
    command(words.topics, 'topics'),
    timePicker(language),
    command(words.settings, 'settings'),
    command(words.today, 'digest'),
  ];
}

function command(label: string, value: string): QuickReply {
  return reply(postback(label, action('do', { value }), label));
}

/** The hour as LINE's own clock. It comes back as `time 07:30`. */
function timePicker(language: Language): QuickReply {
  const data = encodeAction(action('do', { value: 'time' }));
  return reply({
    type: 'datetimepicker',
    label: line(lineWords(language).pickTime, maxLabel),
    data,
    mode: 'time',
    initial: '08:00',
  });
}

function reply(action: messagingApi.Action): QuickReply {
  return { type: 'action', action };
}

/** @returns the buttons as quick replies, and those that are too long or too many for that. */
export function quickReplies(buttons: Button[], language: Language): { items: QuickReply[]; rest: Button[] } {
  const { picks, plain } = settle(buttons, language);
  const short = plain.filter(isShort).slice(0, limits.quickReplies - picks.length);
  return { items: [...short.flatMap(item), ...picks], rest: plain.filter((button) => !short.includes(button)) };
}

/** A topic's name is known by its beginning; a question or a headline is to be read whole. */
function isShort({ label, press }: Button): boolean {
  const isCommand = 'verb' in press && press.verb === 'do' && !press.value?.startsWith('ask ');
  return label.length <= maxLabel || isCommand;
}

/** LINE has a clock and no forms: hours become the clock, and where settings are shown, languages are to be chosen. */
function settle(buttons: Button[], language: Language): { picks: QuickReply[]; plain: Button[] } {
  const plain = buttons.filter((button) => !isHour(button) && !isForm(button));
  const others = languages.filter((each) => each !== language);
  return {
    plain,
    picks: [
      ...(buttons.some(isHour) ? [timePicker(language)] : []),
      ...(buttons.some(isForm) ? others.map((each) => command(wordsFor(each).name, `language ${each}`)) : []),
    ],
  };
}

function isHour({ press }: Button): boolean {
  return 'verb' in press && press.verb === 'do' && /^time \d/.test(press.value ?? '');
}

function isForm({ press }: Button): boolean {
  return 'verb' in press && press.verb === 'settings';
}

function item({ label, press }: Button): QuickReply[] {
  if ('verb' in press) return [reply(postback(label, press, label))];
  const address = webAddress(press.url);
  return address === null ? [] : [reply(open(label, address))];
}
