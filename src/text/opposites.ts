/** Whether two English words say opposite things: where one is asked and the other is told, nothing is answered. */
import { stem } from './words.ts';

const pairs = `first last|more less|more fewer|most least|before after|largest smallest|biggest smallest|highest lowest|longest shortest|
  oldest youngest|oldest newest|best worst|increase decrease|increase decline|increase reduce|grow shrink|rise fall|rose fell|climb drop|gain lose|
  gained lost|win lose|won lost|victory defeat|begin end|began ended|start finish|start end|open close|opened closed|early late|earlier later|old new|
  young old|modern ancient|modern medieval|modern traditional|high low|higher lower|above below|over under|upper lower|allow prevent|allow ban|
  allow forbid|allow prohibit|permit prohibit|legal illegal|lawful unlawful|north south|northern southern|east west|eastern western|accept reject|
  approve reject|adopt reject|agree disagree|agree refuse|support oppose|favour oppose|favor oppose|include exclude|large small|larger smaller|
  long short|longer shorter|wide narrow|thick thin|deep shallow|heavy light|big little|major minor|public private|national local|domestic foreign|
  internal external|inner outer|inside outside|success failure|successful unsuccessful|succeed fail|male female|man woman|men women|boy girl|
  father mother|son daughter|brother sister|husband wife|king queen|strong weak|stronger weaker|important unimportant|common rare|usual unusual|
  positive negative|direct indirect|possible impossible|complete incomplete|rural urban|city countryside|summer winter|spring autumn|black white|
  buy sell|bought sold|import export|enter leave|arrive depart|arrive leave|come go|appear disappear|remain leave|stay leave|destroy build|
  destroy create|demolish build|create dissolve|found dissolve|encourage discourage|front back|left right|attack defend|offense defense|ally enemy|
  permanent temporary|maximum minimum|same different|similar different|simple complex|easy difficult|easy hard|fast slow|faster slower|quick slow|
  rich poor|wealthy poor|hot cold|warm cool|light dark|bright dark|active inactive|active passive|able unable|known unknown|famous unknown|
  popular unpopular|developed undeveloped|formal informal|dependent independent|love hate|like dislike|peace war|free captive|freedom slavery|
  friend enemy|raise lower|raise reduce|expand contract|expand reduce|add remove|add subtract|add delete|join leave|join separate|unite divide|
  attach detach|connect disconnect|hire fire|hire dismiss|employ dismiss|live die|alive dead|born died|birth death|save spend|save waste|
  push pull|send receive|give take|gave took|lend borrow|teach learn|ask answer|remember forget|find lose|hide show|hide reveal|conceal reveal|
  keep abandon|keep discard|protect harm|help harm|heal hurt|cause prevent|cause cure|improve worsen|advance retreat|forward backward|up down|
  top bottom|ascend descend|past future|present absent|presence absence|natural artificial|real fake|true false|right wrong|correct incorrect|
  full empty|majority minority|majority few|many few|much little|always never|often rarely|often seldom|frequently rarely|everyone nobody|
  everything nothing|all none|liberal conservative|democratic republican|left-wing right-wing|catholic protestant|christian muslim|civilian military|
  supply demand|profit loss|income expense|asset liability|guilty innocent|hero villain|leader follower|master servant|employer employee|
  teacher student|parent child|doctor patient|liquid solid|gas solid|wet dry|acid base|organic inorganic|multiple single|single double|plural singular|
  odd even|prime composite|finite infinite|constant variable|conventional unconventional|voluntary compulsory|optional mandatory|optional required`;

const opposites = new Map<string, Set<string>>();
for (const pair of pairs.split('|')) {
  const [first = '', second = ''] = pair
    .trim()
    .split(/\s+/u)
    .map((word) => stem(word, 'en'));
  add(first, second);
  add(second, first);
}

function add(from: string, to: string): void {
  const known = opposites.get(from);
  if (known === undefined) opposites.set(from, new Set([to]));
  else known.add(to);
}

/** @param a, b stems, as `terms` gives them */
export function areOpposed(a: string, b: string): boolean {
  return (opposites.get(a)?.has(b) ?? false) || negates(a, b) || negates(b, a);
}

/** `unpopular` against `popular`, `non-profit` against `profit`. */
function negates(long: string, short: string): boolean {
  if (short.length < 4 || long.length < short.length + 2 || !long.endsWith(short)) return false;
  return /^(un|in|im|ir|il|non|dis|anti|de|mis)-?$/u.test(long.slice(0, long.length - short.length));
}
