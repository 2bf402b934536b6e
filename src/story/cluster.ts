/**
 * Stories out of a stream of articles: each new article joins the story of the articles most like it, or begins one.
 * Pure and in memory; place.ts keeps it in step with the database.
 */
import { affinity, isCopy } from './affinity.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createLive, type LiveStory, type Member } from './live.ts';
import { bringsNews } from './news.ts';
import { partsOf, sameEvent } from './regroup.ts';

export interface ClusterItem {
  /** Unique among the items. */
  id: string;
  title: string;
  text: string;
  /** BCP 47. */
  language: string;
  publishedAt: Date;
  /** The canonical address and the hash of the text: an item that shares one with another is the same article. */
  address?: string | null;
  contentHash?: string | null;
  embedding?: Float32Array | null;
}

export interface Placement {
  item: string;
  /** Its time, in milliseconds. */
  at: number;
  story: string;
  /** Began a story of its own. */
  fresh: boolean;
  /** The item whose text this one copies (possibly shortened): they count as one source. Its own id where it copies none. */
  origin: string;
  /** The story has news by it: facts that none of its earlier articles had. */
  news: boolean;
  /** Likeness to the story that it joined, 0–1; 1 where it began one. */
  score: number;
  /** Items that changed their story by this one: evidence came that two stories are one, or one is two. */
  moved: { item: string; from: string; to: string }[];
}

export interface Clusterer {
  place(item: ClusterItem): Placement;
  /** Puts an item where another process has placed it. */
  put(item: ClusterItem, story: string, origin: string, newsAt?: number): void;
  /** The story of an item that is still live. */
  storyOf(item: string): string | null;
  readonly articles: number;
  readonly stories: number;
}

export interface ClusterOptions {
  newStoryId: () => string;
  windowHours?: number;
  /** Likeness from which an article joins. */
  threshold?: number;
}

const hour = 3_600_000;
const nearest = 40;
const compared = 12;
/** A story may be silent so long without losing, */
const overnight = 12 * hour;
/** and loses so much of its likeness until the window ends. */
const staleness = 0.6;
/** What the latest articles said counts as said. */
const factsFrom = 40;

export function createClusterer({ newStoryId, windowHours = 72, threshold = 0.2 }: ClusterOptions): Clusterer {
  const span = windowHours * hour;
  const live = createLive(span);
  const { stories, window } = live;

  const alike = (a: Member, b: Member) => affinity(a.print, b.print, window.idf);

  function place(item: ClusterItem): Placement {
    const member = read(item);
    live.tick(member.at);
    const close = live.near(member, nearest);
    const original =
      live.twinOf(member) ??
      close.find((other) => isCopy(member.print, other.print, window.idf) && live.inReach(member, other.story));
    if (original !== undefined) return joined(member, original.story, original.origin, 1, false);

    const ranked = rank(member, close);
    const best = ranked[0];
    if (best === undefined || best.score < threshold) return begin(member);
    const news = hasNews(stories.get(best.story)!, member);
    const placement = joined(member, best.story, member.item, best.score, news);
    const moved = [...mergeInto(best.story, ranked.slice(1)), ...split(best.story)];
    return { ...placement, story: member.story, moved };
  }

  /** Stories with their likeness: the mean over the three members that are most like it. */
  function rank(member: Member, close: Member[]): { story: string; score: number }[] {
    const seen = new Set(close.map(({ story }) => story));
    return [...seen]
      .filter((story) => live.inReach(member, story))
      .map((story) => ({ story, score: likeness(member, stories.get(story)!, close) }))
      .sort((a, b) => b.score - a.score);
  }

  function likeness(member: Member, story: LiveStory, close: Member[]): number {
    const near = close.filter((other) => other.story === story.id);
    const rest = story.members.length <= compared ? story.members : [...near, ...story.members.slice(-3)];
    const scores = [...new Set(rest)].map((other) => alike(member, other)).sort((a, b) => b - a);
    const top = scores.slice(0, 3);
    return (top.reduce((sum, score) => sum + score, 0) / top.length) * freshness(member, story);
  }

  /** The longer nobody told it, the more it takes to go on with it: another event of the same company or place is likelier. */
  function freshness({ at }: Member, { firstAt, lastAt }: LiveStory): number {
    const silence = Math.max(0, at - lastAt, firstAt - at);
    return 1 - staleness * Math.min(1, Math.max(0, silence - overnight) / (span - overnight));
  }

  function hasNews({ members, newsAt }: LiveStory, member: Member): boolean {
    const told = members.slice(-factsFrom).map(({ print }) => print);
    return bringsNews(told, member.print, newsAt, member.at, window.idf);
  }

  function begin(member: Member): Placement {
    const story = newStoryId();
    live.enter(member, story, member.item);
    const { item, at } = member;
    return { item, at, story, fresh: true, origin: item, news: false, score: 1, moved: [] };
  }

  function joined(member: Member, story: string, origin: string, score: number, news: boolean): Placement {
    live.enter(member, story, origin, news);
    return { item: member.item, at: member.at, story, fresh: false, origin, news, score, moved: [] };
  }

  /** A new article may show that two stories are one. */
  function mergeInto(storyId: string, others: { story: string; score: number }[]): Placement['moved'] {
    const moved: Placement['moved'] = [];
    for (const { story, score } of others) {
      if (score < threshold || !stories.has(storyId)) continue;
      const a = stories.get(storyId)!;
      const b = stories.get(story)!;
      if (!sameEvent(a.members, b.members, alike, threshold)) continue;
      const { stays, goes, moved: members } = live.merge(a, b);
      moved.push(...members.map(({ item }) => ({ item, from: goes, to: stays })));
    }
    return moved;
  }

  function split(storyId: string): Placement['moved'] {
    const story = stories.get(storyId);
    const parts = story && partsOf(story.members, alike, threshold);
    if (!story || !parts) return [];
    const id = newStoryId();
    live.split(storyId, parts[0], parts[1], id);
    return parts[1].map(({ item }) => ({ item, from: storyId, to: id }));
  }

  function put(item: ClusterItem, story: string, origin: string, newsAt = 0): void {
    const known = live.members.get(item.id);
    if (known === undefined) {
      const member = read(item);
      live.tick(member.at);
      live.enter(member, story, origin);
    } else if (known.story !== story) {
      live.move(known, story);
    }
    const told = stories.get(story)!;
    told.newsAt = Math.max(told.newsAt, newsAt);
  }

  return {
    place,
    put,
    storyOf: (item) => live.members.get(item)?.story ?? null,
    get articles() {
      return live.members.size;
    },
    get stories() {
      return stories.size;
    },
  };
}

function read(item: ClusterItem): Member {
  const keys = [item.address && `a:${item.address}`, item.contentHash && `h:${item.contentHash}`];
  return {
    item: item.id,
    slot: -1,
    print: fingerprintOf(item),
    story: '',
    origin: item.id,
    at: item.publishedAt.getTime(),
    keys: keys.filter((key) => !!key) as string[],
  };
}
