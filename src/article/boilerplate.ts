/** Takes out of a page what is around an article, before and after Readability has looked for it. */

/** Elements that hold no article's words, whatever their names. */
const alwaysGone =
  'script,style,template,svg,canvas,iframe,object,embed,button,select,input,textarea,dialog,nav,link,meta,map,' +
  '[aria-hidden="true"],[role="navigation"],[role="complementary"],[role="banner"],[role="contentinfo"],[role="search"],' +
  '[role="dialog"],[role="alertdialog"],[role="menu"],[role="toolbar"],amp-ad,amp-sidebar,amp-consent,amp-analytics,amp-social-share,amp-user-notification,' +
  'ins.adsbygoogle,noscript';

/** Names that sites give to what is never part of an article, however much of the page it is. */
// biome-ignore format: a table reads better in rows
const surelyNoise = new Set([
  'related', 'relatedposts', 'relatedarticles', 'recommend', 'recommended', 'recommendation', 'recommendations', 'recirc', 'recirculation', 'readnext', 'upnext', 'morefrom', 'alsoread',
  'trending', 'mostread', 'mostpopular', 'ranking', 'outbrain', 'taboola', 'zergnet', 'revcontent', 'mgid',
  'comment', 'comments', 'commentlist', 'disqus', 'livefyre', 'cookie', 'cookies', 'consent', 'gdpr', 'onetrust', 'breadcrumb', 'breadcrumbs', 'pagination', 'pager', 'postnav',
  'navigation', 'nav', 'navbar', 'menu', 'menus', 'submenu', 'topbar', 'masthead', 'footer', 'sidebar', 'share', 'sharing', 'sharebar', 'sharebuttons', 'sharedaddy', 'addthis', 'addtoany', 'sns',
]);

/** Names of what is around articles, and now and then of what holds one. */
// biome-ignore format: a table reads better in rows
const perhapsNoise = new Set([
  'ad', 'ads', 'advert', 'adverts', 'advertisement', 'advertising', 'adslot', 'adbox', 'adunit', 'dfp', 'sponsor', 'sponsored', 'sponsors', 'promo', 'promos', 'promotion', 'promoted',
  'social', 'socials', 'follow', 'followus', 'readmore', 'seealso', 'popular', 'newsletter', 'newsletters', 'subscribe', 'subscription', 'signup', 'optin', 'mailinglist', 'paywall', 'regwall', 'membership',
  'respond', 'discussion', 'cmp', 'toc', 'aside', 'modal', 'popup', 'overlay', 'lightbox', 'toolbar', 'tooltip', 'skip', 'screenreader', 'visuallyhidden', 'tags', 'taglist', 'authorbio', 'aboutauthor', 'authorbox',
  'biography', 'copyright', 'legal', 'disclaimer', 'print', 'feedback', 'rating', 'ratings', 'survey', 'poll', 'quiz', 'donate', 'donation', 'login',
]);

// Pairs of words that mean what neither means alone.
const noisePhrases =
  /\b(?:most|also)-(?:read|viewed|shared|popular|like)|read-(?:more|next|also)|more-(?:from|on|stories|news|articles|posts|like)|you-may|up-next|next-(?:article|post|story)|prev(?:ious)?-(?:article|post|story)|post-nav|about-(?:the-)?author|author-(?:bio|box|info|card|profile|desc|about)|bio-box|sign-?up|call-to-action|\bcta\b|skip-link|screen-reader|sr-only|visually-hidden|tags?-(?:list|links|cloud)|post-(?:tags|meta-footer)|article-(?:tags|footer|tools|actions|share|related)|entry-(?:footer|tags|utility)|tools-(?:bar|share)|action-bar|inline-(?:promo|newsletter|related)|end-of-article|latest-(?:news|stories|posts)|hot-(?:news|topics)|topic-list|link-list|ad-(?:container|wrapper|slot|unit|block|label)|ad[bs]?-\d|yarpp|kanren|osusume|^widget(?:-area|-title)?$|^widgets$/;

/** Elements that are never noise by their name: too much hangs on them, or the name is an anchor's. */
// biome-ignore format: a table reads better in rows
const structural = new Set([
  'HTML', 'BODY', 'MAIN', 'ARTICLE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'FIGURE', 'FIGCAPTION', 'PICTURE', 'IMG', 'TABLE', 'TBODY', 'TR', 'TD', 'PRE', 'CODE', 'BLOCKQUOTE',
  'AMP-IMG', 'A', 'EM', 'STRONG', 'B', 'I',
]);

/** Removes what is around the article. What holds much of the page's text stays, whatever its name. */
export function stripBoilerplate(document: Document): void {
  for (const element of document.querySelectorAll(alwaysGone)) element.remove();
  const whole = proseLength(document.body);
  for (const element of document.querySelectorAll('[class],[id],aside,footer,[style]')) {
    if (structural.has(element.tagName) || !element.isConnected) continue;
    const share = noiseShare(element);
    if (share === 0 || element.querySelector('h1,[itemprop="articleBody"]') !== null) continue;
    const prose = proseLength(element);
    if (prose <= whole * share && (share === sure || prose < longProse)) element.remove();
  }
}

/** How much of a page's prose an element may hold and still be taken for noise. */
const sure = 0.7;
const unsure = 0.3;
/** Letters of prose that no box of that kind has. */
const longProse = 1500;

function noiseShare(element: Element): number {
  if (element.tagName === 'ASIDE' || element.tagName === 'FOOTER') return unsure;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) return unsure;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .split(/\s+/)
    .filter((name) => name !== '');
  return Math.max(0, ...names.map(noiseShareOfName));
}

/** `has-sidebar`, `category-social` speak of the page; a name of many words is the anchor of a heading. */
function noiseShareOfName(written: string): number {
  const name = written
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/_+/g, '-')
    .toLowerCase();
  const words = name.split('-').filter((word) => word !== '');
  if (
    words.length > 5 ||
    /^(?:has|no|with|is|without|js|hide|show|not|category|type|format|status|term|elementor)-/.test(name)
  )
    return 0;
  if (words.some((word) => surelyNoise.has(word))) return sure;
  return noisePhrases.test(name) || words.some((word) => perhapsNoise.has(word)) ? unsure : 0;
}

/** Letters that are no link's: what an article is made of, and menus are not. */
function proseLength(element: Element | null): number {
  let length = element?.textContent?.length ?? 0;
  for (const link of element?.querySelectorAll('a') ?? []) length -= link.textContent?.length ?? 0;
  return length;
}

const relatedHeading =
  /^(?:related(?: (?:articles?|stories|posts|news|content|links|coverage|topics|reading))?|(?:read|see|learn) (?:more|next|also)|more (?:from|on|in|like|stories|news|about)\b.*|most (?:read|popular|viewed)|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:for you|stories|reading))?|trending(?: now)?|popular(?: posts| stories)?|latest (?:news|stories|posts)|further reading|what to read next|editors?['’]s? picks|don['’]t miss|share this(?: (?:article|story|post))?|(?:leave a )?(?:comments?|reply)|about the authors?|tags|topics|newsletter|sign up.*|subscribe.*|follow us.*|関連(?:記事|リンク|ニュース|サイト|キーワード)?|あわせて読みたい|おすすめ(?:記事)?|人気(?:記事)?(?:ランキング)?|(?:アクセス)?ランキング|この記事(?:を(?:シェア|読んだ人).*|の関連.*)|(?:相关|相關|延伸|推荐|推薦)(?:阅读|閱讀|新闻|新聞|文章|报道|報導)?|(?:热门|熱門)(?:文章|新闻|新聞)?|더보기|(?:관련|추천|인기)\s*(?:기사|뉴스))\s*[:：]?$/i;

/**
 * Takes out of what Readability found: lists and blocks that are mostly links, headings of "Related" with what
 * follows them, headings with nothing behind them.
 */
export function dropLinkBlocks(root: Element): void {
  for (const heading of root.querySelectorAll('h2,h3,h4,h5,h6,strong,p,div')) {
    const line = heading.textContent?.trim() ?? '';
    if (line.length < 60 && relatedHeading.test(line)) dropSection(heading, root);
  }
  for (const block of [...root.querySelectorAll('ul,ol,dl,div,section,p,table,td,h2,h3,h4,h5,h6')].reverse()) {
    if (block !== root && isMostlyLinks(block)) block.remove();
  }
}

function dropSection(heading: Element, root: Element): void {
  let at = heading;
  while (
    at.nextElementSibling === null &&
    at.parentElement !== null &&
    at.parentElement !== root &&
    (at.parentElement.textContent?.trim().length ?? 0) < 100
  )
    at = at.parentElement;
  for (let next = at.nextElementSibling; next !== null && isLinkish(next); next = at.nextElementSibling) next.remove();
  at.remove();
}

function isLinkish(element: Element): boolean {
  return /^(?:UL|OL|DIV|SECTION|P|NAV|FIGURE|A)$/.test(element.tagName) && linkShare(element) > 0.5;
}

function isMostlyLinks(block: Element): boolean {
  const length = block.textContent?.trim().length ?? 0;
  if (length === 0) return false;
  const links = block.querySelectorAll('a').length;
  const share = linkShare(block);
  if (/^(?:UL|OL|DL)$/.test(block.tagName)) return share > 0.7 && links > 1 && length / links < 140;
  if (/^(?:P|H[2-6])$/.test(block.tagName))
    return (
      share > 0.9 &&
      links === 1 &&
      length < 160 &&
      /^(?:read|see|more|also|related|watch|listen|click|subscribe|sign|download|follow|続き|関連|全文|▶|→|>|»|【|＞)/i.test(
        block.textContent?.trim() ?? '',
      )
    );
  return share > 0.6 && links > 2 && length < 600 * links && length / links < 160;
}

function linkShare(element: Element): number {
  const length = element.textContent?.trim().length ?? 0;
  if (length === 0) return 0;
  if (element.tagName === 'A') return 1;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += link.textContent?.trim().length ?? 0;
  return linked / length;
}
