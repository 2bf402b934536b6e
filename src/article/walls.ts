/** Pages that show a wall where their article should be. */

/** Below so many letters of text, what a page says of itself may be all that it says. */
const shortText = 1500;

export interface PageSigns {
  /** The text that was extracted. */
  text: string;
  title: string;
  /** The whole page's text, for what stands outside of the article. */
  page: string;
  /** JSON-LD's `isAccessibleForFree` says no. */
  declaredPaid: boolean;
}

/** @returns what stands in the way, in English; null where the article itself could be read. */
export function wallOf({ text, title, page, declaredPaid }: PageSigns): string | null {
  if (challenge.test(title) || (text.length < shortText && challenge.test(text.slice(0, 600))))
    return 'its site asks for a browser';
  const lettersShort = weight(text) < shortText;
  if (lettersShort && (declaredPaid || paywall.test(text.slice(-900)) || paywall.test(page)))
    return 'only subscribers can read on';
  if (weight(text) < 700 && cookieWall.test(text)) return 'its site asks for consent first';
  if (lettersShort && loginWall.test(text)) return 'only members can read on';
  return null;
}

/** A character of Chinese, Japanese or Korean says what two or three letters say. */
function weight(text: string): number {
  const dense = text.match(/[\p{Script=Han}\u3041-\u30ff\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + dense * 1.5;
}

const challenge =
  /^(?:just a moment|attention required|access (?:to this page has been )?denied|security check|are you a robot|pardon our interruption|verifying you are human|robot check|403 forbidden)|checking (?:your|the) browser|enable javascript and cookies|verify (?:that )?you are (?:a )?human|unusual traffic|complete the captcha|ddos protection by/i;

const paywall =
  /subscribe (?:now )?to (?:continue|read|keep|unlock|get full)|(?:continue|keep) reading (?:with|for|by)|(?:this|the (?:full|rest of (?:this|the))) (?:article|story|content|post) is (?:only )?(?:for|available (?:only )?to|exclusive to|reserved for) (?:paid |paying )?(?:subscribers|members)|(?:for|to) (?:paid |paying )?subscribers only|subscriber[- ]only|already a subscriber\?|to (?:read|continue reading) (?:the|this) (?:full|rest|article|story)|become a (?:paid )?(?:subscriber|member) to|start your free trial|unlock (?:this|the full) (?:article|story)|you have (?:reached|read) your|free articles? (?:left|remaining)|この記事は(?:有料|会員|プレミアム)|有料(?:会員|記事|プラン|登録)|会員限定|会員登録(?:を|す|（無料）|\(無料\))|続きを(?:読む|お読み|ご覧)に(?:は|なる)|残り[:：]?\s*[\d,０-９]+\s*文字|購読(?:する|の(?:お)?申し?込み)|ログインして(?:続き|全文)|訂閱(?:後|會員|以)|(?:付費|付费|会员|會員)(?:才能|專屬|专享|內容|内容|閱讀)|구독(?:하고|자 전용|하시면)|유료\s*(?:회원|기사)|abonnez-vous pour|réservé aux abonnés|nur für abonnenten|jetzt weiterlesen|weiterlesen mit|para suscriptores|contenido exclusivo para|riservato agli abbonati/i;

const loginWall =
  /(?:log|sign) in to (?:continue|read|view)|create (?:a|your) free account to (?:continue|read)|register (?:for free )?to (?:continue|read)|ログインが必要/i;

const cookieWall =
  /(?:we|and our partners|this site) (?:use|store|value).{0,80}(?:cookies|privacy)|accept (?:all )?cookies|cookie (?:policy|settings|consent|preferences)|クッキー(?:の使用|ポリシー)|同意して(?:続行|サイト)/i;
