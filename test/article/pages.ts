/** Pages of our own writing, built as sites of many kinds build theirs: what stands in them, and what of it is the article. */

export interface PageFixture {
  /** Whose kind of page it is. */
  kind: string;
  html: string;
  title: string;
  language: string;
  /** The article's paragraphs. */
  text: string[];
}

const english = [
  'The harbour town of Marwick will switch on its first tidal power station next spring, two years later than planned, after engineers replaced blades that had cracked in a storm.',
  'Six turbines on the sea bed will supply about four thousand homes. The council, which paid for a third of the work, says that bills in the old town should fall by a tenth within a year.',
  '“We were told that it could not be done in water this rough,” said Ellen Farrow, who leads the project. “The sea had the better arguments for a while, and then we listened to it.”',
  'Fishing crews are less sure. Their boats must now keep four hundred metres away from the turbines, which closes two of the grounds where they have worked for generations.',
  'The ministry has promised a review after twelve months. If the catch has fallen by more than a tenth, crews will be paid for what they have lost, a spokesman said on Tuesday.',
  'Marwick is not alone. Nine towns on the same coast have asked for permission to build stations of their own, and the grid operator says that it can connect four of them before 2030.',
  'What happens in the first winter will decide which of them go on. Insurers, who have so far covered the turbines only against fire, want to see how they come through the gales of January.',
];
const japanese = [
  '港町のまちづくり会社は１５日、潮の流れで電気をつくる発電所を来年春に動かすと発表した。予定より２年遅れたが、嵐で傷んだ羽根の交換が終わった。',
  '海底に置いた６基で約４千世帯の電気をまかなう。費用の３分の１を負担した町は、旧市街の電気料金が１年以内に１割ほど下がるとみている。',
  '責任者の佐野さんは「ここまで荒い海では無理だと言われた。海の言い分を聞いて、設計を何度もやり直した」と話した。',
  '一方、漁師には不安もある。発電所から４００メートル以内には近づけず、代々使ってきた漁場のうち２カ所が使えなくなるためだ。',
  '国は１年後に影響を調べる。漁獲量が１割以上減った場合は、その分を補償する方針だという。',
];
const chinese = [
  '沿海小鎮的第一座潮汐發電廠將在明年春天啟用，比原定計畫晚了兩年。工程人員表示，在暴風中受損的葉片已經全部更換完畢。',
  '六部設置在海床上的機組可以供應約四千戶家庭用電。負擔三分之一經費的鎮公所預估，舊城區的電費一年內可以降低一成。',
  '專案負責人說，當初大家都認為這裡的海流太強，不可能成功，團隊花了很多時間觀察海流，才把設計改到現在的樣子。',
  '漁民則擔心，船隻必須與機組保持四百公尺的距離，等於失去兩個世代相傳的漁場。主管機關承諾一年後檢討影響。',
];
const korean = [
  '바닷가 마을의 첫 조류 발전소가 내년 봄 가동을 시작한다. 당초 계획보다 2년 늦어졌지만 폭풍으로 금이 간 날개를 모두 바꿨다고 사업단이 밝혔다.',
  '바다 밑에 놓인 터빈 6기는 약 4천 가구가 쓸 전기를 만든다. 사업비의 3분의 1을 낸 군은 옛 시가지 전기 요금이 1년 안에 10퍼센트쯤 내려갈 것으로 본다.',
  '사업 책임자는 “이렇게 거친 바다에서는 안 된다는 말을 들었다”며 “바다의 말을 듣고 설계를 여러 번 고쳤다”고 말했다.',
  '어민들은 걱정이 크다. 배가 터빈에서 400미터 떨어져야 해서 대대로 써 온 어장 두 곳을 잃기 때문이다.',
];

const p = (lines: string[], attributes = '') => lines.map((line) => `<p${attributes}>${line}</p>`).join('\n');
const links = (count: number, words = 'Another headline about something else today') =>
  Array.from({ length: count }, (_, index) => `<li><a href="/story-${index}">${words} ${index}</a></li>`).join('');
const title = 'Tidal power comes to Marwick at last';
const head = (extra = '', site = 'Coast Daily') =>
  `<meta charset="utf-8"><title>${title} - ${site}</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}">${extra}`;
const html = (lang: string, headed: string, body: string, attributes = '') =>
  `<!DOCTYPE html><html lang="${lang}"><head>${headed}</head><body ${attributes}>${body}</body></html>`;
const menu = `<nav><ul>${links(25, 'Section')}</ul></nav>`;
const consent =
  '<div id="onetrust-banner-sdk" class="cookie-consent"><p>We and our 842 partners store and access information on your device. You can accept or manage your choices at any time.</p><button>Accept all</button></div>';

export const pages: PageFixture[] = [
  {
    kind: 'WordPress blog with a sidebar, related posts and comments',
    title,
    language: 'en',
    text: english,
    html: html(
      'en-US',
      head(),
      `<div id="page" class="site"><header id="masthead" class="site-header"><h1 class="site-title"><a href="/">Coast Daily</a></h1>${menu}</header>
      <div id="content" class="site-content has-sidebar"><main><article class="post-12 post type-post hentry category-energy tag-tidal"><header class="entry-header"><h1 class="entry-title">${title}</h1>
      <div class="entry-meta">Posted on <time datetime="2026-01-14T08:00:00+00:00">January 14</time> by <a rel="author" href="/a">Jo Lind</a></div></header>
      <div class="entry-content">${p(english)}<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div>
      <div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p><a href="/x">Something that happened in March and was told at length</a></p></div></div>
      <footer class="entry-footer">Tagged <a>tidal</a>, <a>energy</a></footer></article>
      <nav class="navigation post-navigation"><a>Previous post</a><a>Next post</a></nav>
      <div id="comments" class="comments-area"><h2>3 thoughts on “${title}”</h2><ol class="comment-list"><li><p>I have lived here for forty years and never saw such waves as in that winter.</p></li><li><p>Who pays for the other two thirds? Nobody ever answers this question.</p></li></ol></div></main>
      <aside class="widget-area"><h2>Recent posts</h2><ul>${links(8)}</ul></aside></div><footer class="site-footer"><p>Proudly powered by WordPress</p></footer></div>`,
      'class="single has-sidebar no-comments"',
    ),
  },
  {
    kind: 'large newspaper with cards and advertisements between its paragraphs',
    title,
    language: 'en',
    text: [...english.slice(0, 3), 'A rough first winter', ...english.slice(3)],
    html: html(
      'en',
      head('<meta property="article:published_time" content="2026-01-14T08:00:00Z">'),
      `${consent}<header role="banner">${menu}</header><main id="maincontent"><article>
      <div data-component="headline"><h1>${title}</h1></div><div class="dcr-byline"><address>Jo Lind in Marwick</address></div><div class="social-share"><ul><li><a>Share on X</a></li></ul></div>
      <figure><picture><img src="/a.jpg" alt="x"></picture><figcaption>Six turbines wait on the quay in Marwick. Photograph: Ann Reyes</figcaption></figure>
      <div class="article-body-viewer">${p(english.slice(0, 2), ' class="dcr-p"')}<div class="ad-slot ad-slot--inline"><div class="ad-slot__label">Advertisement</div></div>
      <aside data-component="rich-link"><a href="/r">Read more: why the blades cracked</a></aside>${p(english.slice(2, 3))}<h2>A rough first winter</h2>${p(english.slice(3, 5))}
      <div class="email-signup"><h3>Sign up to Morning Coast</h3><p>Our newsletter breaks down the key stories of the day, telling you what is happening and why it matters.</p><form><input><button>Sign up</button></form><p>Privacy notice: newsletters may contain information about charities and online ads.</p></div>
      ${p(english.slice(5))}</div><div class="submeta"><span>Topics</span><ul><li><a>Energy</a></li><li><a>Sea</a></li></ul></div></article>
      <section class="most-viewed"><h2>Most viewed</h2><ol>${links(10)}</ol></section></main><footer role="contentinfo"><p>All rights reserved.</p></footer>`,
    ),
  },
  {
    kind: 'broadcaster whose every paragraph has its own box',
    title,
    language: 'en',
    text: english,
    html: html(
      'en-GB',
      head(),
      `<div id="root"><div class="ssrcss-nav">${menu}</div><main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper"><h1 class="ssrcss-headline">${title}</h1>
      ${english.map((line) => `<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><div class="ssrcss-7uxr49"><p class="ssrcss-1q0x1qg-Paragraph">${line}</p></div></div>`).join('<div data-component="ad-slot" class="ssrcss-ad"></div>')}
      <section data-component="tag-list"><h2>Related Topics</h2><ul>${links(4, 'Topic')}</ul></section></article><section data-component="links-block"><h2>Related stories</h2><ul>${links(5)}</ul></section></main></div>`,
    ),
  },
  {
    kind: 'agency page with a list and a table that belong to it',
    title,
    language: 'en',
    text: [
      ...english.slice(0, 2),
      'What is planned until 2030:',
      'Two more stations at Pell and Orway',
      'A cable of forty kilometres',
      'A school for divers',
      ...english.slice(4),
    ],
    html: html(
      'en',
      head(),
      `<header>${menu}</header><div class="container"><div class="row"><div class="col-8"><h1>${title}</h1><div class="story-body">${p(english.slice(0, 2))}<p>What is planned until 2030:</p><ul><li>Two more stations at Pell and Orway</li><li>A cable of forty kilometres</li><li>A school for divers</li></ul>${p(english.slice(4))}</div></div>
      <div class="col-4 right-rail"><div class="trending"><h3>Trending</h3><ul>${links(6)}</ul></div></div></div></div><footer>${links(20, 'Corporate')}</footer>`,
    ),
  },
  {
    kind: 'post of a newsletter platform with subscribe boxes',
    title,
    language: 'en',
    text: english,
    html: html(
      'en',
      head('', 'Sea Letters'),
      `<div class="main-menu">${menu}</div><div class="single-post"><article class="newsletter-post post"><div class="post-header"><h1 class="post-title published">${title}</h1><h3 class="subtitle"></h3><div class="post-ufi"><a>12</a><a>Share</a></div></div>
      <div class="available-content"><div class="body markup">${p(english.slice(0, 3))}<div class="subscription-widget-wrap"><div class="subscription-widget"><p class="cta-caption">Thanks for reading Sea Letters! Subscribe for free to receive new posts and support my work.</p><form><input><button>Subscribe</button></form></div></div>${p(english.slice(3))}<p class="button-wrapper"><a class="button primary" href="/share">Share</a></p></div></div></article>
      <div id="discussion" class="comments-section"><h4>Discussion about this post</h4><p>Wonderful piece, thank you for writing about the crews too.</p></div></div><div class="footer"><p>© 2026 Jo Lind · Privacy · Terms</p></div>`,
    ),
  },
  {
    kind: 'AMP page',
    title,
    language: 'en',
    text: english,
    html: `<!doctype html><html amp lang="en"><head>${head('<link rel="canonical" href="https://coast.example/tidal">')}<style amp-custom>p{margin:0}</style></head><body><amp-sidebar id="s"><ul>${links(12, 'Section')}</ul></amp-sidebar><header class="amp-header"><a>Coast Daily</a></header><amp-ad width="300"></amp-ad><article class="amp-wp-article"><header><h1 class="amp-wp-title">${title}</h1></header><amp-img src="/a.jpg"></amp-img><div class="amp-wp-article-content">${p(english)}</div><amp-social-share type="x"></amp-social-share></article><amp-consent id="c"><p>We use cookies to improve your experience on this page and elsewhere.</p></amp-consent></body></html>`,
  },
  {
    kind: 'old page laid out in tables, with line breaks for paragraphs',
    title,
    language: 'en',
    text: english,
    html: `<html><head><title>${title}</title></head><body bgcolor="#ffffff"><table width="100%"><tr><td width="150"><font size="2">${Array.from({ length: 12 }, (_, i) => `<a href="/${i}">Menu ${i}</a><br>`).join('')}</font></td><td><font face="Arial"><b>${title}</b><br><br>${english.join('<br><br>')}</font></td></tr></table><center><font size="1">Copyright 2004 Coast Daily</font></center></body></html>`,
  },
  {
    kind: 'documentation page with code',
    title,
    language: 'en',
    text: [
      english[0]!,
      english[1]!,
      'const station = open("marwick");',
      english[3]!,
      'Limits',
      english[4]!,
      english[5]!,
    ],
    html: html(
      'en',
      head('', 'Docs'),
      `<div class="layout"><div class="sidebar-container"><nav class="sidebar"><ol>${links(30, 'Reference page')}</ol></nav></div><main id="content"><article class="main-page-content" lang="en"><h1>${title}</h1><div class="section-content">${p(english.slice(0, 2))}<div class="code-example"><pre class="brush: js"><code>const station = open("marwick");</code></pre></div>${p(english.slice(3, 4))}</div><section aria-labelledby="limits"><h2 id="limits"><a href="#limits">Limits</a></h2>${p(english.slice(4, 6))}</section></article><aside class="article-footer"><h2>Help improve this page</h2><p>Was this page helpful to you?</p></aside></main><div class="toc"><h2>In this article</h2><ul>${links(4, 'Part')}</ul></div></div>`,
    ),
  },
  {
    kind: 'encyclopedia page with an info box, edit links and notes',
    title,
    language: 'en',
    text: [...english.slice(0, 3), 'History', ...english.slice(3)],
    html: html(
      'en',
      `<title>${title} - Pedia</title>`,
      `<div id="mw-navigation"><div class="mw-portlet"><ul>${links(20, 'Portal')}</ul></div></div><div id="content" class="mw-body" role="main"><h1 id="firstHeading">${title}</h1><div id="bodyContent"><div id="mw-content-text"><div class="mw-parser-output">
      ${p(english.slice(0, 3))}<h2><span class="mw-headline">History</span></h2>${p(english.slice(3))}<div class="navbox" role="navigation"><ul>${links(12, 'Station')}</ul></div></div></div></div></div><div id="footer" role="contentinfo"><p>Text is available under a free licence.</p></div>`,
    ),
  },
  {
    kind: 'live blog',
    title,
    language: 'en',
    text: ['10:45', ...english.slice(0, 2), '10:20', ...english.slice(2, 4), '09:58', ...english.slice(4)],
    html: html(
      'en',
      head(),
      `<header>${menu}</header><main><article><h1>${title}</h1><div id="liveblog-body">
      ${[
        ['10:45', english.slice(0, 2)],
        ['10:20', english.slice(2, 4)],
        ['09:58', english.slice(4)],
      ]
        .map(
          ([at, lines]) =>
            `<section class="block"><p class="block-time"><time>${at as string}</time></p><div class="block-elements">${p(lines as string[])}</div></section>`,
        )
        .join('')}
      </div></article></main><footer><ul>${links(10, 'About')}</ul></footer>`,
    ),
  },
  {
    kind: 'Japanese news site with links of related news in and behind the text',
    title: '潮流発電、港町で来春始動',
    language: 'ja',
    text: japanese,
    html: html(
      'ja',
      '<title>潮流発電、港町で来春始動 - 沿岸新聞</title><meta property="og:title" content="潮流発電、港町で来春始動"><meta property="og:site_name" content="沿岸新聞">',
      `<header class="l-header"><nav class="gnav"><ul>${links(15, '主要ニュース')}</ul></nav></header><div class="l-main"><article class="p-article"><h1 class="p-article__title">潮流発電、港町で来春始動</h1><p class="p-article__date">2026年1月15日 8時00分</p><div class="sns-share"><ul><li><a>ポスト</a></li><li><a>シェア</a></li></ul></div>
      <div class="p-article__body">${p(japanese.slice(0, 3))}<div class="kanren-inline"><p>【関連記事】<a href="/k">羽根が割れた嵐の夜</a></p></div>${p(japanese.slice(3))}</div><div class="p-article__related"><h2>関連記事</h2><ul>${links(4, '発電所をめぐる動き')}</ul></div></article>
      <section class="p-ranking"><h2>アクセスランキング</h2><ol>${links(10, '読まれている記事')}</ol></section></div><footer><p>© 沿岸新聞社 無断転載を禁じます</p></footer>`,
    ),
  },
  {
    kind: 'Japanese portal with the whole text in one paragraph of line breaks',
    title: '潮流発電、港町で来春始動',
    language: 'ja',
    text: japanese,
    html: html(
      'ja',
      '<title>潮流発電、港町で来春始動（沿岸新聞） - ポータル</title>',
      `<div id="wrapper"><header><ul>${links(10, 'カテゴリ')}</ul></header><div id="contents"><main><article><header><h1>潮流発電、港町で来春始動</h1></header><div class="article_body highLightSearchTarget"><div class="sc-abc"><p class="sc-def yjSlinkDirectlink">${japanese.join('<br/><br/>')}</p></div></div><section><h2>関連記事</h2><ul>${links(5, '別のニュースの見出しがここに入る')}</ul></section></article></main><div id="sub"><h2>アクセスランキング</h2><ol>${links(10, '人気の記事')}</ol></div></div></div>`,
    ),
  },
  {
    kind: 'Taiwanese news site',
    title: '潮汐發電廠明年春天啟用',
    language: 'zh-TW',
    text: chinese,
    html: html(
      'zh-Hant-TW',
      '<title>潮汐發電廠明年春天啟用 | 海岸新聞網</title><meta property="og:title" content="潮汐發電廠明年春天啟用 | 海岸新聞網"><meta property="og:site_name" content="海岸新聞網">',
      `<header class="context-box">${menu}</header><main><article class="article-content"><h1 class="article-content__title">潮汐發電廠明年春天啟用</h1><section class="article-content__subinfo"><time class="article-content__time">2026-01-15 08:00</time></section><section class="article-content__editor">${p(chinese.slice(0, 2))}<div class="inline-ads"><p>廣告</p></div>${p(chinese.slice(2))}</section><section class="keywords"><h3>延伸閱讀</h3><ul>${links(4, '其他相關的新聞標題')}</ul></section></article><div class="more-news"><h2>熱門新聞</h2><ul>${links(8, '今天最多人看的新聞')}</ul></div></main>`,
    ),
  },
  {
    kind: 'Korean portal',
    title: '조류 발전소 내년 봄 가동',
    language: 'ko',
    text: korean,
    html: html(
      'ko',
      '<title>조류 발전소 내년 봄 가동</title><meta property="og:title" content="조류 발전소 내년 봄 가동">',
      `<div id="header"><ul>${links(12, '뉴스 메뉴')}</ul></div><div id="ct_wrap"><div id="ct" role="main"><div class="media_end_head"><h2 id="title_area" class="media_end_head_headline"><span>조류 발전소 내년 봄 가동</span></h2></div><div id="contents" class="newsct_body"><div id="newsct_article" class="newsct_article"><article id="dic_area">${korean.join('<br><br>')}</article></div><div class="byline"><p>기자 abc@example.org</p></div><div class="copyright"><p>Copyright ⓒ 바다일보. 무단 전재 및 재배포 금지.</p></div></div><div class="ofhe_head"><ul>${links(6, '이 기사를 본 사람들이 함께 본 뉴스')}</ul></div></div></div>`,
    ),
  },
  {
    kind: 'page that only scripts fill, with its text for search engines',
    title,
    language: 'en',
    text: english,
    html: html(
      'en',
      head(
        `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, articleBody: english.join('\n\n'), datePublished: '2026-01-14' })}</script>`,
      ),
      '<div id="app"></div><noscript><p>You need to enable JavaScript to run this app.</p></noscript>',
    ),
  },
  {
    kind: 'company blog of sections without an article element',
    title,
    language: 'en',
    text: [
      english[0]!,
      english[1]!,
      'Why it took so long',
      english[2]!,
      english[3]!,
      'What comes next',
      ...english.slice(4),
    ],
    html: html(
      'en',
      head('', 'Turbine Co'),
      `<div class="navbar">${menu}</div><div class="hero"><h1>${title}</h1></div><div class="blog-post-content w-richtext">${p(english.slice(0, 2))}<h2>Why it took so long</h2>${p(english.slice(2, 4))}<h2>What comes next</h2>${p(english.slice(4))}</div>
      <div class="cta-section"><h2>Ready to get started?</h2><p>Talk to our team about your coast and see what we can do for you.</p><a class="button">Contact sales</a></div><div class="related-posts"><div class="card"><a href="/1"><h3>Five lessons from the sea</h3><p>What we learned while building in rough water.</p></a></div><div class="card"><a href="/2"><h3>Meet the divers</h3><p>The people who work below.</p></a></div></div><div class="footer">${links(20, 'Company')}</div>`,
    ),
  },
  {
    kind: 'short report of two paragraphs',
    title,
    language: 'en',
    text: english.slice(0, 2),
    html: html(
      'en',
      head(),
      `<header>${menu}</header><div class="content-area"><article class="story"><h1>${title}</h1><p class="dateline">MARWICK</p>${p(english.slice(0, 2))}</article><div class="recirc"><h3>More stories</h3><ul>${links(12, 'A long headline about another event somewhere far away in the country')}</ul></div></div>`,
    ),
  },
];

export const walls: { kind: string; html: string; reason: string }[] = [
  {
    kind: 'paywall',
    reason: 'only subscribers can read on',
    html: html(
      'en',
      head(),
      `<main><article><h1>${title}</h1>${p(english.slice(0, 2))}<div class="gateway"><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div></article></main>`,
    ),
  },
  {
    kind: 'paywall told by JSON-LD alone',
    reason: 'only subscribers can read on',
    html: html(
      'en',
      head('<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'),
      `<main><article><h1>${title}</h1>${p(english.slice(0, 3))}</article></main>`,
    ),
  },
  {
    kind: 'Japanese paywall',
    reason: 'only subscribers can read on',
    html: html(
      'ja',
      '<title>潮流発電</title>',
      `<main><article><h1>潮流発電、港町で来春始動</h1>${p(japanese.slice(0, 2))}<p>この記事は有料会員限定です。残り1234文字</p></article></main>`,
    ),
  },
  {
    kind: 'cookie wall',
    reason: 'its site asks for consent first',
    html: html(
      'en',
      head(),
      '<div class="wall"><h1>Before you continue</h1><p>We and our partners use cookies to store information on your device. Accept all cookies to go on, or see our cookie policy to manage your choices.</p></div>',
    ),
  },
  {
    kind: 'challenge for browsers',
    reason: 'its site asks for a browser',
    html: html(
      'en',
      '<title>Just a moment...</title>',
      '<div class="main-wrapper"><h1>coast.example</h1><p>Verify you are human by completing the action below. coast.example needs to review the security of your connection before proceeding.</p></div>',
    ),
  },
];
