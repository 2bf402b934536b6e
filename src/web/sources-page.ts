/** `/sources`: how every feed fares, in the open. `/topics`: what there is to follow. */
import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { type Selectable, sql } from 'kysely';
import { action, encodeAction } from '../action.ts';
import type { Channel } from '../model.ts';
import type { Database } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { age } from '../words/time.ts';
import { channelSlug } from './chat.ts';
import { nameOf } from './chat-page.ts';
import { clip } from './clip.ts';
import { type Html, outbound } from './html.ts';
import type { View } from './view.ts';

type Feed = Pick<
  Selectable<Schema['feeds']>,
  | 'name'
  | 'homepage'
  | 'url'
  | 'state'
  | 'last_success_at'
  | 'failing_since'
  | 'failure_reason'
  | 'interval_seconds'
  | 'entries_per_week'
>;

/** Failing ones first, then by name; at most 2,000. `word` narrows by name or address. */
export async function feedHealth(db: Database, word: string, topic: string | null): Promise<Feed[]> {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  let query = db
    .selectFrom('feeds')
    .select([
      'name',
      'homepage',
      'url',
      'state',
      'last_success_at',
      'failing_since',
      'failure_reason',
      'interval_seconds',
      'entries_per_week',
    ])
    .where((or) => or.or([or('name', 'ilike', like), or('url', 'ilike', like)]));
  if (topic !== null) query = query.where(sql<boolean>`${topic} = any(topics)`);
  return query.orderBy(sql`failing_since is null`).orderBy(sql`lower(name)`).limit(2_000).execute();
}

export function sourcesPage(feeds: Feed[], word: string, view: View): Html {
  const { web } = view;
  const failing = feeds.filter((feed) => feed.failing_since !== null).length;
  const ok = feeds.filter((feed) => feed.failing_since === null && feed.last_success_at !== null).length;
  return html`<h1>${web.sources}</h1>
    <p class="lede">${web.sourcesIntro(ok, failing)}</p>
    <form class="search" method="get" action="/sources" role="search"><label class="sr" for="q">${web.find}</label><input id="q" name="q" value="${word}" placeholder="${web.find}" maxlength="80"><button class="button">${web.search}</button></form>
    ${feeds.length === 0 ? html`<p>${web.noSources}</p>` : table(feeds, view)}`;
}

function table(feeds: Feed[], view: View): Html {
  const { web } = view;
  return html`<table class="feeds"><thead><tr><th scope="col">${web.source}</th><th scope="col">${web.health}</th><th scope="col">${web.lastRead}</th><th scope="col">${web.rhythm}</th><th scope="col">${web.perWeek}</th></tr></thead>
    <tbody>${feeds.map((feed) => line(feed, view))}</tbody></table>`;
}

function line(feed: Feed, view: View): Html {
  const { web, now, language } = view;
  const at = feed.last_success_at;
  return html`<tr><th scope="row" dir="auto">${outbound(feed.homepage ?? feed.url, clip(feed.name, 120))}</th>
    <td class="health ${feed.failing_since === null ? '' : 'bad'}">${health(feed, view)}</td>
    <td data-label="${web.lastRead}">${at === null ? '–' : html`<time datetime="${at.toISOString()}">${age(at, now, language)}</time>`}</td>
    <td data-label="${web.rhythm}">${web.minutes(Math.round(feed.interval_seconds / 60))}</td>
    <td data-label="${web.perWeek}">${feed.entries_per_week === null ? '–' : Math.round(feed.entries_per_week)}</td></tr>`;
}

function health(feed: Feed, { web }: View): string {
  if (feed.state !== 'active') return feed.state === 'off' ? web.off : web.retired;
  if (feed.failing_since !== null) return web.failing(clip(feed.failure_reason ?? '?', 160));
  return feed.last_success_at === null ? web.waiting : web.healthy;
}

export async function sourcesPerTopic(db: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ topic: string; n: number }>`
    select topic, count(*) as n from feeds, unnest(topics) as topic where state = 'active' group by topic`.execute(db);
  return new Map(rows.map(({ topic, n }) => [topic, n]));
}

/** @param followed the topics of this channel, where the buttons lead. */
export function topicsPage(
  topics: { id: string; label: string }[],
  channel: Pick<Channel, 'id' | 'name'>,
  followed: ReadonlySet<string>,
  counts: Map<string, number>,
  view: View,
): Html {
  const { web } = view;
  const path = `/c/${channelSlug(channel.id)}`;
  return html`<p class="back"><a href="${path}">← ${nameOf(channel, view)}</a></p><h1>${web.topics}</h1><p class="lede">${web.topicsIntro}</p>
    <ul class="topic-list">${topics.map(({ id, label }) => html`<li><strong>${label}</strong> <code>${id}</code> <a class="meta" href="/sources?topic=${id}">${web.topicSources(counts.get(id) ?? 0)}</a>${followed.has(id) ? html`<span class="followed">${web.followed}</span>` : followForm(path, id, label, view)}</li>`)}</ul>`;
}

/** As the channel's own quick buttons do. */
function followForm(path: string, id: string, label: string, { web }: View): Html {
  const press = encodeAction(action('do', { value: `subscribe ${id}` }));
  return html`<form method="post" action="${path}/press"><input type="hidden" name="event" value="${randomUUID()}"><button class="button" name="action" value="${press}" aria-label="${web.follow(label)}">${web.followShort}</button></form>`;
}
