/** Words that carry grammar rather than matter, per language: they say little about what a text or a question is about. */

const english = `a an the and or but nor so yet if then than that this these those there here of in on at by for from to into
  onto with without within about as is are was were be been being am do does did done doing have has had having can could may
  might must shall should will would not no it its he him his she her hers they them their theirs we our ours you your
  yours i me my mine who whom whose which what when where why how s t d ll re ve m also just only very too such some any all
  each both more most other up out over under again while because until during between through before after off down
  own same one ones said say says many much kind`;
const japanese = `の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その
  あっ よう また もの という あり まで られ なる へ か だ これ によって により おり より による ず なり られる において ば なかっ
  なく しかし について せ だっ その後 できる それ う ので なお のみ でき き つ における および いう さらに でも ら たり その他 に関する
  たち ます ん なら に対して 何 誰 どこ いつ どの どう なぜ どんな です でし まし ました ください ありま ではあり 何人 何と 何回 何年 何が 何を いくら どれくらい どのくらい くらい でしょ でしょう しょう 教え ください
  ではない について のは のか との`;
const chinese = `的 了 和 是 就 都 而 及 与 與 着 或 一个 一個 沒有 没有 我们 我們 你们 你們 他们 他們 她们 在 有 也 不 为 為 以 于 於 上 下 中
  之 对 對 将 將 被 把 从 從 到 但 并 並 等 这 這 那 个 個 其 此 它 他 她 我 你 们 們 吗 嗎 呢 吧 什么 什麼 谁 誰 哪 哪里 哪裡 何时 何時 怎么 怎麼
  如何 多少 几 幾 为什么 為什麼 哪个 哪個 哪些 会 會 能 可以 还 還 又 所 很 更 最 什么时候 什麼時候 怎样 怎樣 這麼 这么 那么 那麼 哪家 哪一 第`;
const korean = `이 그 저 것 수 등 및 또 또는 그리고 그러나 하지만 에 는 은 을 를 의 가 와 과 도 로 으로 에서 한 할 하는 했다 있다 있는 있습니다
  했습니다 합니다 이다 대한 대해 위해 통해 따라 때문 더 가장 누구 무엇 언제 어디 어떻게 왜 어느 어떤 무슨 몇 얼마나 얼마 많은 누가 인가요 나요`;
const thai = `ที่ และ ใน ของ เป็น ได้ ให้ ว่า มี การ จะ ไม่ กับ จาก แต่ หรือ ก็ โดย นี้ นั้น ซึ่ง ไป มา อยู่ แล้ว ด้วย ถึง ต้อง คือ
  ความ ยัง อย่าง เพื่อ เมื่อ กัน ถูก ทั้ง ขึ้น ต่อ ตาม ผู้ คน ๆ ใคร อะไร เมื่อไร ที่ไหน อย่างไร ทำไม เท่าไร ไหม`;

const lists: Record<string, Set<string>> = {
  en: listed(english),
  ja: listed(japanese),
  zh: listed(chinese),
  ko: listed(korean),
  th: listed(thai),
};
const none = new Set<string>();

/** @param language BCP 47. Empty for a language that has no list. */
export function stopWords(language: string): ReadonlySet<string> {
  return lists[language.slice(0, 2)] ?? none;
}

function listed(words: string): Set<string> {
  return new Set(words.normalize('NFKC').split(/\s+/u));
}
