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

const roles = new Set(
  `actor activist advocate analyst architect artist astronomer athlete attorney author baker banker biologist broker campaigner
  captain carpenter chef chemist cleric climatologist coach columnist commander comedian composer conductor critic cyclist dancer
  dentist designer developer diplomat director doctor driver ecologist economist editor engineer entrepreneur epidemiologist
  farmer filmmaker firefighter fisherman founder geologist historian inspector investor journalist lawyer leader lecturer
  manager mathematician meteorologist midfielder musician negotiator neurologist novelist nurse oceanographer owner painter
  paramedic pastor philosopher photographer physician physicist pianist pilot playwright poet politician programmer prosecutor
  psychologist rapper referee reporter researcher resident scholar scientist sculptor seismologist singer sociologist soldier
  spokesman spokesperson spokeswoman statistician striker student surgeon teacher technician therapist trader trustee vet
  veterinarian virologist volcanologist winger writer`.split(/\s+/u),
);

/** `Seismologist` before a name says what somebody is. */
export function isRole(word: string): boolean {
  return roles.has(word.toLowerCase());
}

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
  カロリー アレルギー ストレッチ リハーサル オーディション ノミネート エピソード キャスト ドキュメンタリー バラエティ レギュレーション サプライチェーン ウェイト ウエイト
  インバウンド アウトバウンド ダイナミック クーポン ポリシー ガバナンス コンプライアンス ハラスメント ジェンダー マイノリティ サステナブル サステナビリティ
  カーボンニュートラル リサイクル プラごみ エコ ソーラー バイオマス
  クリスマス ハロウィーン バレンタイン サンゴ クジラ イルカ サメ マグロ サケ サバ イワシ ウナギ カキ カニ エビ タコ イカ クマ シカ イノシシ サル ネコ イヌ
  ネズミ マウス ウサギ ウシ ブタ ヒツジ ヤギ ウマ ニワトリ カモ ハト カラス ツル ワシ タカ ペンギン パンダ ゾウ ライオン トラ キリン ヘビ トカゲ ワニ カメ
  カエル ハチ ミツバチ アリ ハエ チョウ セミ バッタ クモ サクラ ウメ バラ ユリ ヒマワリ イネ コメ ムギ トウモロコシ ジャガイモ トマト キャベツ レタス ニンジン
  タマネギ ナス キュウリ カボチャ ホウレンソウ キノコ マツタケ リンゴ ミカン ブドウ モモ ナシ イチゴ メロン スイカ バナナ レモン オレンジ マンゴー アボカド
  ココア カカオ チョコレート チョコ クッキー ケーキ パン パスタ ピザ ハンバーガー サンドイッチ サラダ スープ カレー ラーメン チーズ バター ミルク ヨーグルト
  アイス アイスクリーム キャンディー ジャム ハム ソーセージ ステーキ シロップ ソーダ ウイスキー ウォッカ カクテル シャンパン ペットボトル ボトル グラス カップ
  コップ スプーン フォーク フライパン レンジ オーブン トースター キッチン リビング ベランダ バルコニー シャッター カーテン カーペット ソファ ソファー クッション
  マットレス シーツ タオル ティッシュ トイレットペーパー シャンプー リンス ブラシ スポンジ バケツ ゴミ ごみ ロープ ワイヤー ネジ ボルト ナット ハンマー ドリル
  パワーショベル クレーン ブルドーザー トラクター トレーラー トレーラーハウス バン ワゴン セダン スポーツカー ミニバン オートバイ スクーター キックボード
  ヨット カヌー カヤック タンカー タグボート クルーザー パラシュート グライダー エンジニアリング ジェットエンジン ディーゼル ハイテク ローテク スチール
  アルミニウム ステンレス チタン プラチナ ダイヤ ダイヤモンド エメラルド ルビー サファイア ゴールド ブロンズ ナイロン ポリエステル ウール コットン シルク レザー
  ゴム タール アスファルト レンガ タイル ペイント インク カートリッジ ヘッド ヘッドライト ヘッドホン イヤホン スピーカー アンプ ギター バイオリン ドラム トランペット
  オーケストラ オペラ バレエ ダンス ダンサー シンフォニー コーラス メロディー ポップ ポップス ヒップホップ サウンドトラック ミュージカル コメディー コメディ サスペンス
  ミステリー ホラー ファンタジー ロマンス ノンフィクション エッセー エッセイ コラム コラムニスト リポーター キャスター アナウンサー プロデュース ディレクター アシスタント
  マネージメント エージェント エージェンシー アドバイザー アナリスト エコノミスト ストラテジスト トレーダー ブローカー バイヤー サプライヤー ベンダー テナント
  オフィスビル ショッピング ショッピングセンター モール アウトレット フードコート ファストフード ドライブスルー デリバリー テイクアウト フランチャイズ チェーンストア
  リース レンタカー カーシェア ライドシェア シェアリング サブスク ポイントカード キャッシュバック ボーナスポイント バウチャー チャリティー チャリティ ファンドレイジング
  クラウドファンディング インデックス ダウ ナスダック ヘッジ ヘッジファンド デリバティブ オプション ボンド クーデター デモクラシー ナショナリズム ポピュリズム ポピュリスト
  リベラル タカ派 マニフェスト スローガン キャンペーン ロビー ロビイスト シンクタンク サミット パレード セレモニー レセプション パビリオン ブーケ フェンス ゲート バリケード
  パトロール テロリスト ゲリラ ミリタリー ヘリポート レーダー ソナー タンク ドック バース ヤード ターミナルビル プラットホーム ホーム レールウェー モノレール ケーブルカー
  ロープウェー ロープウエー エスカレーター スロープ バリアフリー ユニバーサル ハザード ハザードマップ シェルター サイレン アラート アラーム スプリンクラー ガスコンロ ボイラー
  ヒートポンプ インバーター トランジスタ ダイオード ウエハー ウエハ チップセット マイコン プロンプト チャットアプリ アカウント ログイン パスコード ハッシュ ブロックチェーン
  トークン ビットコイン マイニング メタバース アバター ゴーグル ウエアラブル ウェアラブル センシング スキャナー スキャン プリント コピー機 ファクス メールアドレス ダッシュボード
  ドライブレコーダー ナビ カーナビ バックミラー ワイパー ハンドル アクセル クラッチ ガレージ パーキング サービスエリア インターチェンジ ジャンクション バイパス カーブ トンネル工事
  ウイルス感染 クラスター ワクチン接種 パッチ カプセル シロップ剤 カルテ メス レントゲン リハビリテーション ケアマネジャー ヘルパー デイサービス ホスピス アルツハイマー パーキンソン
  インスリン コレステロール ステロイド ペプチド アミノ酸 プロテイン サプリ サプリメント ダイエット食品 フィットネス ジョギング ウオーキング ウォーキング ハイキング トレッキング
  キャンプ場 テントサイト スノーボード スノボ スケートボード サーフィン ダイビング ボクシング レスリング プロレス ラグビー アメフト バドミントン ハンドボール ソフトボール フェンシング
  アーチェリー トライアスロン マラソン大会 リレー競技 ハードル競走 ジャンプ スパイク サーブ シュート パス ドリブル フリーキック ペナルティーキック イエローカード レッドカード
  ホイッスル ハーフタイム ロスタイム アディショナルタイム オウンゴール ハットトリック ベンチ入り スタメン レギュラーシーズン プレーオフ ポストシーズン ワイルドカード オールスター
  ドラフト トライアウト フリーエージェント メジャー メジャーリーグ マイナー ルーキー エース キャプテン キャッチャー ピッチャー バッター ホームベース イニング ノーヒットノーラン
  フルタイム アルバイト従業員 インターン インターンシップ リクルート ヘッドハンティング テレワーク リモートワーク ワーケーション フレックス シフト制 ノルマ ペーパーレス ハンコ
  マンパワー キーパーソン リーダー役 オブザーバー ゲストスピーカー モデレーター パネリスト パネルディスカッション ワークショップ フォローアップ ブリーフィング レクチャー カリキュラム
  キャンパスライフ ゼミ ゼミナール オリエンテーション ホームステイ ホームルーム クラスメート サマースクール スクールバス ランドセル ノートパソコン タブレット端末 デジタル庁
  マイナンバー マイナンバーカード マイナカード インボイス ふるさと アーケード ランドマーク モニュメント シンボルマーク マスコット キャラ グッズ フィギュア プラモデル トレーディングカード
  コレクション コレクター オークション アンティーク ビンテージ ヴィンテージ リユース リサイクルショップ フリーマーケット フリマ バザー エコバッグ レジ袋 レジ ストロー マイボトル
  ドイツ製 メード インク製 ハンド ハンドメイド オーダーメード オーガニック ベジタリアン ビーガン ハラール アルコールフリー ノンアルコール カフェイン ニコチン タール タバコ
  ライター マッチ ロウソク キャンドル アロマ ハーブ スパイス マスタード ケチャップ マヨネーズ ドレッシング ソース類 エキス コラーゲン ヒアルロン酸 メーク メイク ファンデーション
  アイシャドー マスカラ ネイル ヘアスタイル パーマ カット ウィッグ スタイリスト ファッションショー ランウェー ブティック ドレス ワンピース ジャケット コート ズボン パンツ シューズ
  スニーカー ブーツ サンダル ハイヒール ネクタイ マフラー スカーフ グローブ ソックス ストッキング ベスト水着 アクセサリー ネックレス イヤリング ピアス リング ブレスレット
  テーマパーク アトラクション ジェットコースター メリーゴーラウンド サーカス マジック マジシャン クラウン パフォーマー アクロバット ストリート ストリートアート グラフィティ アトリエ
  ギャラリー キュレーター アートフェア インスタレーション オブジェ ブックフェア ペーパーバック ベストセラー ロングセラー ミリオンセラー シングルマザー シングルファーザー ヤングケアラー
  ステップファミリー パパ ママ ベビー ベビーカー チャイルドシート ベビーシッター ホームヘルパー ペットフード トリマー ブリーダー キャットフード ドッグフード ドッグラン
  シェフ コック ウエーター ウエートレス ソムリエ バリスタ パティシエ メード ホスト ホステス ガードマン ボディーガード レスキュー レスキュー隊 ダイバー ボランティア団体 サーファー
  ランナーズ スイマー ジョッキー レーサー ライダー サイクリスト スケーター スキーヤー ゴルファー キッカー ストライカー ミッドフィルダー ディフェンダー ゴールキーパー キーパー
  グランドマスター タイブレーク ワールドカップ セミファイナル クオーターファイナル ベスト トロフィー カップ戦 チャンピオンシップ ペナルティーゴール オフサイド コーナーキック
  イースター カーニバル ラマダン クルーズ船 フェリー カーフェリー ミサイル防衛 ドローン攻撃 コピー コピー品 ブラックボックス フライトレコーダー コックピット キャビン
  ハッカー集団 スパイウェア スパム フェイク フェイクニュース ディープフェイク ボット チャットGPT モザイク スキャン画像 アルゴリズム取引 プライバシー クッキー規制 ヘクタール アール
  リットル ガロン バレル オンス ポンド安 フィート インチ ノット マグニチュード ヘクトパスカル カロリーベース メガバイト ギガバイト テラバイト メガビット ギガビット ヘルツ ワット
  レアル ペソ ルーブル ルピー ウォン リラ フラン クローナ クローネ リヤル ディルハム バーツ リンギット ルピア シェケル フォリント ズロチ コルナ`.split(
    /\s+/u,
  ),
);

/** An everyday word in katakana, or one made of two: データベース, スマホアプリ. */
export function isLoanword(word: string): boolean {
  const root = word.replace(/ー$/u, '');
  if (commonLoanwords.has(word) || commonLoanwords.has(root)) return true;
  for (let at = 2; at <= root.length - 2; at++)
    if (commonLoanwords.has(root.slice(0, at)) && commonLoanwords.has(root.slice(at))) return true;
  return false;
}

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
