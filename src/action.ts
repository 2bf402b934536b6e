/**
 * What a pressed button says: `verb:story:delivery:value`, at most 100 bytes (Discord's custom_id), UUIDs as 22
 * characters of base64url. An adapter may put its own marks behind it where the platform has room.
 */
import type { DeliveryId, StoryId } from './model.ts';

export const verbs = [
  /** The brief of a story, in the thread. */
  'points',
  /** Asks what the person wants to know of a story; on a platform of quotes it makes the story the talk's. */
  'ask',
  /** More, less like this story; `undo` takes rule `value` back. */
  'more',
  'less',
  'undo',
  /** A suggested question: `value` is its index in the story's brief. */
  'suggest',
  /** The story that a question was about, when two fitted: `value` is the id of the waiting question. */
  'pick',
  /** Was the answer right? `delivery`: the reply that it stands in; `value`: yes, no. */
  'rate',
  /** `value` is a command of the grammar, as typed: `subscribe ai`, `time 07:30`, `forget yes`. */
  'do',
  /** Opens the settings form, where the platform has forms. */
  'settings',
] as const;
export type Verb = (typeof verbs)[number];

export interface Action {
  verb: Verb;
  story: StoryId | null;
  delivery: DeliveryId | null;
  value: string | null;
}

export const maxActionBytes = 100;

export function action(verb: Verb, rest: Partial<Omit<Action, 'verb'>> = {}): Action {
  return { verb, story: null, delivery: null, value: null, ...rest };
}

/** @throws RangeError over 100 bytes: the value is ours, so it is a bug. */
export function encodeAction({ verb, story, delivery, value }: Action): string {
  const text = [verb, shortId(story), shortId(delivery), value ?? ''].join(':');
  if (Buffer.byteLength(text) > maxActionBytes) throw new RangeError(`action over ${maxActionBytes} bytes: ${verb}`);
  return text;
}

/** @returns null for anything that `encodeAction` did not make. */
export function decodeAction(text: string): Action | null {
  const match = /^([a-z]+):([\w-]{22})?:([\w-]{22})?:(.*)$/su.exec(text);
  const verb = verbs.find((known) => known === match?.[1]);
  if (match === null || verb === undefined) return null;
  return { verb, story: longId<StoryId>(match[2]), delivery: longId<DeliveryId>(match[3]), value: match[4] || null };
}

/** A UUID in 22 characters of base64url; null is ''. */
export function shortId(uuid: string | null): string {
  return uuid === null ? '' : Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The UUID that `shortId` made short. */
export function longId<T extends string>(short: string | undefined): T | null {
  if (!short) return null;
  const hex = Buffer.from(short, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as T;
}
