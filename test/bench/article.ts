/** Finding the article in pages as large as real ones are. `node test/bench/article.ts` */
import { readPage } from '../../src/article/page.ts';
import { pages } from '../article/pages.ts';

const rounds = 5;
const url = 'https://news.example/2026/01/story';

/** Real pages carry menus, cards, scripts and styles many times the size of their article. */
function heavy(html: string): string {
  const cards = Array.from(
    { length: 150 },
    (_, index) =>
      `<div class="card teaser-${index}"><a href="/s/${index}" class="card__link" data-track="x${index}"><div class="card__media"><img src="/i/${index}.jpg" srcset="/i/${index}.jpg 1x, /i/${index}@2.jpg 2x" alt="A picture"></div><h3 class="card__title"><span>Headline number ${index} of another story</span></h3></a><p class="card__meta"><time>10:${index % 60}</time> <span>Section</span></p></div>`,
  ).join('');
  const scripts = `<script>${'window.dataLayer=window.dataLayer||[];dataLayer.push({event:"view",items:[1,2,3]});'.repeat(600)}</script><style>${'.card__title{font-size:1rem;line-height:1.2;margin:0 0 .5rem}'.repeat(600)}</style>`;
  return html
    .replace('</head>', `${scripts}</head>`)
    .replace('</body>', `<div class="feed-of-cards">${cards}</div></body>`);
}

const large = pages.map(({ html }) => heavy(html));
const times: number[] = [];
for (let round = 0; round < rounds; round++) {
  for (const html of large) {
    const started = performance.now();
    readPage(html, url);
    if (round > 0) times.push(performance.now() - started);
  }
}
times.sort((a, b) => a - b);
const size = large.reduce((sum, html) => sum + html.length, 0) / large.length / 1024;
console.log(
  `${large.length} pages of ${size.toFixed(0)} KB on average: median ${times[Math.floor(times.length / 2)]!.toFixed(0)} ms, p95 ${times[Math.floor(times.length * 0.95)]!.toFixed(0)} ms a page`,
);
