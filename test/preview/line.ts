/**
 * Pictures of the real JSON for docs, and the pictures of the rich menu: `node test/preview/line.ts`. What is drawn is
 * what would be posted; the frame says *preview*.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { contentMessages } from '../../adapters/line/content.ts';
import { renderDigest } from '../../adapters/line/render.ts';
import { type MenuLanguage, menuItems, menuLanguages, menuSize } from '../../adapters/line/rich-menu.ts';
import type { Json } from '../adapters/line/limits.ts';
import { lineChannel } from '../adapters/line/support.ts';
import { aDigest, aDigestStory, partIds } from '../support/builders.ts';
import { openBrowser } from '../support/chromium.ts';
import { drawMessage } from './line-flex.ts';
import { previewTalk } from './talk.ts';

const docs = new URL('../../docs/', import.meta.url);
const menus = new URL('../../adapters/line/menu/', import.meta.url);
const at = (time: string) => `2026-11-23T${time}:00.000Z`;

/** A picture that no feed owns: hills at dawn. */
const hills = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#f6c48b"/><stop offset="1" stop-color="#f3e3cf"/></linearGradient></defs><rect width="600" height="300" fill="url(#s)"/><circle cx="430" cy="120" r="46" fill="#fff3df"/><path d="M0 210Q120 120 250 200T600 170V300H0Z" fill="#7ea3a0"/><path d="M0 260Q180 180 340 250T600 230V300H0Z" fill="#3f7391"/><g stroke="#fff" stroke-width="5"><path d="M140 240v-80M140 160l-30-18M140 160l30-18M140 160v34"/><path d="M240 255v-64M240 191l-24-14M240 191l24-14M240 191v28"/></g></svg>')}`;

/** Stories of the bundled samples' kind: invented outlets, invented events. */
const stories = [
  aDigestStory({
    number: 1,
    headline: '体育館の薄い屋根で発電 曲がる太陽電池、汐見市で国内最大の実証',
    gist: '重いパネルを載せられない6校の屋根に、厚さ1ミリの太陽電池を貼る実証が始まった。発電量は年間で校舎の電気の4割にあたる。',
    source: '朝凪新報',
    publishedAt: at('04:40'),
    minutes: 3,
    alsoIn: 4,
    image: 'https://news.example/roof.jpg',
    language: 'ja',
  }),
  aDigestStory({
    number: 2,
    headline: '小型の公開モデル「ケストレル3」、法律書1冊を一度に読む',
    gist: 'ノートパソコンで動き、推論の試験では昨年の最大級のモデルに並んだ。商用利用も無償で認められる。',
    source: 'メリディアン通信',
    publishedAt: at('05:10'),
    minutes: 4,
    alsoIn: 5,
    language: 'ja',
  }),
  aDigestStory({
    number: 3,
    headline: 'ノーヴェン市立病院、身代金要求型の攻撃で紙の運用に 手術は火曜に再開へ',
    update: '5施設のうち2施設で記録が復旧した。',
    gist: '侵入口は取引先の遠隔保守だった。患者の情報が売りに出された形跡は、いまのところない。',
    source: '銅線ジャーナル',
    publishedAt: at('05:55'),
    minutes: 3,
    alsoIn: 2,
    language: 'ja',
  }),
];

const digest = aDigest({ stories, language: 'ja', zone: 'Asia/Tokyo', minutes: 5, sourcesRead: 461, sourcesFailed: 9 });
const messagesOf = (layout: 'cards' | 'compact') =>
  renderDigest(digest, lineChannel({ layout, language: 'ja' }), partIds()).flatMap(
    ({ payload }) => (payload as { messages: Json[] }).messages,
  );

const talk = previewTalk('ja');
const points = contentMessages(talk.points, { language: 'ja', quoteToken: null, guide: false });
const answer = contentMessages(talk.answer, { language: 'ja', quoteToken: `花子：${talk.question}`, guide: false });

const font = '"Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "IPAGothic", "Noto Sans", sans-serif';

function frame(title: string, messages: Json[], width: number): string {
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
    body { margin: 0; font: 15px/1.5 ${font}; background: #fff; }
    main { width: ${width}px; background: #8cabd9; padding: 0 14px 18px; box-sizing: border-box; }
    header { margin: 0 -14px 14px; padding: 12px 16px; background: #7b9bcb; color: #fff; font-weight: 700; display: flex; justify-content: space-between; }
    header span { font-weight: 400; font-size: 12px; opacity: .9; }
    .message { margin-top: 10px; }
    .carousel { display: flex; gap: 10px; align-items: stretch; }
    article { background: #fff; border-radius: 12px; overflow: hidden; display: flex; flex-direction: column; }
    .image { background-size: cover; background-position: center; }
    hr { border: 0; border-top: 1px solid; margin: 0; width: 100%; }
    .said { background: #fff; border-radius: 14px; padding: 9px 13px; margin: 0; display: inline-block; max-width: 70%; }
    q { display: block; quotes: none; font-size: 12px; color: #7b8794; border-bottom: 1px solid #e3e9ed; padding-bottom: 5px; margin-bottom: 5px; }
    nav { display: flex; gap: 8px; margin-top: 12px; flex-wrap: wrap; } nav i { font-style: normal; font-size: 13px; background: #f5f8fb; border-radius: 16px; padding: 5px 13px; }
  </style><main><header>Tidings <span>${title}</span></header>${messages.map(drawMessage).join('').replaceAll('https://news.example/roof.jpg', hills)}</main></html>`;
}

const icons = [
  '<path d="M8 10h32v28H8zM14 18h20M14 25h20M14 32h12"/>',
  '<path d="M8 24l18-16 14 2 2 14-18 16zM34 17h.1"/>',
  '<path d="M8 14h20M36 14h4M8 34h4M20 34h20"/><circle cx="32" cy="14" r="4"/><circle cx="16" cy="34" r="4"/>',
  '<circle cx="24" cy="24" r="17"/><path d="M18.500 19a5.500 5.500 0 1 1 8 5c-2 1-2.500 2-2.500 4M24 34h.1"/>',
];

function menuPage(language: MenuLanguage): string {
  const items = menuItems(language).map(
    ({ label }, index) =>
      `<div><svg viewBox="0 0 48 48" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${icons[index]}</svg><b>${label}</b></div>`,
  );
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>
    body { margin: 0; } main { width: ${menuSize.width}px; height: ${menuSize.height}px; display: grid; grid-template-columns: repeat(4, 1fr); background: linear-gradient(160deg, #16303f, #3f7391); color: #fff; font: 700 34px/1.2 ${font}; }
    div { display: flex; flex-direction: column; gap: 34px; align-items: center; justify-content: center; text-align: center; } div + div { border-left: 2px solid #ffffff2e; } svg { width: 118px; }
  </style><main>${items.join('')}</main></html>`;
}

const browser = await openBrowser();
try {
  const picture = async (file: URL, html: string, scale: number) => {
    const page = await browser.newPage({ deviceScaleFactor: scale, viewport: { width: 1_400, height: 900 } });
    await page.setContent(html);
    const png = await page.locator('main').screenshot();
    await writeFile(file, png);
    console.log(`${file.pathname.split('/').at(-1)}: ${Math.round(png.byteLength / 1_024)} KB`);
    await page.close();
  };
  await mkdir(docs, { recursive: true });
  await mkdir(menus, { recursive: true });
  await picture(
    new URL('line-preview.png', docs),
    frame('preview · drawn from the JSON that is posted', messagesOf('cards'), 1_268),
    1,
  );
  await picture(new URL('line-preview-compact.png', docs), frame('preview', messagesOf('compact'), 414), 2);
  await picture(new URL('line-preview-thread.png', docs), frame('preview', [...points, ...answer] as Json[], 414), 2);
  for (const language of menuLanguages) await picture(new URL(`${language}.png`, menus), menuPage(language), 1);
} finally {
  await browser.close();
}
