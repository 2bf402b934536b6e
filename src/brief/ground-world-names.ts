/** Cities and firms that the press of every language names, as each of them writes them. */
import { foldHan } from '../story/han.ts';

/** Latin forms, parted by a slash, in lower case; then Japanese, simplified Chinese, Korean; `-` where that is a word. */
const table = `paris|パリ|巴黎|파리
london|ロンドン|伦敦|런던
berlin|ベルリン|柏林|베를린
munich|ミュンヘン|慕尼黑|뮌헨
frankfurt|フランクフルト|法兰克福|프랑크푸르트
hamburg|ハンブルク/ハンブルグ|汉堡|함부르크
cologne|ケルン|科隆|쾰른
rome/roman|ローマ|罗马|로마
milan|ミラノ|米兰|밀라노
venice/venetian|ベネチア/ヴェネツィア/ベニス|威尼斯|베네치아
florence/florentine|フィレンツェ|佛罗伦萨|피렌체
naples/neapolitan|ナポリ|那不勒斯|나폴리
bologna|ボローニャ|博洛尼亚|볼로냐
turin/torino|トリノ|都灵|토리노
marseille|マルセイユ|马赛|마르세유
lyon|リヨン|里昂|리옹
stuttgart|シュツットガルト|斯图加特|슈투트가르트
düsseldorf/dusseldorf|デュッセルドルフ|杜塞尔多夫|뒤셀도르프
valencia|バレンシア|巴伦西亚|발렌시아
leeds|リーズ|利兹|-
bucharest|ブカレスト|布加勒斯特|부쿠레슈티
belgrade|ベオグラード|贝尔格莱德|베오그라드
beirut|ベイルート|贝鲁特|베이루트
damascus|ダマスカス|大马士革|다마스쿠스
karachi|カラチ|卡拉奇|카라치
havana|ハバナ|哈瓦那|아바나
bogota/bogotá|ボゴタ|波哥大|보고타
santiago|サンティアゴ|圣地亚哥|산티아고
atlanta|アトランタ|亚特兰大|애틀랜타
denver|デンバー|丹佛|덴버
las vegas|ラスベガス|拉斯维加斯|라스베이거스
madrid|マドリード|马德里|마드리드
barcelona|バルセロナ|巴塞罗那|바르셀로나
seville|セビリア|塞维利亚|세비야
lisbon|リスボン|里斯本|리스본
amsterdam|アムステルダム|阿姆斯特丹|암스테르담
rotterdam|ロッテルダム|鹿特丹|로테르담
hague|ハーグ|海牙|헤이그
brussels|ブリュッセル|布鲁塞尔|브뤼셀
antwerp|アントワープ|安特卫普|안트베르펜/앤트워프
geneva|ジュネーブ|日内瓦|제네바
zurich/zürich|チューリヒ/チューリッヒ|苏黎世|취리히
vienna/viennese|ウィーン|维也纳|-
prague|プラハ|布拉格|프라하
warsaw|ワルシャワ|华沙|바르샤바
budapest|ブダペスト|布达佩斯|부다페스트
athens/athenian|アテネ|雅典|아테네
stockholm|ストックホルム|斯德哥尔摩|스톡홀름
gothenburg/göteborg|ヨーテボリ/イエーテボリ|哥德堡|예테보리
oslo|オスロ|奥斯陆|오슬로
copenhagen|コペンハーゲン|哥本哈根|코펜하겐
helsinki|ヘルシンキ|赫尔辛基|헬싱키
reykjavik/reykjavík|レイキャビク|雷克雅未克|레이캬비크
dublin|ダブリン|都柏林|더블린
edinburgh|エディンバラ|爱丁堡|에든버러
glasgow|グラスゴー|格拉斯哥|글래스고
belfast|ベルファスト|贝尔法斯特|벨파스트
manchester|マンチェスター|曼彻斯特|맨체스터
liverpool|リバプール|利物浦|리버풀
birmingham|バーミンガム|伯明翰|버밍엄
moscow/muscovite|モスクワ|莫斯科|모스크바
st. petersburg/saint petersburg|サンクトペテルブルク|圣彼得堡|상트페테르부르크
kyiv/kiev|キーウ/キエフ|基辅|키이우/키예프
istanbul|イスタンブール|伊斯坦布尔|이스탄불
ankara|アンカラ|安卡拉|앙카라
cairo|カイロ|开罗|카이로
tehran|テヘラン|德黑兰|테헤란
baghdad|バグダッド|巴格达|바그다드
jerusalem|エルサレム|耶路撒冷|예루살렘
riyadh|リヤド|利雅得|리야드
dubai|ドバイ|迪拜|두바이
doha|ドーハ|多哈|도하
delhi|デリー|德里|델리
mumbai|ムンバイ|孟买|뭄바이
dhaka|ダッカ|达卡|다카
bangkok|バンコク|曼谷|방콕
hanoi|ハノイ|河内|하노이
jakarta|ジャカルタ|雅加达|자카르타
manila|マニラ|马尼拉|마닐라
kuala lumpur|クアラルンプール|吉隆坡|쿠알라룸푸르
tokyo|東京|东京|도쿄
osaka|大阪|大阪|오사카
kyoto|京都|京都|교토
nagoya|名古屋|名古屋|나고야
fukuoka|福岡|福冈|후쿠오카
sapporo|札幌|札幌|삿포로
seoul|ソウル|首尔|서울
busan|釜山|釜山|부산
beijing|北京|北京|베이징
shanghai|上海|上海|상하이
shenzhen|深圳|深圳|선전
guangzhou|広州|广州|광저우
taipei|台北|台北|타이베이
sydney|シドニー|悉尼|시드니
melbourne|メルボルン|墨尔本|멜버른
canberra|キャンベラ|堪培拉|캔버라
auckland|オークランド|奥克兰|오클랜드
ottawa|オタワ|渥太华|오타와
toronto|トロント|多伦多|토론토
vancouver|バンクーバー|温哥华|밴쿠버
montreal/montréal|モントリオール|蒙特利尔|몬트리올
new york|ニューヨーク|纽约|뉴욕
washington|ワシントン|华盛顿|워싱턴
los angeles|ロサンゼルス|洛杉矶|로스앤젤레스
san francisco|サンフランシスコ|旧金山|샌프란시스코
chicago|シカゴ|芝加哥|시카고
boston|ボストン|波士顿|보스턴
seattle|シアトル|西雅图|시애틀
houston|ヒューストン|休斯敦/休斯顿|휴스턴
miami|マイアミ|迈阿密|마이애미
philadelphia|フィラデルフィア|费城|필라델피아
detroit|デトロイト|底特律|디트로이트
texas/austin/dallas|テキサス|得克萨斯/得州/德州|텍사스
california|カリフォルニア|加利福尼亚/加州|캘리포니아
florida|フロリダ|佛罗里达|플로리다
hawaii|ハワイ|夏威夷|하와이
mexico city|メキシコシティ|墨西哥城|멕시코시티
sao paulo/são paulo|サンパウロ|圣保罗|상파울루
rio|リオデジャネイロ|里约热内卢|리우데자네이루
buenos aires|ブエノスアイレス|布宜诺斯艾利斯|부에노스아이레스
lima|リマ|利马|-
nairobi|ナイロビ|内罗毕|나이로비
lagos|ラゴス|拉各斯|라고스
johannesburg|ヨハネスブルク|约翰内斯堡|요하네스버그
cape town|ケープタウン|开普敦|케이프타운
samsung|サムスン/三星電子|三星|삼성
sony|ソニー|索尼|소니
toyota|トヨタ|丰田|도요타
honda|ホンダ|本田|혼다
nissan|日産/ニッサン|日产汽车|닛산
panasonic|パナソニック|松下|파나소닉
hitachi|日立|日立|히타치
toshiba|東芝|东芝|도시바
nintendo|任天堂|任天堂|닌텐도
softbank|ソフトバンク|软银|소프트뱅크
hyundai|ヒョンデ/現代自動車|现代汽车|현대차/현대자동차
apple|アップル|苹果公司|애플
google/alphabet|グーグル|谷歌|구글
microsoft|マイクロソフト|微软|마이크로소프트
amazon|アマゾン|亚马逊|아마존
meta/facebook|メタ/フェイスブック|脸书|메타/페이스북
tesla|テスラ|特斯拉|테슬라
nvidia|エヌビディア|英伟达/辉达|엔비디아
intel|インテル|英特尔|인텔
qualcomm|クアルコム|高通公司|퀄컴
netflix|ネットフリックス|奈飞/网飞|넷플릭스
disney|ディズニー|迪士尼|디즈니
boeing|ボーイング|波音|보잉
airbus|エアバス|空客/空中客车|에어버스
volkswagen/vw|フォルクスワーゲン|大众汽车|폭스바겐
audi|アウディ|奥迪|아우디
bmw|-|宝马|-
mercedes/daimler|メルセデス/ダイムラー|奔驰/梅赛德斯|벤츠/메르세데스
volvo|ボルボ|沃尔沃|볼보
renault|ルノー|雷诺|르노
stellantis|ステランティス|斯泰兰蒂斯|스텔란티스
ford|フォード|福特|-
general motors/gm|ゼネラル・モーターズ/ゼネラルモーターズ|通用汽车|제너럴모터스
byd|比亜迪|比亚迪|비야디
pfizer|ファイザー|辉瑞|화이자
moderna|モデルナ|莫德纳|모더나
astrazeneca|アストラゼネカ|阿斯利康|아스트라제네카
novartis|ノバルティス|诺华|노바티스
roche|ロシュ|罗氏|로슈
bayer|バイエル|拜耳|-
spotify|スポティファイ|声田|스포티파이
uber|ウーバー|优步|우버
airbnb|エアビーアンドビー|爱彼迎|에어비앤비
oracle|オラクル|甲骨文|오라클
rakuten|楽天|乐天|라쿠텐
ikea|イケア|宜家|이케아
lufthansa|ルフトハンザ|汉莎|루프트한자
heathrow|ヒースロー|希思罗|히스로/히드로
gatwick|ガトウィック|盖特威克|개트윅
siemens|シーメンス|西门子|지멘스
bosch|ボッシュ|博世|보쉬
nestlé/nestle|ネスレ|雀巢|네슬레
unilever|ユニリーバ|联合利华|유니레버
tesco|テスコ|乐购|테스코
walmart|ウォルマート|沃尔玛|월마트
starbucks|スターバックス|星巴克|스타벅스
huawei|ファーウェイ|华为|화웨이
alibaba|アリババ|阿里巴巴|알리바바
tencent|テンセント|腾讯|텐센트
foxconn/hon hai|鴻海|富士康/鸿海|폭스콘
tsmc|台湾積体電路製造|台积电|-
world bank|世界銀行|世界银行|세계은행
greenpeace|グリーンピース|绿色和平|그린피스`;

interface WorldName {
  latin: string[];
  /** By the language; in simplified characters for Chinese. */
  written: Record<string, RegExp>;
}

const names: WorldName[] = table.split('\n').map((row) => {
  const [latin = '', ja = '', zh = '', ko = ''] = row.split('|');
  return {
    latin: latin.split('/'),
    written: {
      // Katakana stands alone, Hangul begins a word.
      ...(ja === '-' ? {} : { ja: new RegExp(`(?<![ァ-ヴー])(?:${ja.replaceAll('/', '|')})(?![ァ-ヴー])`, 'u') }),
      ...(zh === '-' ? {} : { zh: new RegExp(zh.replaceAll('/', '|'), 'u') }),
      ...(ko === '-' ? {} : { ko: new RegExp(`(?<![가-힣])(?:${ko.replaceAll('/', '|')})`, 'u') }),
    },
  };
});

/** @param language of two letters @returns each name found, as the text writes it, with its Latin forms in lower case */
export function worldNamesIn(text: string, language: string): { text: string; latin: readonly string[] }[] {
  const plain = language === 'zh' ? foldHan(text) : text;
  return names.flatMap(({ latin, written }) => {
    const found = written[language]?.exec(plain)?.[0];
    return found === undefined ? [] : [{ text: found, latin }];
  });
}

/** @param wanted in lower case */
export function namesAny(text: string, wanted: readonly string[]): boolean {
  return wanted.some((one) => text.toLowerCase().includes(one));
}
