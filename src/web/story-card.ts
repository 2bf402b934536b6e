/** One story of a digest, as the chat and the digest page show it. */
import { html } from 'hono/html';
import { action, encodeAction, type Verb } from '../action.ts';
import type { DigestStory } from '../model.ts';
import type { DigestOfStory } from '../store/web-messages.ts';
import { sameLanguage } from '../story/candidate.ts';
import { age } from '../words/time.ts';
import { aside, languageName } from '../words/words.ts';
import { clip } from './clip.ts';
import { gaugeMeter } from './gauge.ts';
import { dotted, foreign, type Html, outbound, safeHref } from './html.ts';
import { icons } from './icons.ts';
import type { View } from './view.ts';

/** @param link where the headline leads: the story's thread or page. */
export function storyCard(story: DigestStory, link: string | null, view: View, sample: boolean): Html {
  const headline = story.headline.trim() || story.gist.trim() || story.source || story.url;
  return html`${pictureHtml(story.image, view)}
    <div class="story-text">
      ${labels(story, view, sample)}
      <h3 class="headline" dir="auto" lang="${tag(story.language)}">${link === null ? outbound(story.url, headline) : html`<a href="${link}">${headline}</a>`}</h3>
      ${story.update === null ? null : html`<p class="update" dir="auto">${story.update}</p>`}
      ${story.gist === headline || story.gist === '' ? null : html`<p class="gist" dir="auto" lang="${tag(story.language)}">${story.gist}</p>`}
      <p class="meta">${meta(story, view)}</p>
      ${story.gauges.map((reading) => gaugeOf(reading, view, story.gist))}
    </div>`;
}

function tag(language: string): string | null {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) ? language : null;
}

function meta(story: DigestStory, { words, now, language }: View): Html {
  const { digest } = words;
  return dotted([
    story.source === '' ? null : foreign(story.source),
    html`<time datetime="${story.publishedAt}">${age(story.publishedAt, now, language)}</time>`,
    digest.minutes(story.minutes),
    story.alsoIn > 0 ? digest.alsoIn(story.alsoIn) : null,
  ]);
}

function labels(story: DigestStory, { words, language, topicName }: View, sample: boolean): Html | null {
  const { digest } = words;
  const shown = [
    story.update === null ? null : html`<li class="label strong">${digest.update}</li>`,
    // The channel may speak another language by now.
    story.foreign && !sameLanguage(story.language, language)
      ? html`<li class="label">${digest.foreign(nameOf(story.language, language))}</li>`
      : null,
    story.excerptOnly ? html`<li class="label">${digest.excerptOnly}</li>` : null,
    sample ? html`<li class="label">${digest.sample}</li>` : null,
    ...story.topics.map((topic) => html`<li class="chip">${foreign(topicName(topic))}</li>`),
  ].filter((label) => label !== null);
  return shown.length === 0 ? null : html`<ul class="labels">${shown}</ul>`;
}

function nameOf(languageTag: string, inLanguage: View['language']): string {
  return tag(languageTag) === null ? languageTag : languageName(languageTag, inLanguage);
}

/** @param said what stands beside it: a reason that only repeats it is left out. */
export function gaugeOf(reading: DigestStory['gauges'][number], view: View, said = ''): Html | null {
  const names = view.gaugeNames(reading.gauge, view.language);
  if (names === null) return null;
  const verdict = reading.verdict === null ? view.web.bothPoles : names.poles[reading.verdict];
  const estimate = reading.estimate ? aside(view.words.brief.estimate, view.language) : '';
  const meter = {
    poles: names.poles,
    scores: reading.scores,
    verdict: `${verdict}${estimate}`,
    reason: reading.reason.text === said ? '' : reading.reason.text,
  };
  return gaugeMeter(meter, view.web);
}

/** The picture's place is kept before it comes, so nothing jumps. */
export function pictureHtml(image: string | null, view: View): Html | null {
  const src = view.picture(image);
  if (src === null) return null;
  return html`<img class="picture" src="${src}" alt="" width="160" height="120" loading="lazy" decoding="async" referrerpolicy="no-referrer">`;
}

/** Key points, ask, open, more, less: submits of the form around them. */
export function storyButtons(story: DigestStory, digest: DigestOfStory, { words }: View): Html {
  const { keyPoints, ask, open, more, less } = words.digest;
  const press = (verb: Verb) => encodeAction(action(verb, { story: story.story, delivery: digest.delivery }));
  const of = ofStory(story);
  const thumb = (verb: 'more' | 'less', label: string) =>
    html`<button class="button bare" name="action" value="${press(verb)}" title="${label}"><span class="sr">${label}</span>${of}${icons[verb]}</button>`;
  return html`<button class="button" name="action" value="${press('points')}">${keyPoints}${of}</button>
    <button class="button" name="action" value="${press('ask')}">${ask}${of}</button>
    ${safeHref(story.url) === null ? null : outbound(story.url, html`${open}${of}`, 'button')}
    <span class="rate">${thumb('more', more)}
    ${thumb('less', less)}</span>`;
}

/** Which story a button is of: only heard, since buttons of all stories look alike where one hears them by themselves. */
export function ofStory(story: DigestStory): Html {
  return html` <span class="sr" lang="${tag(story.language)}">${clip(story.headline || story.gist, 120)}</span>`;
}
