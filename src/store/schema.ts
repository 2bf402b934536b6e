/** The tables' columns, as Kysely needs them. The migrations make them; each table's own file says what they mean. */
import type { ColumnType, Generated } from 'kysely';
import type { PlanStep } from '../digest/allowance.ts';
import type { Brief, Digest } from '../model.ts';

type Instant = ColumnType<Date, Date | string | undefined, Date | string>;
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** Written as JSON text: pg would send an array as a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>;
type JsonDefault<T> = ColumnType<T, string | undefined, string>;

export interface Schema {
  settings: { key: string; value: Json<unknown> };
  feeds: {
    id: Generated<number>;
    url: string;
    name: string;
    homepage: string | null;
    language: string | null;
    kind: string | null;
    topics: Generated<string[]>;
    weight: Generated<number>;
    sample: Generated<boolean>;
    /** Its address holds a secret, and it is not the catalogue's. */
    private: Generated<boolean>;
    catalogue_id: string | null;
    confidence: number | null;
    operator_changed: Generated<boolean>;
    state: Generated<'active' | 'off' | 'retired'>;
    etag: string | null;
    last_modified: string | null;
    body_hash: string | null;
    parsed_by: string | null;
    next_poll_at: Instant;
    claimed_until: MaybeInstant;
    interval_seconds: Generated<number>;
    entries_per_week: number | null;
    last_polled_at: MaybeInstant;
    last_success_at: MaybeInstant;
    last_entry_at: MaybeInstant;
    failing_since: MaybeInstant;
    failures: Generated<number>;
    failure_reason: string | null;
    failure_code: string | null;
    failure_status: number | null;
    polling_until: MaybeInstant;
    host: Generated<string | null>;
    moved_from: string | null;
    replacement: string | null;
    created_at: Instant;
  };
  articles: {
    id: Generated<number>;
    feed_id: number;
    url: string;
    canonical_url: string;
    content_hash: string;
    title: string;
    author: string | null;
    language: string;
    published_at: Instant;
    fetched_at: Instant;
    updated_at: MaybeInstant;
    sentences: Json<string[]>;
    paragraphs: Json<number[]>;
    minutes: number;
    excerpt_only: boolean;
    image: string | null;
    categories: Generated<string[]>;
    topics: JsonDefault<Record<string, number>>;
    sample: Generated<boolean>;
    /** The private feed whose it is; null: open to all. */
    only_for: ColumnType<number | null, number | null | undefined, number | null>;
    story_id: string | null;
    origin_id: ColumnType<number | null, number | null | undefined, number | null>;
    placed_version: ColumnType<number | null, number | null | undefined, number | null>;
    /** A tsvector of search terms. */
    search: ColumnType<string | null, string | null | undefined, string | null>;
  };
  entries: {
    id: Generated<number>;
    feed_id: number;
    identity: string;
    guid: string | null;
    url: string | null;
    content_hash: string;
    article_id: number | null;
    first_seen_at: Instant;
  };
  stories: {
    id: string;
    headline: string;
    language: string;
    topics: JsonDefault<Record<string, number>>;
    first_at: Instant;
    last_at: Instant;
    revision: Generated<number>;
    articles: Generated<number>;
    sources: Generated<number>;
    sample: Generated<boolean>;
    /** The private feed whose articles it holds, and no others; null: open to all. */
    only_for: ColumnType<number | null, number | null | undefined, number | null>;
    merged_into: string | null;
    news_at: MaybeInstant;
    updated_at: Instant;
  };
  briefs: {
    story_id: string;
    language: string;
    revision: number;
    method: 'model' | 'extract';
    body: ColumnType<Brief | null, string | null, string | null>;
    claimed_until: MaybeInstant;
    attempts: Generated<number>;
    rests_until: MaybeInstant;
    created_at: Instant;
  };
  channels: {
    id: string;
    platform: string;
    workspace: string;
    name: string | null;
    language: string;
    zone: string;
    time: Generated<string>;
    days: Generated<number[]>;
    stories: Generated<number>;
    layout: Generated<string>;
    state: Generated<'active' | 'paused' | 'closed'>;
    closed_reason: string | null;
    closed_at: MaybeInstant;
    /** It opens as it was closed. */
    paused_before: Generated<boolean>;
    quiet: Generated<boolean>;
    created_by: string | null;
    sample: Generated<boolean>;
    focus_story: string | null;
    focus_until: MaybeInstant;
    pending: ColumnType<unknown, string | null | undefined, string | null>;
    next_digest_at: MaybeInstant;
    claimed_until: MaybeInstant;
    skipped: ColumnType<unknown, string | null | undefined, string | null>;
    last_empty_note_at: MaybeInstant;
    plan_step: ColumnType<PlanStep | null, string | null | undefined, string | null>;
    created_at: Instant;
  };
  subscriptions: {
    id: Generated<number>;
    channel_id: string;
    kind: 'topic' | 'feed' | 'keyword';
    value: string;
    label: string;
    created_at: Instant;
  };
  rules: {
    id: Generated<number>;
    channel_id: string;
    kind: 'mute' | 'more' | 'less';
    value: string;
    label: string;
    story_id: string | null;
    created_by: string | null;
    created_at: Instant;
  };
  digests: {
    id: string;
    channel_id: string;
    local_date: string;
    kind: 'morning' | 'asked' | 'taste';
    body: Json<Digest>;
    composed_at: Instant;
  };
  inbound: {
    id: string;
    event: string;
    channel_id: string;
    body: Json<unknown>;
    handle: Buffer | null;
    handle_expires_at: MaybeInstant;
    state: Generated<'waiting' | 'done'>;
    claimed_until: MaybeInstant;
    wake_at: Instant;
    attempts: Generated<number>;
    received_at: Instant;
    done_at: MaybeInstant;
  };
  deliveries: {
    id: string;
    channel_id: string;
    kind: 'digest' | 'reply' | 'notice';
    digest_id: string | null;
    inbound_id: string | null;
    reply_to: ColumnType<unknown, string | null | undefined, string | null>;
    thread: string | null;
    state: Generated<'open' | 'posted' | 'failed' | 'unknown'>;
    failure: string | null;
    wake_at: Instant;
    created_at: Instant;
    finished_at: MaybeInstant;
  };
  parts: {
    id: string;
    delivery_id: string;
    index: number;
    payload: Json<unknown>;
    about: Json<(string | null)[]>;
    state: Generated<'waiting' | 'claimed' | 'posted' | 'failed' | 'unknown'>;
    claimed_until: MaybeInstant;
    attempts: Generated<number>;
    opened: ColumnType<unknown, string | null | undefined, string | null>;
    error: string | null;
    posted_at: MaybeInstant;
  };
  messages: {
    id: string;
    channel_id: string;
    delivery_id: string | null;
    part_id: string | null;
    story_id: string | null;
    thread: string | null;
    posted_at: Instant;
  };
  ledger: { key: Buffer; revision: Generated<number>; at: Instant };
  turns: {
    id: Generated<number>;
    channel_id: string;
    thread: string | null;
    author: string;
    message: string | null;
    question: string;
    answer: string;
    story_id: string | null;
    cites: JsonDefault<unknown[]>;
    rating: string | null;
    delivery_id: string | null;
    asked_at: Instant;
  };
  limits: { scope: string; until: Instant };
  counts: { scope: string; day: string; n: Generated<number> };
  told: { channel_id: string; key: string; at: Instant };
  usage: {
    day: string;
    channel_id: Generated<string>;
    model: string;
    task: string;
    calls: Generated<number>;
    retries: Generated<number>;
    input_tokens: Generated<number>;
    output_tokens: Generated<number>;
    cost_micros: Generated<number>;
  };
  model_reservations: { id: Generated<number>; micros: number; expires_at: Instant };
  web_messages: {
    id: Generated<number>;
    channel_id: string;
    thread: number | null;
    author: string;
    part_id: string | null;
    part_index: Generated<number>;
    event: string | null;
    state: Generated<string>;
    body: Json<unknown>;
    story_id: string | null;
    visible_to: string | null;
    version: Generated<number>;
    created_at: Instant;
    updated_at: Instant;
  };
}
