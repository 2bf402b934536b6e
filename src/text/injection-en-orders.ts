/** Bare imperatives in English: a news sentence has a subject before its verb, an order has none. */

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
  remember let speak pretend refrain abstain portray depict`
    .split(/\s+/u)
    .join('|');
/** These open headlines as well (Study finds …), so an order shows by the word behind them. */
const doubtful =
  `act print list call run design find search look follow read see check note plan state name end begin start
  finish set put place work build help offer request link market sign share post pick teach break detail slip
  guide walk reverse invite say claim send do produce present group change switch split cut report order track
  book play open study review rate estimate measure monitor schedule remind pay buy transfer turn update warn
  urge spread contact enter answer reply test compare limit sing store mirror flip keep move take get bring treat mark omit skip praise avoid stress treat link`
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
  /^(break down|be (sure|certain|careful)|do not|don't|act (on behalf|as if|as|like)|you (must|should|are now|need to|have to))\b|^(when|while|before|after|if) (you )?(respond|reply|answer|summari[sz])/iu;

/** For sentences in Latin letters. */
export const englishOrders: readonly RegExp[] = [order, inPassing];
