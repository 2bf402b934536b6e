/** The live articles and their stories: who is in which, until a story has had no article for so long that it ends. */
import type { Fingerprint } from './fingerprint.ts';
import { createWindow, type Window } from './window.ts';

export interface Member {
  item: string;
  slot: number;
  print: Fingerprint;
  story: string;
  origin: string;
  at: number;
  /** What another item must share to be the same article. */
  keys: string[];
}

export interface LiveStory {
  id: string;
  members: Member[];
  firstAt: number;
  lastAt: number;
  /** When it last had news; at first, when it began. */
  newsAt: number;
}

export interface Live {
  readonly window: Window;
  readonly stories: ReadonlyMap<string, LiveStory>;
  readonly members: ReadonlyMap<string, Member>;
  /** An article of the same address or text, where one is live. */
  twinOf(member: Member): Member | undefined;
  /** @returns at most `most`, the likeliest first */
  near(member: Member, most: number): Member[];
  /** Could it be of this story, by its time? */
  inReach(member: Member, story: string): boolean;
  /** A new member comes into a story, or begins it. */
  enter(member: Member, story: string, origin: string, news?: boolean): void;
  move(member: Member, story: string): void;
  /** The younger story goes into the older. @returns which stayed and who moved */
  merge(a: LiveStory, b: LiveStory): { stays: string; goes: string; moved: Member[] };
  /** Part of a story goes on as another. */
  split(story: string, stays: Member[], goes: Member[], into: string): void;
  /** Time goes on to the newest article's; what is over ends. */
  tick(at: number): void;
}

const hour = 3_600_000;

export function createLive(spanMs: number): Live {
  const window = createWindow();
  const stories = new Map<string, LiveStory>();
  const members = new Map<string, Member>();
  const bySlot: Member[] = [];
  const byKey = new Map<string, Member>();
  let clock = 0;
  let swept = 0;

  function enter(member: Member, story: string, origin: string, news = false): void {
    member.slot = window.add(member.print);
    member.origin = origin;
    bySlot[member.slot] = member;
    members.set(member.item, member);
    for (const key of member.keys) byKey.set(key, member);
    attach(member, story, news);
  }

  function attach(member: Member, id: string, news = false): void {
    member.story = id;
    const story = stories.get(id);
    if (story === undefined) {
      const { at } = member;
      stories.set(id, { id, members: [member], firstAt: at, lastAt: at, newsAt: at });
      return;
    }
    story.members.push(member);
    story.firstAt = Math.min(story.firstAt, member.at);
    story.lastAt = Math.max(story.lastAt, member.at);
    if (news) story.newsAt = member.at;
  }

  function detach(member: Member): void {
    const story = stories.get(member.story)!;
    story.members.splice(story.members.indexOf(member), 1);
    if (story.members.length === 0) stories.delete(story.id);
  }

  function rebuild(id: string, group: Member[]): void {
    stories.delete(id);
    for (const member of group) attach(member, id);
  }

  function end(story: LiveStory): void {
    stories.delete(story.id);
    for (const member of story.members) {
      window.remove(member.slot);
      members.delete(member.item);
      for (const key of member.keys) if (byKey.get(key) === member) byKey.delete(key);
    }
  }

  return {
    window,
    stories,
    members,
    twinOf: ({ keys }) => keys.map((key) => byKey.get(key)).find((other) => other !== undefined),
    near: ({ print }, most) => window.near(print, most).map((slot) => bySlot[slot]!),
    inReach({ at }, id) {
      const { firstAt, lastAt } = stories.get(id)!;
      return at >= firstAt - spanMs && at <= lastAt + spanMs;
    },
    enter,
    move(member, story) {
      detach(member);
      attach(member, story);
    },
    merge(a, b) {
      const [stays, goes] = a.firstAt <= b.firstAt ? [a, b] : [b, a];
      stories.delete(goes.id);
      for (const member of goes.members) attach(member, stays.id);
      return { stays: stays.id, goes: goes.id, moved: goes.members };
    },
    split(story, stays, goes, into) {
      rebuild(story, stays);
      rebuild(into, goes);
    },
    tick(at) {
      clock = Math.max(clock, at);
      // Looked after once an hour of the stream.
      if (clock - swept < hour) return;
      swept = clock;
      for (const story of stories.values()) if (story.lastAt < clock - spanMs) end(story);
    },
  };
}
