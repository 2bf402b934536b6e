/** Names in Japanese: katakana, people by their titles, places and organisations by their endings. */
import { foldHan } from '../story/han.ts';
import { conceptsIn } from '../story/lexicon.ts';
import { consonants } from '../story/phonetic.ts';
import { isLoanword } from '../text/name-lists.ts';
import { japaneseSurnames, placesOf } from './ground-name-lists.ts';
import {
  elsewhere,
  han,
  inOneHan,
  isHeld,
  isPlacedIn,
  type Told,
  tokensOf,
  uncovered,
  unknownRuns,
} from './ground-script-told.ts';

const katakana = /[ァ-ヴー]{2,}/gu;
/** Behind a surname stands the given name, and then what the person is. */
const japaneseTitle = inOneHan(
  /^(?:\p{Script=Han}{0,4}?|\p{Script=Hiragana}{2,4})(?:氏|さん|首相|大統領|社長|会長|議員|教授|選手|監督|容疑者|被告|知事|市長|町長|村長|大臣|外相|総裁|博士|投手|捕手|捕|内野手|外野手|報道官|長官|書記|記者|名人|八段|九段|五段|棋士|コーチ|部長|課長|所長|議長|館長|署長|院長|校長|理事|財務官|次官|委員|担当|チーフ|[ァ-ヴー]*(?:アナリスト|エコノミスト|ストラテジスト))/u,
);
const japanesePlace = inOneHan(/^(?:[都道府県市区郡町村島山川湖港駅寺]|大学|高校|地裁|高裁|銀行|球場|空港)/u);
/** Behind a part of a company's name: 三井 of 三井住友銀行. */
const japaneseCompany = inOneHan(
  /^\p{Script=Han}{0,2}?(?:銀行|電機|電力|自動車|製作所|製鉄|新聞|証券|生命|不動産|重工|化学|製薬|建設|航空|鉄道|工業|精工|半導体|商事|物産|放送|食品|ホールディングス)/u,
);
const japaneseOrganization =
  /[\p{Script=Han}ァ-ヴー]{1,8}(?:大学|銀行|新聞|電力|自動車|製作所|省|庁|党|県|都|府|市|町|村|証券|研究所|協会|委員会|高校)(?!\p{Script=Han})/gu;

export function japaneseNames(text: string, told: Told): string[] {
  const tokens = tokensOf(text, 'ja');
  const runs = unknownRuns(tokens)
    .flatMap((run) => uncovered(foldHan(run), told.stated))
    .filter((part) => told.article.includes(part));
  const named = tokens.flatMap(({ text: word, start }) => {
    if (word.length < 2 || !han.test(word) || isHeld(word, told)) return [];
    const listed = placesOf('ja').has(word) || japaneseSurnames.has(word);
    const onward = text.slice(start + word.length);
    const folded = foldHan(word);
    const suffixes = [japaneseTitle, japanesePlace, ...(ordinary.test(folded) ? [] : [japaneseCompany])];
    const titled = told.article.includes(folded) && suffixes.some((suffix) => isPlacedIn(folded, told, suffix));
    return (listed && !isCounted(onward)) || titled || isElsewhere(word, folded, told) ? [word] : [];
  });
  const loans = [...text.matchAll(katakana)]
    .filter(
      ({ 0: word, index }) =>
        !isLoanHeld(word, told) &&
        (word.length > 2 || japaneseTitle.test(text.slice(index + word.length)) || told.article.includes(word)),
    )
    .map(([word]) => word);
  return [
    ...runs,
    ...named,
    ...loans,
    ...addressed(text, told),
    ...firms(text, told),
    ...elsewhere(text, told, japaneseOrganization).filter((name) => !isHeld(name, told)),
  ];
}

const kind = inOneHan(
  /^(?:電機|電力|電工|電器|電子|電池|電装|製鋼|製鉄|金属|工業|工機|産業|製菓|製粉|製糖|製パン|製紙|製薬|薬品|薬局|食品|食産|水産|酒造|醸造|飲料|乳業|農園|鉄道|電鉄|交通|バス|運輸|運送|海運|物流|倉庫|航空|自動車|車両|造船|重工|機械|機工|精機|精密|精工|化学|化成|硝子|ガラス|セメント|建設|建託|建材|土木|住宅|不動産|地所|開発|商事|商会|商店|物産|通商|通信|証券|銀行|信金|信用金庫|保険|生命|損保|火災|放送|テレビ|新聞|出版|書店|書房|印刷|百貨店|総研|総合研究所|製作所|繊維|紡績|化粧品|玩具|観光|旅行|バッテリー|ソフト|システム|システムズ|テック|テクノロジー|テクノロジーズ|ホテル|ホテルズ|フーズ|フード|ストア|ストアーズ|スーパー|モーターズ|モータース|エナジー|エネルギー|エレクトロニクス|ファーマ|バイオ|メディカル|モバイル|ネット|ネットワークス|デジタル|ゲームス|ゲームズ|エンターテインメント|エアライン|エアラインズ|航空機|ライン|ラインズ|ロジスティクス|コーポレーション|インダストリーズ|パートナーズ|キャピタル|ケミカル|マテリアル|マテリアルズ|ロボティクス|ホールディングス|グループ)$/u,
);
const nouns = /[ぁ-ん]{2,4}[\p{Script=Han}々ァ-ヴー]{2,}|[\p{Script=Han}々ァ-ヴー]{3,}/gu;
/** What may stand before such a word without making a name of it. */
const ordinary = inOneHan(
  /(?:[校社院館場域圏車機船店市県都町村区屋室国]内|大手|中堅|中小|地元|同業|競合|国内|海外|地方|地域|都市|公共|公営|国営|民営|民間|再生|自然|原子力|火力|水力|風力|太陽光|総合|人材|生活|医療|精密|電気|電動|軽|中古|商用|乗用|業務用|家庭用|冷凍|加工|健康|機能性|半導体|人工知能|中央|信託|投資|損害|生命|火災|航空|通信|交通|鉄道|自動車|建設|高速|路線|貸し切り|夜行|高級|格安|民放|地上|衛星|週刊|日刊|全国|高層|賃貸|分譲|新築|公的|社会|個人|都市|技術|研究|製品|新薬|住宅|土地|経済|資源|情報|観光|産学|基礎|重化学|石油|国際)$/u,
);

/** 南海バッテリー, where the sentences have 青葉電機 and the article the other elsewhere. */
function firms(text: string, told: Told): string[] {
  return [...text.matchAll(nouns)].flatMap(([run]) => {
    const folded = foldHan(run);
    // What the firm is may stand before its name: 大手南海バッテリー.
    const name = [...folded].map((_, at) => folded.slice(at)).find((end) => isFirm(end) && told.article.includes(end));
    if (name === undefined || isHeld(name, told) || told.stated.includes(name.slice(0, 2))) return [];
    return [run.slice(-name.length)];
  });
}

function isFirm(name: string): boolean {
  for (let at = 2; at < name.length - 1; at++) if (kind.test(name.slice(at))) return !ordinary.test(name.slice(0, at));
  return false;
}

const ending = /[川山島湖港駅岳岬湾]$/u;
const common =
  /^(?:河川|火山|空港|登山|鉱山|半島|列島|離島|本島|諸島|群島|漁港|開港|入港|出港|寄港|各駅|最寄駅|沿岸|全島)$/u;

/** A river or station that the article has, and the sentences do not. */
function isElsewhere(word: string, folded: string, { article }: Told): boolean {
  return ending.test(word) && !common.test(word) && article.includes(folded);
}

/** Who is called 氏 is called by name; before other titles only a name of the article is told from a word. */
const called =
  /(\p{Script=Han}{2,6})(?=(氏|さん|容疑者|被告)|社長|会長|議員|教授|知事|市長|町長|大臣|首相|監督|選手|総裁|委員|部長|長官)/gu;
const everyone =
  /(?:患者|利用者|店員|業者|記者|住民|参加者|職員|客|生|者|両|皆|奥|娘|息子|母|父|兄|姉|弟|妹|孫|子|当局|代表|名誉|最高経営責任者)$|^[元前現新副同各米英仏独中韓露両国州党社]$/u;

/** Not a name, but who somebody is to others. */
export function isAnyone(name: string): boolean {
  return everyone.test(name);
}

function addressed(text: string, { stated, article }: Told): string[] {
  return [...text.matchAll(called)]
    .filter(([, name = '', plain]) => {
      const last = foldHan(name.slice(-2));
      return !stated.includes(last) && !isAnyone(name) && (plain !== undefined || article.includes(last));
    })
    .map(([, name = '']) => name);
}

/** 大分 and 東 are names, but not of what is counted or compared. */
function isCounted(onward: string): boolean {
  return /^\d/u.test(onward);
}

function isLoanHeld(word: string, told: Told): boolean {
  if (isLoanword(word) || told.stated.includes(word.replace(/ー$/u, '')) || conceptsIn(word, 'ja').length > 0)
    return true;
  return told.sounds.has(consonants(word) || ' ');
}
