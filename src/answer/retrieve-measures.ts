/** What form an answer takes, finer than its kind: `how old` wants an age, and an age shows in a sentence. */

interface Measure {
  /** In the question. */
  asked: RegExp;
  /** In a sentence that can answer it. */
  told: RegExp;
}

const count = String.raw`(?:\d[\d,.]*|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|few|many|half|hundred|thousand|million)`;
const span = '(?:second|minute|hour|day|night|week|month|year|decade|centur|season)';

/** In order: the first that is asked counts. */
const english: Measure[] = [
  {
    asked: /\bhow old\b|\b(what|which) (was|is|were|are)? ?(the |his |her |their )?ages?\b|\bat what age\b/iu,
    told: /\b\d{1,3}[- ](year|month|week|day)s?[- ]olds?\b|\b(aged?|ages|age of|turn(s|ed|ing)?) (from )?\d|\p{Lu}\p{L}+,? \(?\d{1,2}\)?[,;.]|\byears? old\b|\bin (his|her|their) (early |mid-|late )?(teens|twenties|thirties|forties|fifties|sixties|\d0s)\b|\b(born|birthday)\b/u,
  },
  {
    asked: /\b(what|which) (\w+ )?time\b(?! period)|\bat what hour\b/iu,
    told: /\b\d{1,2}([:.]\d\d)?\s?([ap]\.?m\b|gmt|bst|et\b|local time|o['’]clock)|\b\d\d:\d\d\b|\b(noon|midnight|dawn|dusk)\b/iu,
  },
  {
    asked:
      /\bhow much (money|did (it|they|he|she|the|that)\b.*(cost|pay|raise|earn|spend|make|sell|sold)|does|do|is|was|were|will)|\b(price|cost|salary|fine|fee|budget|worth|fortune|debt|bail)\b|\bhow (expensive|cheap)\b/iu,
    told: /[$£€¥]\s?\d|\d\s?(dollars|euros|pounds|yen|cents|rupees)|\b(million|billion|trillion)\b|\b(dollars|euros|pounds|yen)\b/iu,
  },
  {
    asked: /\b(percent\w*|per cent|proportion|share|fraction)\b|\bhow much of\b|\bhow (likely|common)\b/iu,
    told: /%|\bper ?cent\b|\b(half|(one|two|three)[- ](third|quarter|fifth)s?|a (third|quarter)|majority|\w+ in (two|three|four|five|ten|\d+)|(nine|eight|seven|six) out of)\b/iu,
  },
  {
    asked:
      /\bhow (far|tall|high|deep|wide|big|large|close|near)\b|\b(height|distance|depth|width|size|area|diameter)\b/iu,
    told: /\d[\d,.]*[-\s]?(km|kilomet\w+|miles?|m\b|met(er|re)s?|feet|foot|ft|inch\w*|acres?|hectares?|sq|square|cm|mm|yards?)|\b(miles?|feet|met(er|re)s|kilomet\w+)\b/iu,
  },
  {
    asked: /\bhow (heavy|much .*\bweigh)|\bweight\b/iu,
    told: /\d[\d,.]*[-\s]?(kg|kilo\w*|pounds?|lbs?|tons?|tonnes?|grams?|ounces?)\b/iu,
  },
  { asked: /\bhow fast\b|\bspeed\b/iu, told: /\b(mph|km\/h|knots|per (hour|second)|kph|mach)\b/iu },
  { asked: /\btemperature\b|\bhow (hot|cold|warm)\b/iu, told: /°|\bdegrees?\b|\bcelsius\b|\bfahrenheit\b/iu },
  {
    asked: /\bhow long\b|\bhow many (\w+ )?(seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b/iu,
    told: new RegExp(
      String.raw`\b${count}(?:[-\s](?:to|and|or)[-\s]${count})?(?:[-\s]a[-\s]half)?[-\s](?:\w+[-\s])?${span}(?:s|ies|y)?\b|\bsince\b|\buntil\b|\bovernight\b|\d[-\s]?(?:met(?:er|re)s?|feet|miles?|km)\b`,
      'iu',
    ),
  },
  {
    asked:
      /\bwhat (\w+ )?(did|does|do|has|have) .{2,60}\b(say|said|tell|told|think|believe|claim|argue|call|describe|warn|suggest|write|comment)\b/iu,
    told: /["“”]|\b(said|says|told|believes?|argued?|warned|wrote|claimed|added|called|described|thinks?)\b/iu,
  },
  {
    asked: /\b(called|named|known as|nickname\w*|the name of|titled?|name for)\b/iu,
    told: /\b(called|named|known|dubbed|nicknamed|titled?|name)\b|["“'‘]\p{Lu}/iu,
  },
  {
    asked: /^how (did|do|does|was|were|is|are|can|could|will|would|has|have)\b/iu,
    told: /\b(by|after|when|with|through|using|via|because|thanks to)\b/iu,
  },
];
const japanese: Measure[] = [
  { asked: /何歳|年齢|おいくつ/u, told: /\d+\s?歳|[一二三四五六七八九十]+歳|\d0代/u },
  { asked: /何時(?!間)/u, told: /\d+\s?時|正午|深夜|未明/u },
  { asked: /いくら|何円|何ドル|金額|費用|値段|価格|料金|予算/u, told: /円|ドル|ユーロ|ポンド|元/u },
  { asked: /割合|何割|何[%％]|何パーセント|どれくらいの割/u, told: /[%％割]|パーセント|半分|半数|分の/u },
  {
    asked: /距離|高さ|長さ|深さ|広さ|面積|何(キロ|メートル|km|m)/u,
    told: /\d\s?(m|km|cm|ha)|メートル|キロ|ヘクタール|平方/u,
  },
  {
    asked: /何年間|何時間|何日間|何か?ヶ?月間?|何週間|どれくらいの期間|どのくらいの期間|期間/u,
    told: /\d\s?(年|か月|ヶ月|カ月|週|日|時間|分|秒)|年間|以来/u,
  },
  { asked: /何と(言|話|述|いっ|語|説明|呼)|どう(言|話|述|語)/u, told: /「|述べ|話し|語っ|という|呼/u },
];
const chinese: Measure[] = [
  { asked: /多大(年纪|年紀)?|几岁|幾歲|多少[岁歲]|年龄|年齡/u, told: /[岁歲]/u },
  { asked: /几点|幾點|什么时候.*点/u, told: /[点點]|时|時/u },
  { asked: /多少(钱|錢|美元|元|英镑|英鎊|欧元|歐元)|价格|價格|费用|費用|成本/u, told: /元|镑|鎊|美金/u },
  { asked: /百分之|比例|占.*多少|多少.*[%％]/u, told: /[%％]|百分之|分之|一半|半/u },
  {
    asked: /多远|多遠|多高|多长(?!时)|多長(?!時)|多宽|多寬|多深|面积|面積|距离|距離|高度|长度|長度/u,
    told: /米|公里|英里|千米|英尺|公顷|公頃|平方|英亩|英畝/u,
  },
  {
    asked: /多久|多长时间|多長時間|多少(年|天|个月|個月|小时|小時|分钟|分鐘)|几(年|天|个月|個月|小时|小時)/u,
    told: /[\d一二三四五六七八九十百两兩几幾]\s?(多)?(年|天|日|个月|個月|周|週|小时|小時|分钟|分鐘|世纪|世紀)/u,
  },
];
const korean: Measure[] = [
  { asked: /몇\s?(살|세)|나이/u, told: /\d+\s?(?:여\s?)?(?:세|살)|\d0대/u },
  { asked: /몇\s?시(?!간)/u, told: /\d+\s?시|정오|자정|새벽/u },
  { asked: /몇\s?(퍼센트|프로|%|할)|비율|비중/u, told: /%|퍼센트|절반|분의/u },
  {
    asked: /몇\s?(미터|킬로|m|km)|길이|거리|높이|깊이|넓이|면적|너비/u,
    told: /\d\s?(?:m|km|cm|㎞|㎝|㎡|ha)|미터|킬로|제곱|헥타르/u,
  },
  {
    asked: /몇\s?(년|달|개월|주|일|시간|분)|얼마나 (오래|걸)|기간|며칠/u,
    told: /\d\s?(?:여\s?)?(?:년|개월|달|주|일|시간|분|초)|하루|이틀|사흘|동안/u,
  },
  {
    asked: /얼마(?!나)|비용|가격|요금|값|금액|예산|[가-힣]비[는은가]?\s?(?:얼마|\?)/u,
    told: /\d\s?(?:여\s?)?(?:천|백)?(?:만|억|조)?\s?(?:원|달러|유로|엔|위안)|무료|공짜/u,
  },
  { asked: /뭐라고|뭐래|뭐랬|어떻게 (말|설명|평가)/u, told: /["“”]|라고|다고|며/u },
];
const measures: Record<string, Measure[]> = { en: english, ja: japanese, zh: chinese, ko: korean };

/** @returns what a sentence must have to answer in the form that is asked; null where the question asks for none */
export function formAsked(question: string, language: string): RegExp | null {
  return measures[language.slice(0, 2)]?.find(({ asked }) => asked.test(question))?.told ?? null;
}
