/** `/c/<channel>/settings`: one form for all that commands can set, and the channel's name and end. */
import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { type Channel, languages, layouts } from '../model.ts';
import { dayNames } from '../words/time.ts';
import { languageName } from '../words/words.ts';
import { zoneName } from '../zone.ts';
import { channelSlug } from './chat.ts';
import { nameOf } from './chat-page.ts';
import type { Html } from './html.ts';
import { documentPage, type Frame } from './page.ts';
import type { View } from './view.ts';

/** As the grammar of `days` reads them in every language. */
const dayValues = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

interface Followed {
  value: string;
  label: string;
}

/** As people would write it; a name with a comma in it would read as two. */
function written({ value, label }: Followed): string {
  return label.includes(',') ? value : label;
}

export function settingsPage(channel: Channel, following: Followed[], view: View, frame: Frame): Html {
  const { web } = view;
  const path = `/c/${channelSlug(channel.id)}`;
  const main = html`<p class="back"><a href="${path}">← ${nameOf(channel, view)}</a></p><h1>${web.settings}</h1>
    <form class="settings" method="post" action="${path}/settings"><input type="hidden" name="event" value="${randomUUID()}">
      ${fields(channel, following, view)}<button class="button primary">${web.save}</button></form>
    <hr><form class="settings" method="post" action="${path}/rename"><label>${web.channelName}<input name="name" required maxlength="60" value="${nameOf(channel, view)}"></label><button class="button">${web.rename}</button></form>
    <hr><details class="danger-zone"><summary>${web.remove}</summary><form method="post" action="${path}/delete"><p>${web.removeSure}</p><button class="button danger">${web.remove}</button></form></details>`;
  return documentPage(web.settings, main, frame, true);
}

function fields(channel: Channel, following: Followed[], { web, language }: View): Html {
  const { form } = web;
  const zones = Intl.supportedValuesOf('timeZone');
  return html`<label>${form.topics}<textarea name="topics" rows="3">${following.map(written).join(', ')}</textarea></label>
    <label>${form.time}<input type="time" name="time" value="${channel.time}" required></label>
    <label>${form.zone}<input name="zone" value="${zoneName(channel.zone)}" list="zones" required><datalist id="zones">${zones.map((zone) => html`<option value="${zone}"></option>`)}</datalist></label>
    <fieldset><legend>${form.days}</legend>${dayNames([1, 2, 3, 4, 5, 6, 7], language).map((day, index) =>
      checkbox(
        day,
        index,
        channel.days.some((chosen) => chosen === index + 1),
      ),
    )}</fieldset>
    <label>${form.language}<select name="language">${languages.map((tag) => option(tag, languageName(tag, tag), tag === channel.language))}</select></label>
    <label>${form.stories}<input type="number" name="stories" min="1" max="12" value="${channel.stories}" required></label>
    <label>${form.layout}<select name="layout">${layouts.map((layout) => option(layout, form.layouts[layout], layout === channel.layout))}</select></label>`;
}

function checkbox(day: string, index: number, checked: boolean): Html {
  const value = dayValues[index] ?? '';
  return html`<label class="check">${checked ? html`<input type="checkbox" name="days" value="${value}" checked>` : html`<input type="checkbox" name="days" value="${value}">`}${day}</label>`;
}

function option(value: string, label: string, selected: boolean): Html {
  return selected
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;
}
