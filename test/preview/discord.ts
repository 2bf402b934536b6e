/**
 * Pictures of the real JSON for docs: `node test/preview/discord.ts` draws a sample digest, a card and a talk in its
 * thread as Discord lays components out, in Chromium, into docs/. What is drawn is what would be posted; the frame
 * says *preview*.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { contentMessage } from '../../adapters/discord/content.ts';
import { renderDigest } from '../../adapters/discord/render.ts';
import { channel, discordChannel } from '../adapters/discord/support.ts';
import { aDigest, aDigestStory } from '../support/builders.ts';
import { openBrowser } from '../support/chromium.ts';
import { previewTalk } from './talk.ts';

// biome-ignore lint/suspicious/noExplicitAny: Discord's JSON, as it is sent.
type Json = any;

const docs = new URL('../../docs/', import.meta.url);
const now = new Date('2026-11-23T07:00:00.000Z');
const at = (time: string) => `2026-11-23T${time}:00.000Z`;

/** A drawn harbour at dawn: no photograph of anybody's is needed. */
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#f3b27a"/><stop offset="1" stop-color="#e7d6c4"/></linearGradient></defs><rect width="80" height="80" fill="url(#s)"/><circle cx="56" cy="34" r="9" fill="#fff3dc"/><path d="M0 46h80v34H0z" fill="#2f6f86"/><path d="M0 52q10-5 20 0t20 0 20 0 20 0v6H0z" fill="#5f9fb3"/><path d="M14 46V26h8v20m4 0V18h6v28m6 0V30h10v16" fill="#25495a"/></svg>')}`;

/** Stories of the bundled samples' kind: invented outlets, invented events. */
const stories = [
  aDigestStory({
    number: 1,
    headline: 'Aurelie Lab gives Kestrel 3 away: a small model that reads a whole law book at once',
    gist: 'The open model runs on a laptop, matches last year’s largest systems on reasoning tests, and may be used commercially without a fee.',
    source: 'Meridian Wire',
    publishedAt: at('04:40'),
    minutes: 4,
    alsoIn: 5,
    topics: ['ai'],
  }),
  aDigestStory({
    number: 2,
    headline: 'Norvane hospitals back on paper after a ransomware attack; surgery resumes on Tuesday',
    update: 'Two of the five sites have their records again.',
    gist: 'The attackers came in through a supplier’s remote access; no patient data has been offered for sale so far.',
    source: 'Copperline',
    publishedAt: at('05:55'),
    minutes: 3,
    alsoIn: 3,
    topics: ['cybersecurity'],
  }),
  aDigestStory({
    number: 3,
    headline: '体育館の薄い屋根で発電 曲がる太陽電池、汐見市で国内最大の実証',
    gist: '重いパネルを載せられない6校の屋根に、厚さ1ミリの太陽電池を貼る実証が始まった。',
    source: '朝凪新報',
    publishedAt: '2026-11-22T12:00:00.000Z',
    minutes: 3,
    alsoIn: 0,
    foreign: true,
    language: 'ja',
    topics: ['energy'],
  }),
];

const digest = aDigest({ channel, stories, minutes: 4, sourcesRead: 461, sourcesFailed: 9 });

const card = aDigest({
  channel,
  kind: 'taste',
  stories: [
    aDigestStory({
      headline: 'Harbour city opens its first tidal power station',
      gist: 'Two turbines under the old pier power 12,000 homes; a second station is planned for 2028.',
      source: 'Lamplight Review',
      publishedAt: at('06:10'),
      image: 'https://news.example/harbour.png',
      topics: ['climate'],
    }),
  ],
  minutes: 1,
  sourcesRead: 461,
  sourcesFailed: 9,
});

const { points, question, answer } = previewTalk('en');

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The subset of Discord's markdown that our messages use. */
function markdown(source: string): string {
  return source.split('\n').map(markdownLine).join('');
}

function markdownLine(line: string): string {
  const [, mark = '', rest = ''] = /^(#{2,3} |-# |> |- )?(.*)$/s.exec(line) ?? [];
  const tags: Record<string, [string, string]> = {
    '## ': ['h2', ''],
    '### ': ['h3', ''],
    '-# ': ['small', ''],
    '> ': ['blockquote', ''],
    '- ': ['li', ''],
  };
  const [tag] = tags[mark] ?? ['p'];
  return `<${tag}>${inline(rest)}</${tag}>`;
}

function inline(text: string): string {
  const kept: string[] = [];
  const dead = text.replace(
    /\\([^0-9A-Za-z\s])/g,
    (_, sign: string) => `\u0001${kept.push(escapeHtml(sign)) - 1}\u0002`,
  );
  return escapeHtml(dead)
    .replace(/&lt;t:(\d+):R&gt;/g, (_, seconds: string) => `<time>${ago(Number(seconds))}</time>`)
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a>$1</a>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/\*(.+?)\*/g, '<i>$1</i>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\u0001(\d+)\u0002/g, (_, index: string) => kept[Number(index)]!);
}

function ago(seconds: number): string {
  const hours = Math.round((now.getTime() / 1000 - seconds) / 3600);
  return new Intl.RelativeTimeFormat('en').format(-hours, 'hour');
}

function draw(component: Json): string {
  switch (component.type) {
    case 1:
      return `<div class="row">${component.components.map(draw).join('')}</div>`;
    case 2:
      return `<button class="style${component.style}">${escapeHtml(component.label)}${component.style === 5 ? ' <span>↗</span>' : ''}</button>`;
    case 3:
      return `<div class="select">${escapeHtml(component.placeholder)}<span>⌄</span></div>`;
    case 9:
      return `<div class="section"><div>${component.components.map(draw).join('')}</div>${draw(component.accessory)}</div>`;
    case 10:
      return `<div class="text">${markdown(component.content)}</div>`;
    case 11:
      return `<img src="${picture}">`;
    case 17:
      return `<div class="box" style="border-left-color:#${component.accent_color.toString(16).padStart(6, '0')}">${component.components.map(draw).join('')}</div>`;
    default:
      throw new Error(`not drawn: ${component.type}`);
  }
}

const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="#1f3a4d"/><path d="M6 20c4-5 8-5 12 0s8 5 12 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><path d="M6 27c4-5 8-5 12 0s8 5 12 0" fill="none" stroke="#7fb7d6" stroke-width="3" stroke-linecap="round"/></svg>')}`;

const styles = `
  * { box-sizing: border-box; } body { margin: 0; background: #313338; color: #dbdee1; font: 15px/1.4 "gg sans", "Noto Sans", "DejaVu Sans", "Noto Sans CJK JP", sans-serif; }
  main { width: 660px; padding: 0 16px 20px; } header { display: flex; justify-content: space-between; align-items: baseline; padding: 13px 0; border-bottom: 1px solid #26282c; font-weight: 600; color: #f2f3f5; margin-bottom: 14px; }
  header span { font-weight: 400; font-size: 12px; color: #949ba4; } article { display: flex; gap: 14px; } article + article { margin-top: 18px; } article > img { width: 40px; height: 40px; border-radius: 50%; flex: none; }
  .by { font-weight: 600; color: #f2f3f5; } .by em { font: 600 10px/15px sans-serif; background: #5865f2; color: #fff; border-radius: 3px; padding: 1px 4px; margin: 0 6px 0 4px; vertical-align: 2px; } .by small { display: inline; font-weight: 400; color: #949ba4; }
  .body { flex: 1; min-width: 0; } .text p { margin: 2px 0; } h2 { font-size: 21px; margin: 4px 0 2px; color: #f2f3f5; } h3 { font-size: 17px; margin: 4px 0 4px; color: #f2f3f5; }
  small { display: block; font-size: 12.5px; color: #949ba4; margin: 2px 0; } a { color: #00a8fc; } b { color: #f2f3f5; } b a { color: #00a8fc; } time { background: #3b3d44; border-radius: 3px; padding: 0 2px; }
  blockquote { margin: 4px 0; border-left: 4px solid #4e5058; border-radius: 3px; padding-left: 12px; } code { background: #2b2d31; border-radius: 3px; padding: 1px 4px; }
  .box { background: #393c43; border: 1px solid #41434a; border-left: 4px solid; border-radius: 8px; padding: 11px 14px; margin: 8px 0; } .section { display: flex; gap: 14px; justify-content: space-between; align-items: flex-start; } .section > div { min-width: 0; } .section > img { width: 84px; height: 84px; border-radius: 8px; flex: none; } .section > button { flex: none; }
  .row { display: flex; gap: 8px; flex-wrap: wrap; margin-top: 8px; } button { font: 500 13.5px/1 inherit; font-family: inherit; color: #fff; border: 0; border-radius: 8px; padding: 9px 13px; background: #4e5058; white-space: nowrap; } button.style1 { background: #5865f2; } button.style4 { background: #da373c; } button span { opacity: .7; font-size: 11px; }
  .select { flex: 0 1 400px; display: flex; justify-content: space-between; background: #2b2d31; border: 1px solid #25272b; border-radius: 8px; padding: 9px 12px; color: #949ba4; }
  .pill { margin: 16px 0 14px 54px; display: inline-block; background: #2b2d31; border-radius: 6px; padding: 7px 12px; font-weight: 600; color: #f2f3f5; font-size: 13.5px; } .pill span { font-weight: 400; color: #949ba4; }`;

const message = ({ components }: Json, time: string) =>
  `<article><img src="${logo}"><div class="body"><div class="by">Tidings<em>APP</em><small>Today at ${time}</small></div>${components.map(draw).join('')}</div></article>`;

const frame = (title: string, inside: string) =>
  `<!doctype html><meta charset="utf-8"><style>${styles}</style><main><header><div>${title}</div><span>preview · drawn from the JSON that is posted</span></header>${inside}</main>`;

async function save(name: string, page: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage({ deviceScaleFactor: 2 });
    await tab.setContent(page);
    const png = await tab.locator('main').screenshot();
    await writeFile(new URL(name, docs), png);
    console.log(`${name}: ${Math.round(png.byteLength / 1024)} KB`);
  } finally {
    await browser.close();
  }
}

const payload = (given: typeof digest) =>
  renderDigest(given, discordChannel(), () => randomUUID() as never)[0]!.payload;
const asked = `-# Ada asked: ${question}`;

await mkdir(docs, { recursive: true });
await save('discord-preview.png', frame('# morning-news', message(payload(digest), '08:00')));
const thread = [message(contentMessage(points), '08:04'), message(contentMessage(answer, [asked]), '08:05')];
await save('discord-preview-thread.png', frame('# morning-news › Aurelie Lab gives Kestrel 3 …', thread.join('')));
await save('discord-preview-card.png', frame('# morning-news', message(payload(card), '08:00')));
