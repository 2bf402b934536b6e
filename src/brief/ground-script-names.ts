/**
 * Names in Chinese, Japanese and Korean that the cited sentences do not hold. These scripts have no capitals, so a name
 * is told from other words by what the segmenter does not know, by lists, and by its place elsewhere in the article.
 */
import { foldHan } from '../story/han.ts';
import { conceptsIn } from '../story/lexicon.ts';
import { organizationsIn } from './ground-aliases.ts';
import { countriesIn } from './ground-countries.ts';
import type { Evidence } from './ground-evidence.ts';
import { chineseNames } from './ground-names-chinese.ts';
import { japaneseNames } from './ground-names-japanese.ts';
import { koreanNames } from './ground-names-korean.ts';
import { toldIn } from './ground-script-told.ts';
import { fold } from './ground-text.ts';

/** Claim and sentences are in the same language. */
export function missingScriptNames(text: string, evidence: Evidence, language: string): string[] {
  const base = language.slice(0, 2);
  const find = { zh: chineseNames, ja: japaneseNames, ko: koreanNames }[base];
  if (find === undefined) return [];
  const plain = fold(text).toLowerCase();
  return [
    ...new Set([
      ...find(base === 'zh' ? foldHan(plain) : plain, toldIn(evidence)),
      ...missingEntities(text, evidence, base),
    ]),
  ];
}

const entitiesByEvidence = new WeakMap<Evidence, ReadonlySet<string>>();

/** Bodies that the sentences call otherwise (연준, 연방준비제도) are left out first. */
function missingEntities(text: string, evidence: Evidence, base: string): string[] {
  const stated =
    entitiesByEvidence.get(evidence) ??
    new Set(evidence.sentences.flatMap((one) => [...entitiesIn(one, base), ...entitiesIn(latinOf(one), 'en')]));
  entitiesByEvidence.set(evidence, stated);
  const missing = entitiesIn(text, base).filter((id) => !stated.has(id));
  if (missing.length === 0) return [];
  const known = organizationsIn(evidence.sentences.join('\n'));
  const rest = known.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return entitiesIn(rest, base).filter((id) => !stated.has(id));
}

/** Between scripts without spaces a Latin word has no ends of its own. */
function latinOf(text: string): string {
  return text.replace(/[^\p{Script=Latin}\d.&-]+/gu, ' ');
}

function entitiesIn(text: string, language: string): string[] {
  return conceptsIn(text, language).filter((id) => !id.startsWith('#') && !isCountry(id));
}

const countries = new Map<string, boolean>();

/** Countries have a check of their own. */
function isCountry(id: string): boolean {
  const known = countries.get(id) ?? countriesIn(id, 'en').size > 0;
  countries.set(id, known);
  return known;
}
