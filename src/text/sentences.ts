/**
 * Splits paragraphs into sentences. Each sentence is a verbatim run of its paragraph (white space folded), so that
 * what we quote of it can be found on the page.
 */
import { endsByAbbreviation } from './abbreviations.ts';
import { splitThai } from './thai.ts';

export interface Sentences {
  sentences: string[];
  /** Index of the first sentence of each paragraph, ascending. Empty paragraphs have none. */
  paragraphs: number[];
}

/** @param language BCP 47; unknown languages are split like English, without its abbreviations. */
export function splitSentences(paragraphs: string[], language: string): Sentences {
  const result: Sentences = { sentences: [], paragraphs: [] };
  for (const paragraph of paragraphs) {
    const sentences = splitParagraph(paragraph.replace(/[\s\u200b]+/gu, ' ').trim(), language);
    if (sentences.length === 0) continue;
    result.paragraphs.push(result.sentences.length);
    result.sentences.push(...sentences);
  }
  return result;
}

function splitParagraph(text: string, language: string): string[] {
  if (text === '') return [];
  if (/^th\b/u.test(language)) return splitThai(text);
  const ends = isBracketed(language) ? bracketedEnds(text) : spacedEnds(text, language);
  return cutAt(text, ends);
}

function isBracketed(language: string): boolean {
  return /^(ja|zh|yue)\b/u.test(language);
}

function cutAt(text: string, ends: number[]): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    const piece = text.slice(start, end).trim();
    if (piece !== '') pieces.push(piece);
    start = end;
  }
  return pieces;
}

const closers = '["\'”’»)\\]}）］】〕』」》〉]';

/** A stop, what closes with it (quotes, brackets, a footnote mark), and the white space or the letter after it. */
const spacedStop = new RegExp(`[.!?…。！？]+(?:${closers}|\\[\\w{1,3}\\])*(?=\\s|$|[A-Z][a-z]+[\\s,])`, 'gu');

function spacedEnds(text: string, language: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(spacedStop)) {
    const end = match.index + match[0].length;
    if (end < text.length && endsSentence(text, match.index, end, language)) ends.push(end);
  }
  return ends;
}

function endsSentence(text: string, stop: number, end: number, language: string): boolean {
  const next = text.slice(end, end + 24);
  if (!/^\s/u.test(next)) return /\p{Ll}{3}$/u.test(text.slice(Math.max(0, stop - 3), stop));
  if (!opensSentence(next.trimStart())) return false;
  if (text[stop] !== '.' || end - stop > 1) return true;
  return !endsByAbbreviation(text.slice(Math.max(0, stop - 24), stop), next.trimStart(), language);
}

/** A lower-case word goes on with the sentence: “Why?” he asked. (But iPhone and eBay begin one.) */
function opensSentence(next: string): boolean {
  return !/^[-–—,;]*\s*\p{Ll}/u.test(next) || /^\p{Ll}\p{Lu}/u.test(next);
}

const bracketedStop = new RegExp(`[。！？!?｡]+(?:${closers}|\\[\\w{1,3}\\])*`, 'gu');
/** After a closing bracket these go on with the sentence: 「行く。」と述べた。 */
const goesOn = /^[とのがはをにでもやへ、，,（(]|^など|^から|^という/u;
/** A quotation longer than this is split inside: its bracket is lost or it holds a speech. */
const longestQuote = 200;

function bracketedEnds(text: string): number[] {
  const inside = quotedRuns(text);
  const ends: number[] = [];
  for (const match of text.matchAll(bracketedStop)) {
    const end = match.index + match[0].length;
    if (end >= text.length || inside.some(([from, to]) => match.index > from && end <= to)) continue;
    const closed = /[^。！？!?｡]$/u.test(match[0]);
    const foreign =
      /^[!?]+$/u.test(match[0]) &&
      /^[\p{L}\p{N}]/u.test(text.slice(end)) &&
      /[A-Za-z]$/u.test(text.slice(0, match.index));
    if (foreign || (closed && goesOn.test(text.slice(end, end + 4)))) continue;
    ends.push(end);
  }
  return [...ends, ...spacedEnds(text, 'ja')].sort((a, b) => a - b);
}

/** Where 「…」, 『…』 and （…） stand, from the opening bracket to just before the closing one. */
function quotedRuns(text: string): [number, number][] {
  const runs: [number, number][] = [];
  const opened: { at: number; closer: string }[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[「『（(」』）)]/gu)) {
    const closer = { '「': '」', '『': '』', '（': '）', '(': ')' }[bracket];
    if (closer !== undefined) opened.push({ at: index, closer });
    else {
      const last = opened.findLastIndex((open) => open.closer === bracket);
      if (last < 0) continue;
      const open = opened.splice(last)[0];
      if (open !== undefined && index - open.at <= longestQuote) runs.push([open.at, index]);
    }
  }
  return runs;
}
