import { type Kysely, sql } from 'kysely';
import { holdsSecret } from '../../feed/secret-address.ts';

/**
 * feeds.private: its address holds a secret, and it is not the catalogue's.
 * articles.only_for, stories.only_for: the private feed whose they are; null: open to all. A page that two feeds bring
 * is an article of each where one of them is private.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await markPrivate(db);
  for (const statement of partings) await sql.raw(statement).execute(db);
}

const tables = [
  `alter table feeds add column private boolean not null default false`,
  `create index feeds_private on feeds (id) where private`,
  `alter table articles add column only_for bigint references feeds on delete cascade`,
  `create index articles_only_for on articles (only_for) where only_for is not null`,
  `alter table articles drop constraint articles_canonical_url_key`,
  `create unique index articles_canonical on articles (canonical_url, coalesce(only_for, 0))`,
  `alter table stories add column only_for bigint references feeds on delete cascade`,
  `create index stories_only_for on stories (only_for) where only_for is not null`,
];

async function markPrivate(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: number; url: string }>`
    select id, url from feeds where catalogue_id is null and not sample`.execute(db);
  const ids = rows.filter(({ url }) => holdsSecret(url)).map(({ id }) => id);
  await sql`update feeds set private = true where id = any(${ids})`.execute(db);
}

/**
 * What private feeds brought leaves the stories of others, which are told anew without it, and is placed again; a story
 * that is one feed's own stays. Entries whose article is in another's keeping are forgotten, so that a feed brings anew
 * what another had brought before it.
 */
const partings = [
  `update articles set only_for = feed_id where feed_id in (select id from feeds where private)`,
  `create temporary table shared on commit drop as
    select story_id as id from articles where story_id is not null
    group by story_id having count(only_for) > 0 and count(distinct coalesce(only_for, 0)) > 1`,
  `update stories set only_for = a.only_for from articles a where a.story_id = stories.id and a.only_for is not null`,
  `update stories set only_for = null where id in (
    select story_id from articles where only_for is null and story_id in (select id from shared))`,
  `update stories set only_for = whole.only_for from stories whole
    where stories.merged_into = whole.id and whole.only_for is not null`,
  `update articles set story_id = null, origin_id = null, placed_version = null
    where only_for is not null and story_id in (select id from shared)`,
  `update articles set origin_id = id where only_for is null
    and origin_id in (select id from articles where only_for is not null)`,
  `update stories set headline = best.title, language = best.language, articles = best.articles, sources = best.sources,
      first_at = best.first_at, last_at = best.last_at, updated_at = now()
    from (
      select distinct on (story_id) story_id, title, articles.language,
        count(*) over story as articles,
        (select least(count(distinct origin_id), count(distinct feed_id)) from articles own
          where own.story_id = articles.story_id) as sources,
        min(published_at) over story as first_at, max(published_at) over story as last_at
      from articles join feeds on feeds.id = feed_id
      where story_id in (select id from shared)
      window story as (partition by story_id)
      order by story_id, excerpt_only, origin_id is distinct from articles.id, weight desc, published_at) best
    where stories.id = best.story_id`,
  `delete from briefs where story_id in (select id from shared)`,
  `delete from entries using feeds, articles
    where feeds.id = entries.feed_id and articles.id = entries.article_id
      and articles.only_for is distinct from (case when feeds.private then feeds.id end)`,
];
