import { type Kysely, sql } from 'kysely';

/** Every table of the line, from feed to thread. One statement a table; see schema.ts for the columns' meaning. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
}

const tables = [
  `create table settings (key text primary key, value jsonb not null)`,

  `create table feeds (
    id bigint generated always as identity primary key,
    url text not null unique,
    name text not null,
    homepage text,
    language text,
    kind text,
    topics text[] not null default '{}',
    weight real not null default 1,
    sample boolean not null default false,
    catalogue_id text unique,
    confidence real,
    operator_changed boolean not null default false,
    state text not null default 'active' check (state in ('active', 'off', 'retired')),
    etag text,
    last_modified text,
    body_hash text,
    parsed_by text,
    next_poll_at timestamptz not null default now(),
    claimed_until timestamptz,
    interval_seconds int not null default 600,
    entries_per_week real,
    last_polled_at timestamptz,
    last_success_at timestamptz,
    last_entry_at timestamptz,
    failing_since timestamptz,
    failures int not null default 0,
    failure_reason text,
    moved_from text,
    replacement text,
    created_at timestamptz not null default now()
  )`,
  `create index feeds_due on feeds (next_poll_at) where state = 'active'`,

  `create table articles (
    id bigint generated always as identity primary key,
    feed_id bigint not null references feeds on delete cascade,
    url text not null,
    canonical_url text not null unique,
    content_hash text not null,
    title text not null,
    author text,
    language text not null,
    published_at timestamptz not null,
    fetched_at timestamptz not null default now(),
    updated_at timestamptz,
    sentences jsonb not null,
    paragraphs jsonb not null,
    minutes int not null,
    excerpt_only boolean not null,
    image text,
    categories text[] not null default '{}',
    topics jsonb not null default '{}',
    sample boolean not null default false,
    story_id uuid
  )`,
  `create index articles_story on articles (story_id)`,
  `create index articles_published on articles (published_at)`,
  `create index articles_unplaced on articles (id) where story_id is null`,
  `create index articles_hash on articles (content_hash)`,

  `create table entries (
    id bigint generated always as identity primary key,
    feed_id bigint not null references feeds on delete cascade,
    identity text not null,
    guid text,
    url text,
    content_hash text not null,
    article_id bigint references articles on delete set null,
    first_seen_at timestamptz not null default now(),
    unique (feed_id, identity)
  )`,
  `create index entries_article on entries (article_id)`,

  `create table stories (
    id uuid primary key,
    headline text not null,
    language text not null,
    topics jsonb not null default '{}',
    first_at timestamptz not null,
    last_at timestamptz not null,
    revision int not null default 1,
    articles int not null default 0,
    sources int not null default 0,
    sample boolean not null default false,
    merged_into uuid references stories,
    updated_at timestamptz not null default now()
  )`,
  `create index stories_last on stories (last_at) where merged_into is null`,

  `create table briefs (
    story_id uuid not null references stories on delete cascade,
    language text not null,
    revision int not null,
    method text not null,
    body jsonb,
    claimed_until timestamptz,
    created_at timestamptz not null default now(),
    primary key (story_id, language, revision, method)
  )`,

  `create table channels (
    id text primary key,
    platform text not null,
    workspace text not null,
    name text,
    language text not null,
    zone text not null,
    time text not null default '08:00',
    days int[] not null default '{1,2,3,4,5,6,7}',
    stories int not null default 7,
    layout text not null default 'compact',
    state text not null default 'active',
    closed_reason text,
    quiet boolean not null default false,
    created_by text,
    sample boolean not null default false,
    focus_story uuid,
    focus_until timestamptz,
    pending jsonb,
    next_digest_at timestamptz,
    claimed_until timestamptz,
    skipped jsonb,
    last_empty_note_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create index channels_due on channels (next_digest_at) where state = 'active'`,
  `create index channels_workspace on channels (platform, workspace)`,

  `create table subscriptions (
    id bigint generated always as identity primary key,
    channel_id text not null references channels on delete cascade,
    kind text not null check (kind in ('topic', 'feed', 'keyword')),
    value text not null,
    label text not null,
    created_at timestamptz not null default now(),
    unique (channel_id, kind, value)
  )`,
  `create index subscriptions_value on subscriptions (kind, value)`,

  `create table rules (
    id bigint generated always as identity primary key,
    channel_id text not null references channels on delete cascade,
    kind text not null check (kind in ('mute', 'more', 'less')),
    value text not null,
    label text not null,
    story_id uuid,
    created_by text,
    created_at timestamptz not null default now(),
    unique (channel_id, kind, value)
  )`,

  `create table digests (
    id uuid primary key,
    channel_id text not null references channels on delete cascade,
    local_date date not null,
    kind text not null check (kind in ('morning', 'asked', 'taste')),
    body jsonb not null,
    composed_at timestamptz not null default now()
  )`,
  `create unique index digests_one_a_morning on digests (channel_id, local_date) where kind = 'morning'`,
  `create index digests_latest on digests (channel_id, composed_at desc)`,

  `create table inbound (
    id uuid primary key,
    event text not null unique,
    channel_id text not null,
    body jsonb not null,
    handle bytea,
    handle_expires_at timestamptz,
    state text not null default 'waiting' check (state in ('waiting', 'done')),
    claimed_until timestamptz,
    wake_at timestamptz not null default now() + interval '5 seconds',
    attempts int not null default 0,
    received_at timestamptz not null default now(),
    done_at timestamptz
  )`,
  `create index inbound_waiting on inbound (wake_at) where state = 'waiting'`,
  `create index inbound_channel on inbound (channel_id)`,

  `create table deliveries (
    id uuid primary key,
    channel_id text not null references channels on delete cascade,
    kind text not null check (kind in ('digest', 'reply', 'notice')),
    digest_id uuid references digests on delete cascade,
    inbound_id uuid,
    reply_to jsonb,
    thread text,
    state text not null default 'open' check (state in ('open', 'posted', 'failed', 'unknown')),
    failure text,
    wake_at timestamptz not null default now() + interval '5 seconds',
    created_at timestamptz not null default now(),
    finished_at timestamptz
  )`,
  `create index deliveries_open on deliveries (wake_at) where state = 'open'`,
  `create index deliveries_channel on deliveries (channel_id)`,
  `create index deliveries_digest on deliveries (digest_id)`,

  `create table parts (
    id uuid primary key,
    delivery_id uuid not null references deliveries on delete cascade,
    index int not null,
    payload jsonb not null,
    about jsonb not null,
    state text not null default 'waiting' check (state in ('waiting', 'claimed', 'posted', 'failed', 'unknown')),
    claimed_until timestamptz,
    attempts int not null default 0,
    opened jsonb,
    error text,
    posted_at timestamptz,
    unique (delivery_id, index)
  )`,

  `create table messages (
    id text primary key,
    channel_id text not null references channels on delete cascade,
    delivery_id uuid references deliveries on delete cascade,
    part_id uuid,
    story_id uuid,
    thread text,
    posted_at timestamptz not null default now()
  )`,
  `create index messages_channel on messages (channel_id)`,
  `create index messages_thread on messages (thread)`,

  `create table ledger (key bytea primary key, revision int not null default 1, at timestamptz not null default now())`,

  `create table turns (
    id bigint generated always as identity primary key,
    channel_id text not null references channels on delete cascade,
    thread text,
    author text not null,
    message text,
    question text not null,
    answer text not null,
    story_id uuid,
    cites jsonb not null default '[]',
    rating text,
    asked_at timestamptz not null default now()
  )`,
  `create index turns_thread on turns (channel_id, thread, asked_at)`,

  `create table limits (scope text primary key, until timestamptz not null)`,
  `create table counts (scope text not null, day date not null, n int not null default 0, primary key (scope, day))`,
  `create table told (channel_id text not null, key text not null, at timestamptz not null default now(), primary key (channel_id, key))`,

  `create table usage (
    day date not null,
    channel_id text not null default '',
    model text not null,
    task text not null,
    calls int not null default 0,
    input_tokens bigint not null default 0,
    output_tokens bigint not null default 0,
    cost_micros bigint not null default 0,
    primary key (day, channel_id, model, task)
  )`,

  `create table web_messages (
    id bigint generated always as identity primary key,
    channel_id text not null references channels on delete cascade,
    thread bigint,
    author text not null,
    part_id uuid unique,
    event text unique,
    state text not null default 'done',
    body jsonb not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create index web_messages_channel on web_messages (channel_id, id)`,
  `create index web_messages_thread on web_messages (thread)`,
];
