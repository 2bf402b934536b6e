/** `/d/<digest>`: one morning, as it was posted. */
import { html } from 'hono/html';
import type { Digest } from '../model.ts';
import type { Database } from '../store/database.ts';
import type { Words } from '../words/en.ts';
import { longDay } from '../words/time.ts';
import { dotted, type Html, outbound } from './html.ts';
import { ofStory, storyCard } from './story-card.ts';
import type { View } from './view.ts';

/** @returns null for an id that is none, or of a digest that is gone. */
export async function findDigest(db: Database, id: string): Promise<Digest | null> {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) return null;
  const row = await db.selectFrom('digests').select('body').where('id', '=', id).executeTakeFirst();
  return row?.body ?? null;
}

/** What kind of digest it is: the morning's, one that was asked for, or a first taste. */
export function kicker({ kind }: Pick<Digest, 'kind'>, { digest }: Words): string {
  return { morning: digest.title, asked: digest.asked, taste: digest.taste }[kind];
}

export function digestPage(digest: Digest, view: View): Html {
  const { words, language } = view;
  return html`<article class="digest-page">
    <header class="digest-head"><p class="kicker">${kicker(digest, words)}</p><h1>${longDay(digest.date, language)}</h1>
      <p class="meta">${dotted([words.digest.count(digest.stories.length, digest.minutes), digest.sample ? words.digest.sample : null])}</p></header>
    <ol class="digest-list">${digest.stories.map(
      (story) =>
        html`<li class="story cards"><div class="story-card"><span class="number" aria-hidden="true">${story.number}</span>${storyCard(story, `/s/${story.story}`, view, digest.sample)}<p class="actions"><a class="button" href="/s/${story.story}">${words.digest.keyPoints}${ofStory(story)}</a>${outbound(story.url, html`${words.digest.open}${ofStory(story)}`, 'button')}</p></div></li>`,
    )}</ol>
    <footer class="digest-foot">${words.digest.footer(digest.sourcesRead, digest.sourcesFailed)}</footer>
  </article>`;
}
