/** Takes out of a page what is around an article, before and after Readability has looked for it. */

/** Elements that hold no article's words, whatever their names. */
const alwaysGone =
  'script,style,template,svg,canvas,iframe,object,embed,button,select,input,textarea,dialog,nav,link,meta,map,' +
  '[hidden],[aria-hidden="true"],[role="navigation"],[role="complementary"],[role="banner"],[role="contentinfo"],[role="search"],' +
  '[role="dialog"],[role="alertdialog"],[role="menu"],[role="toolbar"],amp-ad,amp-sidebar,amp-consent,amp-analytics,amp-social-share,amp-user-notification,' +
  'ins.adsbygoogle,noscript';

/** Names that sites give to what they put around their articles; each stands for itself between dashes. */
// biome-ignore format: a table reads better in rows
const noiseWords = [
  'ad', 'ads', 'advert', 'adverts', 'advertisement', 'advertising', 'adslot', 'adbox', 'adunit', 'dfp', 'gpt', 'sponsor', 'sponsored', 'sponsors', 'promo', 'promos', 'promotion', 'promoted',
  'share', 'sharing', 'sharebar', 'sharebuttons', 'sharedaddy', 'addthis', 'addtoany', 'social', 'socials', 'sns', 'follow', 'followus',
  'related', 'relatedposts', 'relatedarticles', 'recommend', 'recommended', 'recommendation', 'recommendations', 'recirc', 'recirculation', 'readmore', 'readnext', 'upnext', 'morefrom', 'seealso', 'alsoread',
  'trending', 'popular', 'mostread', 'mostpopular', 'ranking', 'outbrain', 'taboola', 'zergnet', 'revcontent', 'mgid', 'jp-relatedposts',
  'newsletter', 'newsletters', 'subscribe', 'subscription', 'signup', 'optin', 'mailinglist', 'paywall', 'regwall', 'piano', 'membership',
  'comment', 'comments', 'commentlist', 'disqus', 'respond', 'discussion', 'livefyre', 'coral',
  'cookie', 'cookies', 'consent', 'gdpr', 'onetrust', 'cmp', 'breadcrumb', 'breadcrumbs', 'pagination', 'pager', 'prevnext', 'postnav', 'navigation', 'nav', 'navbar', 'menu', 'menus', 'submenu', 'toc', 'topbar', 'masthead',
  'footer', 'sidebar', 'aside', 'widget', 'widgets', 'modal', 'popup', 'overlay', 'lightbox', 'toolbar', 'tooltip', 'skip', 'screenreader', 'visuallyhidden', 'hidden', 'noprint',
  'tags', 'taglist', 'authorbio', 'aboutauthor', 'authorbox', 'biography', 'copyright', 'legal', 'disclaimer', 'print', 'feedback', 'rating', 'ratings', 'survey', 'poll', 'quiz', 'donate', 'donation', 'login', 'player-controls',
];

const noise = new Set(noiseWords);

// Pairs of words that mean what neither means alone.
const noisePhrases =
  /\b(?:most|also)-(?:read|viewed|shared|popular|like)|read-(?:more|next|also)|more-(?:from|on|stories|news|articles|posts|like)|you-may|up-next|next-(?:article|post|story)|prev(?:ious)?-(?:article|post|story)|post-nav|about-(?:the-)?author|author-(?:bio|box|info|card|profile|desc|about)|bio-box|sign-?up|call-to-action|\bcta\b|skip-link|screen-reader|sr-only|visually-hidden|tag-(?:list|links|cloud)|post-(?:tags|meta-footer)|article-(?:tags|footer|tools|actions|share|related)|entry-(?:footer|tags|utility)|tools-(?:bar|share)|action-bar|inline-(?:promo|newsletter|related)|end-of-article|latest-(?:news|stories|posts)|hot-(?:news|topics)|topic-list|link-list|ad-(?:container|wrapper|slot|unit|block|label)|ad[bs]?-\d|yarpp|kanren|osusume|pickup/;

/** Elements that are never noise by their name: too much hangs on them. */
const structural = new Set([
  'HTML',
  'BODY',
  'MAIN',
  'ARTICLE',
  'H1',
  'P',
  'FIGURE',
  'FIGCAPTION',
  'PICTURE',
  'IMG',
  'TABLE',
  'TBODY',
  'TR',
  'TD',
  'PRE',
  'CODE',
  'BLOCKQUOTE',
  'AMP-IMG',
  'A',
  'EM',
  'STRONG',
  'B',
  'I',
]);

/** Removes what is around the article. What holds much of the page's text stays, whatever its name. */
export function stripBoilerplate(document: Document): void {
  for (const element of document.querySelectorAll(alwaysGone)) element.remove();
  const whole = proseLength(document.body);
  for (const element of document.querySelectorAll('[class],[id],aside,footer,[style]')) {
    if (structural.has(element.tagName) || !element.isConnected) continue;
    if (!isNoise(element)) continue;
    if (element.querySelector('h1') === null && proseLength(element) <= whole * 0.35) element.remove();
  }
}

function isNoise(element: Element): boolean {
  if (element.tagName === 'ASIDE' || element.tagName === 'FOOTER') return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')) return true;
  return [element.getAttribute('class'), element.getAttribute('id')].some(
    (names) => names !== null && namesNoise(names),
  );
}

/** `has-sidebar`, `no-comments` speak of the page, not of the element. */
function namesNoise(names: string): boolean {
  return names
    .split(/\s+/)
    .map((name) =>
      name
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .replace(/_+/g, '-')
        .toLowerCase(),
    )
    .some(
      (name) =>
        !/^(?:has|no|with|is|without|js|hide|show|not)-/.test(name) &&
        (noisePhrases.test(name) || name.split('-').some((word) => noise.has(word))),
    );
}

/** Letters in paragraphs: what an article is made of, and menus are not. */
function proseLength(element: Element | null): number {
  let length = 0;
  for (const paragraph of element?.querySelectorAll('p') ?? []) length += paragraph.textContent?.trim().length ?? 0;
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
