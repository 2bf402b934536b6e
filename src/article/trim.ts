/** Lines that stand in articles' text and are none of theirs. */

const stray =
  /^(?:advertisement|advertising|ad|sponsored(?: content)?|share(?: this)?(?: (?:article|story|post))?|save|print|listen|copy link|link copied!?|email|tweet|pin|facebook|twitter|x|whatsapp|linkedin|reddit|comments?|\d+ comments?|follow(?: us)?(?: on .{1,30})?|read more|continue reading|story continues below(?: advertisement)?|article continues (?:after|below).*|skip (?:to|past) .*|loading\.*|play(?: video)?|watch(?: now)?|subscribe(?: now)?|sign up(?: now| here)?|sign in|log in|menu|close|open in app|back to top|top|image|photo|getty images|広告|スポンサーリンク|シェア(?:する)?|ツイート|印刷(?:する)?|保存|ブックマーク|目次|続きを読む|もっと見る|トップへ戻る|この記事をシェア|コメント(?:する)?|分享|收藏|打印|列印|廣告|广告|點我看更多|공유|광고|스크랩|인쇄)[:：.!]?$/i;

const closing =
  /^(?:(?:©|\(c\)|copyright\b).{0,200}|.{0,120}all rights reserved\.?.{0,60}|.{0,60}無断(?:転載|複製).{0,60}|sign up (?:for|to) .{0,160}|subscribe (?:to|for) .{0,160}|follow (?:us|me|him|her|@?\w+) on .{0,120}|like (?:this|us on) .{0,100}|click here .{0,120}|share this.{0,60}|(?:read|see) (?:more|also|next)\s*[:：].{0,160}|related\s*[:：].{0,160}|tags?\s*[:：].{0,160}|filed under.{0,160}|무단\s*전재.{0,80}|.{0,60}재배포\s*금지.{0,40}|.{0,40}未经(?:授权|許可).{0,60}|責任編輯.{0,30}|责任编辑.{0,30}|this (?:article|story|post) (?:originally|was (?:originally|first)) .{0,160})$/i;

/** A line of its own that only says when, or by whom. */
const dateline =
  /^(?:(?:published|updated|posted|last (?:updated|modified)|first published)\b.{0,60}|[\d\s:.,/\-–|()年月日時分点时分년월일시분]{4,40}|(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4})?.{0,30}|(?:更新|公開|配信|掲載|發布|发布|입력|수정)[:：]?\s*[\d年月日時分:：./\-\s]+|(?:by|von|por|par|di|door)\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}.'’-]+){0,5}|\d+\s+min(?:ute)?s?\s+read)$/iu;
const topLines = 4;

/** Drops strays everywhere, title and date line at the top, and the small print at the bottom. */
export function trimLines(lines: string[], title: string | null): string[] {
  const kept = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !stray.test(line) && /[\p{L}\p{N}]/u.test(line));
  for (let at = Math.min(topLines, kept.length - 1) - 1; at >= 0; at--)
    if (kept[at] === title || dateline.test(kept[at]!)) kept.splice(at, 1);
  while (kept.length > 1 && closing.test(kept.at(-1)!)) kept.pop();
  return kept;
}
