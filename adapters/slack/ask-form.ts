/** The question form: behind *Ask* under a story, and behind the shortcut "Ask Tidings" on any message. */
import type { types } from '@slack/bolt';
import { addressIn } from '../../src/command.ts';
import type { Language, StoryId } from '../../src/model.ts';
import { context, plainText } from './blocks.ts';
import type { ViewState } from './form.ts';
import { readMrkdwn } from './text.ts';
import { slackWords } from './words.ts';

export const askCallback = 'ask';

/** What the question is about: a story of ours, or the page that a message links to. */
export interface Asked {
  channel: string;
  /** The message that it is asked under. */
  message: string;
  /** Root of the thread. */
  thread: string;
  story: StoryId | null;
  url: string | null;
  /** Where to answer if we are no member of the channel. */
  responseUrl: string | null;
}

/** @param about a line that says what the question is about: a headline, foreign text. */
export function askView(asked: Asked, about: string, language: Language): types.ModalView {
  const words = slackWords(language).ask;
  return {
    type: 'modal',
    callback_id: askCallback,
    private_metadata: JSON.stringify(asked),
    title: plainText(words.title, 24),
    submit: plainText(words.send, 24),
    close: plainText(words.close, 24),
    blocks: [
      context(about),
      {
        type: 'input',
        block_id: 'question',
        label: plainText(words.question, 2_000),
        element: {
          type: 'plain_text_input',
          action_id: 'question',
          multiline: true,
          max_length: 1_000,
          focus_on_load: true,
          placeholder: plainText(words.placeholder, 150),
        },
      },
    ],
  };
}

/** @returns null where there is no question, or the form is not ours. */
export function readAsked(metadata: string, state: ViewState): { asked: Asked; question: string } | null {
  const question = state.values.question?.question?.value?.trim();
  if (!question) return null;
  try {
    const asked = JSON.parse(metadata) as Asked;
    return typeof asked.channel === 'string' && typeof asked.message === 'string' ? { asked, question } : null;
  } catch {
    return null;
  }
}

/** A message that the shortcut was used on. */
export interface Shortcut {
  channel: { id: string };
  message: { ts: string; thread_ts?: string; text?: string };
  trigger_id: string;
  response_url?: string;
  user: { id: string };
}

export function askedOf({ channel, message, response_url }: Shortcut): Asked {
  const url = addressIn(readMrkdwn(message.text ?? ''));
  const thread = message.thread_ts ?? message.ts;
  // A form carries 3,000 characters; an address that long is left to the person to paste.
  const short = url !== null && url.length <= 2_000 ? url : null;
  return {
    channel: channel.id,
    message: message.ts,
    thread,
    story: null,
    url: short,
    responseUrl: response_url ?? null,
  };
}
