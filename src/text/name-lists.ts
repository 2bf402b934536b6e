/** What tells a name from other words, per language. */

/** Have a capital only because they open a sentence (or are days, months, titles): never a name by themselves. */
export const openingWords = new Set(
  `a an the this that these those it its he she they we i you his her their our my there here in on at as by for from with after
  before when while if since during under over but and or so yet however meanwhile although though because despite what who why
  how where which then now also one two three four five six seven eight nine ten some many most all both each no not according
  earlier later last next such other another even still just only once until unless whether to of is are was were do does did can
  could will would should may might must has have had let more less much few several every among between within without through
  about above across against along around near off out up down into onto upon than like unlike given despite instead indeed
  moreover furthermore additionally finally first second third today yesterday tomorrow officials researchers experts analysts
  companies people critics others everyone nobody someone something nothing mr mrs ms dr prof president minister senator governor
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december investors police scientists shares sources reports users workers employees regulators lawmakers executives`.split(
    /\s+/u,
  ),
);

/** Everyday Japanese words in katakana. */
export const commonLoanwords = new Set(
  `データ サービス システム ユーザー モデル ニュース インターネット サイト メディア プロジェクト プログラム ソフト ソフトウェア ハードウェア
  コンピュータ コンピューター スマートフォン メーカー グループ チーム メンバー リーダー トップ ビジネス マーケット ドル ユーロ パーセント ポイント
  キロ メートル トン リスク コスト エネルギー テレビ ラジオ スポーツ ゲーム イベント テスト レベル ケース ルール チェック アクセス セキュリティ
  ネットワーク クラウド アプリ カメラ ロボット エンジン センター ホテル レストラン コメント インタビュー アンケート スタート サポート サイバー
  オンライン デジタル ページ メール リンク タイプ データセンター チップ ワクチン ウイルス ミサイル ガス プラン スタッフ`.split(
    /\s+/u,
  ),
);

const japanese =
  /([\p{Script=Han}]{1,4}|[\p{Script=Han}]{1,3}[ァ-ヴー]+)(?:氏|さん|首相|大統領|社長|会長|議員|教授|選手|監督|容疑者|被告|知事|市長|大臣|外相|財務相|総裁|博士)|([\p{Script=Han}ァ-ヴー]{1,8}(?:大学|銀行|新聞|電力|自動車|製作所|省|庁|党|県|都|府|市|町|村|証券|研究所|株式会社|協会|委員会|高校))(?![\p{Script=Han}])/gu;
const chinese =
  /(\p{Script=Han}{2,4}?)(?:先生|女士|總統|总统|总理|總理|主席|部長|部长|教授|博士|議員|议员|执行长|執行長|董事長|董事长|首席執行官|首席执行官)|(\p{Script=Han}{2,8}?(?:大學|大学|銀行|银行|公司|集團|集团|委員會|委员会|研究院|研究所|法院|交易所|出版社|日報|日报))/gu;
const korean =
  /([가-힣]{2,4})\s?(?:씨|대통령|총리|장관|대표|회장|의원|교수|감독|선수|위원장|시장)(?![가-힣]{2})|([가-힣A-Z]{1,8}(?:전자|은행|대학교|그룹|자동차|화학|신문|건설|증권|카드|제약|대|부|청))(?=[은는이가을를의과와에,.\s])/gu;
const thai = /(?:นาย|นางสาว|นาง|ดร\.|พล\.อ\.)\s?([\u0e00-\u0e7f]+(?:\s[\u0e00-\u0e7f]{3,15})?)()/gu;

/** First group: a name before its title. Second: a name that ends in what it is. */
export function nameSuffixes(language: string): RegExp {
  if (language.startsWith('ja')) return japanese;
  if (language.startsWith('ko')) return korean;
  return language.startsWith('th') ? thai : chinese;
}
