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
  december yes investors police scientists shares sources reports users workers employees regulators lawmakers executives
  almost nearly roughly approximately exactly precisely barely hardly scarcely merely simply virtually practically
  effectively altogether overall combined together total totally fully partly mostly mainly largely chiefly primarily
  currently recently previously formerly initially originally eventually ultimately subsequently consequently accordingly
  similarly likewise conversely alternatively respectively annually yearly monthly weekly hourly officially formally
  reportedly allegedly apparently evidently presumably probably possibly perhaps maybe certainly clearly obviously
  undoubtedly notably importantly significantly interestingly surprisingly unfortunately fortunately sadly luckily
  typically usually normally generally commonly frequently occasionally rarely seldom often sometimes never always ever
  already soon afterwards afterward beforehand immediately suddenly gradually slowly quickly rapidly sharply slightly
  directly separately jointly collectively individually locally nationally globally internationally abroad nationwide
  worldwide elsewhere everywhere somewhere nowhere anyway besides otherwise nevertheless nonetheless regardless
  thereby therefore thus hence rather quite very too again back away forward backward circa past till beyond below beneath
  behind beside underneath above amid amidst amongst aboard atop towards toward throughout via per plus minus versus
  barring regarding concerning considering including excluding except following counting starting beginning ending owing
  thanks due apart aside ahead prior pending notwithstanding compared asked speaking speaking based led founded
  eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
  eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half
  halves thirds quarters twice thrice fourth fifth sixth seventh eighth ninth tenth
  fewer fewest least enough plenty couple numerous countless various certain anyone anybody anything everybody everything
  none neither either nor whatever whichever whoever whenever wherever whose whom ours yours theirs hers
  him them me myself himself herself itself themselves let's be been being am shall cannot getting having being
  here's there's that's it's he's she's what's who's tonight halfway meantime far well next previous
  current former latter same similar different additional further extra`.split(/\s+/u),
);

/** Everyday Japanese words in katakana. */
export const commonLoanwords = new Set(
  `アイデア アウト アクション アクセス アジア アップ アドバイス アニメ アパート アピール アプリ アプローチ アマチュア アルコール アルバイト アルバム
  アルミ アンケート アンテナ イベント イメージ インストール インターネット インタビュー インパクト インフラ インフルエンザ インフレ ウイルス ウェブ
  エアコン エアバッグ エネルギー エラー エリア エレベーター エンジニア エンジン エンターテインメント オイル オーナー オープン オプション オフィス
  オペレーション オリンピック オンライン カード カウンター カテゴリ カテゴリー カバー カフェ カメラ カラー カレンダー ガイド ガイドライン ガス ガソリン
  ガラス キー キーボード キス キット キャッシュ キャッシュレス キャラクター キャリア キャンセル キャンパス キャンプ キャンペーン キロ キログラム
  キロメートル ギフト クイズ クラウド クラス クラブ クリア クリーン クリック クルーズ クレジット グラフ グラム グランプリ グループ グローバル ケア ケース
  ケーブル ゲスト ゲート ゲーム コーチ コース コード コーナー コーヒー コール コスト コピー コマーシャル コミュニケーション コミュニティ コミュニティー
  コメント コロナ コンクール コンクリート コンサート コンサルタント コンサルティング コンタクト コンテスト コンテナ コンテンツ コントロール コンパクト
  コンビニ コンピュータ コンピューター コンピューティング ゴール ゴルフ サークル サーバ サーバー サービス サーフィン サイエンス サイクル サイズ サイト
  サイバー サイン サウンド サッカー サプライ サポーター サポート サミット サラリーマン サンプル シーズン シート シーン シェア システム シナリオ シフト
  シミュレーション シャツ シャワー シャトル ショー ショック ショップ シリーズ シルバー シンガー シングル シンプル シンボル シンポジウム ジーンズ ジェット
  ジム ジャーナリスト ジャズ ジャンル ジュニア ジュース スイッチ スーツ スーパー スーパーマーケット スカート スキー スキャンダル スキル スクール スクリーン
  スケート スケジュール スコア スター スタート スタイル スタジアム スタジオ スタッフ スタンド ステージ ステップ ストーリー ストア ストップ ストライキ
  ストレス ストレート スピーカー スピーチ スピード スペース スペシャル スポーツ スポンサー スマート スマートフォン スマホ スライド スロー セール セールス
  セキュリティ セキュリティー セクション セクター セット セミナー センサー センター センチ センチメートル ゼロ ソース ソーシャル ソフト ソフトウェア
  ソフトウエア タービン ターゲット ターミナル ターン タイトル タイプ タイミング タイム タイヤ タイヤ タクシー タスク タッチ タブレット タレント タワー
  ダイエット ダウン ダウンロード ダム ダメージ チーム チームメイト チェーン チェック チケット チップ チャージ チャート チャットボット チャット チャレンジ
  チャンス チャンネル チャンピオン ツアー ツール テーブル テープ テーマ テキスト テクニック テクノロジー テスト テニス テレビ テロ テント データ データセンター
  データベース ディスク ディスプレイ ディスプレー デザイナー デザイン デジタル デスク デッキ デバイス デビュー デフレ デモ トータル トーナメント トイレ
  トップ トピック トライ トラック トラブル トランク トレーニング トレード トレンド トン トンネル ドア ドアツードア ドーム ドキュメント ドクター ドライバー
  ドライブ ドラマ ドリンク ドル ドローン ナイフ ナンバー ニーズ ニュース ニュアンス ネット ネットワーク ノート ノウハウ ノック ノーベル ハード ハードウェア
  ハードル ハイブリッド ハウス ハッカー ハンドル バージョン バー バイオ バイク バイト バス バスケットボール バッグ バッテリー バナー バブル バランス バリア
  バレーボール バンク バンド パーセント パーティ パーティー パート パートナー パートナーシップ パートタイム パイプ パイロット パスポート パスワード
  パソコン パターン パトカー パネル パフォーマンス パワー パンデミック パンフレット ヒーター ヒーロー ヒット ヒント ビーチ ビール ビザ ビジネス ビジネスマン
  ビジョン ビデオ ビル ピーク ピアノ ピアツーピア ピッチ ファーストステージ ファイナル ファイナンス ファイル ファクター ファッション ファミリー ファン
  ファンド フィールド フィルター フィルム フェア フェスティバル フェリー フォーム フォーラム フォロー フォワード フライト フラッシュ フリー フル フロア
  フロント ブース ブーム ブラウザ ブラウザー ブランド ブレーキ ブロック ブロードバンド プール プラス プラスチック プラットフォーム プラン プラント プリンター
  プレー プレーヤー プレイヤー プレス プレゼン プレゼント プレッシャー プレミアム プロ プログラム プログラマー プロジェクト プロセス プロセッサ プロセッサー
  プロダクト プロデューサー プロフィール プロモーション ヘリ ヘリコプター ヘルス ヘルメット ベース ベスト ベテラン ベッド ベルト ベンチ ベンチャー ページ
  ペア ペース ペット ペナルティ ペン ペンキ ホーム ホームページ ホームラン ホール ホテル ボーナス ボート ボール ボタン ボランティア ボリューム ポイント
  ポケット ポスター ポスト ポンプ ポンド マーク マーケット マーケティング マイク マイナス マイル マウス マスク マスコミ マシン マッチ マップ マナー マニュアル
  マネー マネージャー マネジャー マネジメント マラソン マンション ミーティング ミサイル ミス ミリ ミリメートル ミリオン ミュージアム ミュージック ムード
  メーカー メートル メール メイン メガワット キロワット ギガワット メカニズム メダル メッセージ メディア メニュー メモ メモリ メモリー メリット メンテナンス
  メンバー モータ モーター モード モデル モニター モバイル ヤード ヤング ユーザ ユーザー ユーロ ユニーク ユニット ユニホーム ヨーロッパ ヨガ ライセンス ライター
  ライト ライバル ライブ ライフ ライブラリ ライン ラウンド ラジオ ラスト ラベル ランキング ランク ランチ ランナー リアル リーグ リーダー リーダーシップ リコール
  リスク リスト リストラ リズム リゾート リター リターン リットル リニア リハビリ リフォーム リポート リモート リリース リレー リンク ルート ルール レーザー
  レース レーダー レート レール レギュラー レクリエーション レジャー レストラン レッスン レベル レポート レンズ レンタル ローカル ロード ローン ロケット ロゴ
  ロック ロビー ロボット ワーク ワイン ワクチン ワンマン スマートウォッチ サブスクリプション オーバー オープンソース ディーラー シニア ファースト セカンド
  ワースト ストレージ バックアップ アーカイブ アイドル アーティスト クリエイター インフルエンサー フォロワー スタートアップ アルゴリズム チャットボット
  ハッキング フィッシング ランサムウェア マルウェア オゾン ウラン リチウム ニッケル コバルト プルトニウム メタン アンモニア タンパク ゲノム ホルモン ビタミン
  カロリー アレルギー ストレッチ リハーサル オーディション ノミネート エピソード キャスト ドキュメンタリー バラエティ レギュレーション サプライチェーン
  インバウンド アウトバウンド ダイナミック クーポン ポリシー ガバナンス コンプライアンス ハラスメント ジェンダー マイノリティ サステナブル サステナビリティ
  カーボンニュートラル リサイクル プラごみ エコ ソーラー バイオマス`.split(/\s+/u),
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
