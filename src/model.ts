/**
 * The plain types that everything else speaks in, in the order in which a piece of news passes through them:
 * feed → entry → article → story → brief → digest → delivery → thread → answer.
 *
 * | word         | means                                                            |
 * | ------------ | ---------------------------------------------------------------- |
 * | feed         | a polled address (RSS, Atom, RDF, JSON Feed); people say *source* |
 * | entry        | one thing in a feed                                              |
 * | article      | an entry, fetched and cleaned, with numbered sentences           |
 * | story        | the articles about one event; it lives, new articles join it     |
 * | brief        | what we say of a story in one language, each claim with its sentences |
 * | gauge        | an index of two poles, scored 0–5 each, with a verdict and a reason |
 * | topic        | what a subscription follows                                      |
 * | channel      | a place that we post to, with its schedule, language and layout  |
 * | subscription | a topic, feed or keyword that a channel follows                  |
 * | digest       | the stories chosen for one channel for one morning               |
 * | delivery     | one digest (or reply, or notice) to one channel, exactly once    |
 * | part         | one request of a delivery to the platform                        |
 * | thread       | the talk under a digest or a story, however the platform shows it |
 * | follow-up    | a question in a thread; its reply is an answer                   |
 */

/** A string (or number) that only its maker may take apart. */
type Id<Of extends string, Base = string> = Base & { readonly of: Of };

export type FeedId = Id<'feed', number>;
export type ArticleId = Id<'article', number>;
/** A UUID. */
export type StoryId = Id<'story'>;
/** A UUID that cannot be guessed: who knows it may read the digest's page. */
export type DigestId = Id<'digest'>;
/** A UUID. */
export type DeliveryId = Id<'delivery'>;
/** A UUID, ours: UUIDv5(delivery, index). It travels as nonce, retry key or metadata. */
export type PartId = Id<'part'>;
/** `slack:T1/C2`, `discord:G1/C2`, `line:group/C1`, `web:abc`, `mail:…`. Made and read by one adapter; stored whole. */
export type ChannelId = Id<'channel'>;
/** Unique by itself: a Slack one holds its channel. Made and read by one adapter; stored whole. */
export type MessageId = Id<'message'>;

/** Languages that we speak to people. Articles may be in any: theirs is a BCP 47 tag, a plain string. */
export const languages = ['en', 'ja', 'zh-TW', 'ko', 'th'] as const;
export type Language = (typeof languages)[number];

export interface Feed {
  id: FeedId;
  url: string;
  name: string;
  homepage: string | null;
  /** BCP 47, as the catalogue or the feed says. */
  language: string | null;
  topics: string[];
  /** How much one report of this source counts in ranking; 1 is usual. */
  weight: number;
  /** Of our own bundled trial feeds. Samples and real news never meet in one digest. */
  sample: boolean;
}

export interface Article {
  id: ArticleId;
  feed: FeedId;
  /** The name of its feed, as people see it. */
  source: string;
  /** Where to read it: the address as the feed gave it, http or https. */
  url: string;
  title: string;
  /** BCP 47: `en`, `ja`, `zh-TW`, `zh-CN`, `ko`, … */
  language: string;
  publishedAt: Date;
  /** The cleaned text. A citation names an index into it, so it is stored as split and only replaced whole. */
  sentences: string[];
  /** Index of the first sentence of each paragraph, ascending, beginning with 0. */
  paragraphs: number[];
  /** Only the feed's excerpt could be read (paywall, cookie wall, blocked page). */
  excerptOnly: boolean;
  /** Reading time, whole minutes, at least 1. */
  minutes: number;
  image: string | null;
  categories: string[];
  sample: boolean;
}

export interface Story {
  id: StoryId;
  headline: string;
  language: string;
  /** Topic id → score in 0–1. */
  topics: Record<string, number>;
  firstAt: Date;
  lastAt: Date;
  /** Goes up by one when the story has news; a brief and a ledger line belong to one revision. */
  revision: number;
  sample: boolean;
}

/** One sentence of one article. `quote` is verbatim in it. */
export interface Citation {
  article: ArticleId;
  sentence: number;
  quote: string | null;
}

/** A statement and what it rests on; `cites` is never empty. `inferred`: our reading, still cited. */
export interface Claim {
  text: string;
  cites: Citation[];
  inferred: boolean;
}

export type PointKind = 'happened' | 'matters' | 'watch';

export interface Point extends Claim {
  kind: PointKind;
}

export interface Faq {
  question: string;
  answer: Claim;
}

export interface GaugeReading {
  /** Id of the gauge in its file. */
  gauge: string;
  /** 0–5 for the first pole and for the second, whole numbers. */
  scores: [number, number];
  /** Index of the leading pole, or null when they are level. */
  verdict: 0 | 1 | null;
  reason: Claim;
  /** Read from a lexicon rather than by a model: shown as an estimate. */
  estimate: boolean;
}

export interface Brief {
  story: StoryId;
  revision: number;
  /** The language that it is written in: of the channel with a model, of the story without. BCP 47. */
  language: string;
  method: 'model' | 'extract';
  gist: Claim;
  takeaway: Claim[];
  points: Point[];
  faq: Faq[];
  gauges: GaugeReading[];
  /** Claims that grounding refused: said in the brief. */
  dropped: number;
}

export const layouts = ['compact', 'cards'] as const;
export type Layout = (typeof layouts)[number];

/** Temporal's: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Channel {
  id: ChannelId;
  /** The part of the id before the colon. */
  platform: string;
  name: string | null;
  language: Language;
  /** IANA zone. */
  zone: string;
  /** Local wall time, `HH:MM`. */
  time: string;
  days: Weekday[];
  /** Stories a digest, 1–12. */
  stories: number;
  layout: Layout;
  /** `closed`: the platform does not let us in; settings are kept. */
  state: 'active' | 'paused' | 'closed';
  closedReason: string | null;
  /** Answers mentions only. */
  quiet: boolean;
  /** The author that added us, in the platform's words. */
  createdBy: string | null;
  /** Its trial or real news: what a channel of the trial gets is marked. */
  sample: boolean;
}

export interface Subscription {
  kind: 'topic' | 'feed' | 'keyword';
  /** Topic id, feed id as text, or the query. */
  value: string;
  /** What people are shown: the topic's label, the source's name, the query in quotes. */
  label: string;
}

/** One story as one digest shows it, frozen when the digest is composed. */
export interface DigestStory {
  /** From 1, as people name it: `why 3`. */
  number: number;
  story: StoryId;
  revision: number;
  headline: string;
  /** The article's address, http or https. */
  url: string;
  /** Our page of the story; null where no public address is configured. */
  page: string | null;
  gist: string;
  /** The source's name. */
  source: string;
  publishedAt: string;
  minutes: number;
  /** Other independent sources that carry it. */
  alsoIn: number;
  image: string | null;
  topics: string[];
  /** BCP 47 of headline and gist. */
  language: string;
  /** What is new, where the channel had the story before. */
  update: string | null;
  /** In another language than the channel's, to fill up: labelled. */
  foreign: boolean;
  excerptOnly: boolean;
  gauges: GaugeReading[];
  /** In words, each factor of its rank: `why`. */
  why: string[];
}

export interface Digest {
  id: DigestId;
  delivery: DeliveryId;
  channel: ChannelId;
  /** Local calendar day, `YYYY-MM-DD`. */
  date: string;
  /** `asked`: posted on demand; `taste`: the one story after a first subscription. */
  kind: 'morning' | 'asked' | 'taste';
  language: Language;
  zone: string;
  composedAt: string;
  stories: DigestStory[];
  /** Whole minutes to read all of it. */
  minutes: number;
  sourcesRead: number;
  sourcesFailed: number;
  /** Our page of it; null where no public address is configured. */
  page: string | null;
  sample: boolean;
}
