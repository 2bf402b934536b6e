/**
 * When Tidings speaks: one rule for all platforms. It does not butt in. Whoever addresses it is answered; in a thread
 * of its own it takes the follow-ups of the person that it has just answered, and is silent when people talk to
 * each other.
 */
import type { Address } from '../adapter.ts';
import { type Company, readMessage } from './speak-message.ts';

/** A message, and what is known of the talk that it stands in. */
export interface Overheard {
  /** Without our mention. */
  text: string;
  address: Address;
  /** One-to-one with us. */
  direct: boolean;
  /** The channel wants mentions only. */
  quiet: boolean;
  /** The thread's root, or the message that is quoted, is ours. */
  ours: boolean;
  /** Recent messages that we know of in this thread, oldest first, ours included, without this one. */
  thread: ThreadMessage[];
  /** The platform's id of the person; '' where it tells none. */
  author: string;
  at: Date;
  /** The channel's. The script of the text counts more. BCP 47. */
  language: string;
}

export interface ThreadMessage {
  author: string;
  ours: boolean;
  text: string;
  at: Date;
}

/** `why` is for logs and for whoever asks why it was silent; it holds no words of the message. */
export interface Decision {
  speak: boolean;
  why: string;
}

/** A follow-up comes within a day of the answer; later the talk is another one. */
const followUpWithinMs = 24 * 3_600_000;

export function shouldSpeak(message: Overheard): Decision {
  const { address, direct, quiet } = message;
  if (address === 'command') return speak('a command');
  if (address === 'mention') return speak('names us');
  if (message.text.trim() === '') return silent('no content that we can read');
  if (direct || address === 'direct') return speak('one-to-one');
  if (address === 'others') return silent('speaks to somebody else');
  if (quiet) return silent('the channel is quiet');
  if (address === 'reply') return speak('replies to us');
  return followsUp(message);
}

function followsUp(message: Overheard): Decision {
  if (!message.ours) return silent('not a thread of ours');
  if (message.author === '') return silent('nobody knows who wrote it');
  const answered = lastAnswer(message.thread);
  if (answered?.person !== message.author) return silent('not the person that we have just answered');
  if (message.at.getTime() - answered.at.getTime() > followUpWithinMs) return silent('long after the answer');
  return readMessage(message.text, message.language, companyOf(message, answered.index));
}

/** Whom our newest message answered: the last to ask before it, or else the last to write. */
function lastAnswer(thread: ThreadMessage[]): { person: string; at: Date; index: number } | null {
  const index = thread.findLastIndex(({ ours }) => ours);
  const asking = thread.slice(0, index).findLastIndex(({ ours }) => !ours);
  if (asking === -1) return null;
  const start = thread.slice(0, asking).findLastIndex(({ ours }) => ours) + 1;
  const writers = thread.slice(start, asking + 1);
  const asker = writers.findLast(({ text }) => readMessage(text, 'en', alone).speak) ?? writers.at(-1)!;
  return { person: asker.author, at: thread[index]!.at, index };
}

const alone: Company = { authors: [], said: [], answer: '' };

function companyOf({ thread, author }: Overheard, answerIndex: number): Company {
  return {
    authors: thread.flatMap((line) => (line.ours || line.author === author ? [] : [line.author])),
    said: thread.slice(answerIndex + 1).flatMap((line) => (line.author === author ? [] : [line.text])),
    answer: thread.flatMap((line) => (line.ours ? [line.text] : [])).join('\n'),
  };
}

const speak = (why: string): Decision => ({ speak: true, why });
const silent = (why: string): Decision => ({ speak: false, why });
