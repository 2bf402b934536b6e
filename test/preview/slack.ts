/**
 * Pictures of the real JSON for docs: `node test/preview/slack.ts` draws a sample digest and a talk in its thread with
 * slack-blocks-to-jsx, in Chromium, into docs/. What is drawn is what would be posted; the frame says *preview*.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import type { SlackMessage } from '../../adapters/slack/blocks.ts';
import { contentMessage } from '../../adapters/slack/content.ts';
import { renderDigest } from '../../adapters/slack/render.ts';
import { channel, slackChannel } from '../adapters/slack/support.ts';
import { aDigest, aDigestStory } from '../support/builders.ts';
import { previewTalk } from './talk.ts';

type Theme = 'light' | 'dark';

const docs = new URL('../../docs/', import.meta.url);
const at = (time: string) => `2026-11-23T${time}:00.000Z`;

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
  }),
];

const digest = aDigest({ channel, stories, minutes: 4, sourcesRead: 461, sourcesFailed: 9 });

const { points, answer } = previewTalk('en');

const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="8" fill="#1f3a4d"/><path d="M6 20c4-5 8-5 12 0s8 5 12 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><path d="M6 27c4-5 8-5 12 0s8 5 12 0" fill="none" stroke="#7fb7d6" stroke-width="3" stroke-linecap="round"/></svg>')}`;

function draw({ blocks }: SlackMessage, theme: Theme): string {
  // Its types are its own, and it takes `verbatim` for "draw no links", which Slack does not.
  const given = {
    blocks: JSON.parse(JSON.stringify(blocks), (key, value) => (key === 'verbatim' ? undefined : value)),
    logo,
    name: 'Tidings',
    time: new Date(2026, 10, 23, 8, 0),
    theme,
  };
  return renderToStaticMarkup(createElement(Message, given));
}

function frame(messages: string[], theme: Theme, styles: string): string {
  const [ground, ink, line] = theme === 'dark' ? ['#1a1d21', '#d1d2d3', '#35373b'] : ['#ffffff', '#1d1c1d', '#e4e4e4'];
  return `<!doctype html><meta charset="utf-8"><style>${styles}
    body { margin: 0; background: ${ground}; color: ${ink}; font: 15px/1.46 Lato, "Noto Sans", "Noto Sans CJK JP", sans-serif; }
    main { width: 640px; padding: 14px 18px 22px; }
    header { display: flex; justify-content: space-between; border-bottom: 1px solid ${line}; padding-bottom: 10px; margin-bottom: 10px; font-weight: 700; }
    header span { font-weight: 400; opacity: .7; font-size: 13px; }
    section + section { margin: 14px 0 0 44px; border-left: 3px solid ${line}; padding-left: 10px; }
  </style><main><header># morning-news <span>preview · drawn from the JSON that is posted</span></header>
  ${messages.map((message) => `<section>${message}</section>`).join('')}</main>`;
}

async function picture(name: string, messages: SlackMessage[], theme: Theme): Promise<void> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  if (executablePath === undefined) throw new Error('Chromium is needed to draw the previews');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const styles = await readFile(
      fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')),
      'utf8',
    ).catch(() => readFile(new URL('../../node_modules/slack-blocks-to-jsx/dist/style.css', import.meta.url), 'utf8'));
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    await page.setContent(
      frame(
        messages.map((message) => draw(message, theme)),
        theme,
        styles,
      ),
    );
    const png = await page.locator('main').screenshot();
    await writeFile(new URL(name, docs), png);
    console.log(`${name}: ${Math.round(png.byteLength / 1024)} KB`);
  } finally {
    await browser.close();
  }
}

await mkdir(docs, { recursive: true });
const [part] = renderDigest(digest, slackChannel(), () => randomUUID() as never);
await picture('slack-preview.png', [part!.payload as SlackMessage], 'light');
await picture('slack-preview-thread.png', [contentMessage(points), contentMessage(answer)], 'dark');
