/**
 * Sentences in an article that speak to a language model instead of telling news. An extract must not carry them: read
 * out, they would become our words, and the next reader may be a model. A question or a bare imperative is no news either.
 */

import { composed } from './compose.ts';

const english =
  /\byour (\w+ )?(response|reply|replies|answer|output|message|summary|completion|text|words)s?\b|\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(instruction|prompt|rule|guideline|context|above|previous|prior|earlier|everything)|\b(system|developer) (prompt|message|note)|\b(as (an?|your|my|the)|(you are|you are now|you're|act as|pretend to be)( an?)?) (\w+ )?(ai|a\.i\.|assistant|language model|chatbot|llm)\b(?! (company|startup|start-up|firm|lab|hub|power|leader|race|boom|chip|researcher|developer|pioneer))|\b(dear|attention|note to|hey|hello),? (ai|assistant|chatbot|llm|language model|model)s?\b|\bnew instructions?\b|\b(you (must|should|will|need to|have to)|please|now) (respond|reply|answer|output)\b|\b(respond|reply|answer) (only|with|in|as|to the user)\b|<\/?(system|assistant|user|instruction)|\[\/?inst\]|\bjailbreak/iu;
const toModel: Record<string, RegExp> = {
  ja: /(これまで|以前|上記|前|すべて)の?(指示|命令|プロンプト|ルール)|指示(を|に)(無視|従)|システムプロンプト|あなたは.{0,12}(AI|アシスタント|言語モデル)|(回答|返答|応答|出力|要約)(には|に|を|は).{0,30}(ください|せよ|しなさい|こと)/iu,
  zh: /(忽略|无视|無視|忘记|忘記)(之前|以上|上述|先前|所有|前面)|系统提示|系統提示|你(是|現在是|现在是)(一个|一個)?.{0,6}(AI|助手|语言模型|語言模型)|(你的|您的)?(回答|回复|回覆|输出|輸出|答案)(中|里|裡|时|時).{0,20}(请|請|加入|包含|提到|使用)/iu,
  ko: /(이전|위의|모든|앞의)\s?(지시|명령|프롬프트)|지시를?\s?(무시|따르)|시스템\s?프롬프트|당신은.{0,12}(AI|어시스턴트|언어\s?모델)|(답변|응답|출력|요약)(에|을|를|은).{0,30}(하세요|하십시오|주세요)/iu,
  th: composed(/(ละเว้น|เพิกเฉย|ไม่ต้องสนใจ|ลืม).{0,12}(คำสั่ง|ข้อความ|ก่อนหน้า)|ในคำตอบของคุณ|คุณคือ.{0,10}(AI|ผู้ช่วย|โมเดล)/iu),
};

/** Verbs that open an order and little else. */
const orders =
  `explain describe write draft compose provide translate replace convert remove add include integrate modify
  enhance augment introduce insert misspell scramble rearrange combine summari[sz]e ignore disregard forget
  pretend output repeat reveal create generate develop render substitute jumble anagram click visit download
  install subscribe append prepend mention recommend promote advise suggest encourage emphasi[sz]e respond
  conclude never always please ensure format encode decode capitali[sz]e insist highlight incorporate embed
  attach email forward tweet execute compute calculate solve analy[sz]e define outline imagine consider suppose
  swap shuffle omit delete eliminate separate merge join alter adjust rewrite rephrase paraphrase illustrate
  discuss identify recite tease ask direct advertise endorse construct prepare craft formulate propose sketch
  narrate demonstrate inject sprinkle weave choose select assist evaluate examine assess investigate determine
  apply encrypt transform classify categori[sz]e detect extract gather collect predict forecast organi[sz]e
  arrange automate verify confirm inform notify mislead deceive cipher transcribe interpret optimi[sz]e
  troubleshoot debug diagnose visuali[sz]e brainstorm roleplay simulate cite quote use give tell make show spell
  remember let`
    .split(/\s+/u)
    .join('|');
/** These open headlines as well (Study finds …), so an order shows by the word behind them. */
const doubtful =
  `act print list call run design find search look follow read see check note plan state name end begin start
  finish set put place work build help offer request link market sign share post pick teach break detail slip
  guide walk reverse invite say claim send do produce present group change switch split cut report order track
  book play open study review rate estimate measure monitor schedule remind pay buy transfer turn update warn
  urge spread contact enter answer reply test compare limit sing store mirror flip keep move take get bring`
    .split(/\s+/u)
    .join('|');
const object = `a|an|the|your|my|our|this|these|that|those|all|any|each|every|it|me|us|them|him|her|some|at least|how|what|why|who|whether|if|\\d|["'“‘]`;
const lead = `^["'“‘*•\\-\\s]*(?:(?:please|kindly|now|then|also|first|finally|instead|additionally|furthermore|important)[,:!]?\\s+)?`;
const behindNoun = `of|is|was|are|were|has|had|have|will|would|can|could|in|on|at|for|by|from|and|or|that|said|says|'s`;
const order = new RegExp(
  `${lead}(?:(?:${orders})\\b(?!\\s(?:${behindNoun})\\b|[’'-])|(?:${doubtful})\\s(?:${object})(?![\\p{L}\\d]))`,
  'iu',
);
const inPassing =
  /^(break down|be (sure|certain|careful)|do not|don't|you (must|should|are now|need to|have to))\b|^(when|while|before|after|if) (you )?(respond|reply|answer|summari[sz])/iu;

const ordersOf: Record<string, RegExp> = {
  ja: /(てください|で下さい|て下さい|しなさい|せよ|してほしい|てくれ|しろ|ないでください)[。．.！!」』]*$/u,
  zh: /^(请|請)(?!求|愿|願|假|辞|辭)|^(写|寫|翻译|翻譯|解释|解釋|描述|列出|总结|總結|忽略|添加|加入(?![^，。]*[后後年月日])|替换|替換|告诉我|告訴我)/u,
  ko: /(하세요|하십시오|\s주세요|해라|하라|주십시오|마세요)[.!"”]*$/u,
  th: composed(/^(กรุณา|โปรด|ช่วย(?!เหลือ|กัน)|จง|อย่า|เขียน|แปล|อธิบาย)/u),
};
/** What somebody is quoted to have ordered is news. */
const reported = /^["“][^"”]+["”],?\s+\p{L}+\s+\p{L}|[」』”"]\s*(と|라고|라며|고\s|[，,]?(他|她)?(说|說|表示))/u;

/** Does the sentence address a model, or order or ask something of whoever reads it? */
export function addressesReader(sentence: string, language: string): boolean {
  const plain = visible(sentence);
  return speaksToModel(plain, language) || isOrder(plain, language) || isQuestion(plain);
}

/** Does the sentence address a language model? These are logged. */
export function addressesModel(sentence: string, language: string): boolean {
  return speaksToModel(visible(sentence), language);
}

function speaksToModel(sentence: string, language: string): boolean {
  return english.test(sentence) || (toModel[language.slice(0, 2)]?.test(sentence) ?? false);
}

/** As a reader sees it: characters without width hide a word from a pattern, not from a model. */
function visible(sentence: string): string {
  return sentence
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .trim();
}

function isOrder(sentence: string, language: string): boolean {
  if (reported.test(sentence)) return false;
  const own = ordersOf[language.slice(0, 2)];
  const latin = /^[\p{Script=Latin}\P{L}]+$/u.test(sentence);
  return (latin && (order.test(sentence) || inPassing.test(sentence))) || (own?.test(sentence) ?? false);
}

function isQuestion(sentence: string): boolean {
  return /[?？][”"'’」』）)\]]*\s*$/u.test(sentence);
}
