/**
 * From what a model wrote to claims that can be shown: each is grounded, repaired once together with the others that
 * failed, replaced by the sentence it cites where that is in the reader's language, or dropped.
 */
import { z } from 'zod';
import { readSentenceId } from '../llm/story-prompt.ts';
import type { Article, Citation, Claim } from '../model.ts';
import { addressesModel, addressesReader, tellsOfMachines } from '../text/injection.ts';
import { type Fault, factFaults, groundClaim } from './ground.ts';
import { evidenceOf } from './ground-evidence.ts';
import type { NamePair } from './ground-names.ts';
import { holdsQuote, inLanguage, sameLanguage } from './ground-text.ts';

/** Cites come first: a streamed text can then be checked while it is being written. The prompts say what each is. */
const cites = z.array(z.object({ sentence: z.string(), quote: z.string() }));
const names = listOf(z.object({ text: z.string(), source: z.string() }));
const text = z.string();

/** Empty where it is left out, as servers do that promise no more than JSON. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => value ?? [], z.array(item));
}

export interface DraftClaim {
  text: string;
  cites: { sentence: string; quote: string }[];
  /** Only of translations: the source spelling of each name. */
  names?: NamePair[];
}

/** The same for the same claim, however its parts are ordered. */
export function draftKey({ text, cites, names = [] }: DraftClaim): string {
  return JSON.stringify([
    text,
    cites.map(({ sentence, quote }) => [sentence, quote]),
    names.map((name) => [name.text, name.source]),
  ]);
}

export function claimSchema(translated: boolean): z.ZodType<DraftClaim> {
  return translated ? z.object({ cites, names, text }) : z.object({ cites, text });
}

export function keyedClaimSchema(translated: boolean): z.ZodType<DraftClaim & { key: string }> {
  const key = z.string();
  return translated ? z.object({ key, cites, names, text }) : z.object({ key, cites, text });
}

export interface KeyedDraft {
  /** Where the claim belongs; unique. */
  key: string;
  draft: DraftClaim;
  inferred: boolean;
}

export interface Settled {
  claim: Claim;
  how: 'grounded' | 'repaired' | 'replaced';
}

export interface Failed {
  key: string;
  draft: DraftClaim;
  faults: Fault[];
  /** What is wrong with its form, in words. */
  form: string | null;
}

/** How long a claim may be, and of how many sentences. */
export interface ClaimForm {
  /** What is wrong, as a model is told; null where nothing is. */
  faultOf(keyed: KeyedDraft): string | null;
  /** The sentences, from its first on, for which there is room. */
  cut(keyed: KeyedDraft): KeyedDraft;
}

export interface SettleOptions {
  articles: readonly Article[];
  /** BCP 47, of the claims. */
  language: string;
  /** Left out: any form will do. */
  form?: ClaimForm;
  /** What was grounded already, while it was streamed. */
  isGrounded?(draft: DraftClaim): boolean;
  /** Asks for the failed claims again; those that come back are tried once more. */
  repair(failed: Failed[]): Promise<Map<string, DraftClaim>>;
}

const anyForm: ClaimForm = { faultOf: () => null, cut: (keyed) => keyed };

/** @returns by key; a claim that is missing was dropped. */
export async function settleClaims(drafts: KeyedDraft[], options: SettleOptions): Promise<Map<string, Settled>> {
  const { form = anyForm, repair } = options;
  const settled = new Map<string, Settled>();
  const pool = drafts.flatMap(({ draft }) => draft.names ?? []);
  const failed = drafts.filter(
    (keyed) => form.faultOf(keyed) !== null || !settle(keyed, 'grounded', settled, pool, options),
  );
  if (failed.length === 0) return settled;

  const told = failed.map((keyed) => ({ ...keyed, faults: faultsOf(keyed, pool, options), form: form.faultOf(keyed) }));
  const repaired = await repair(told);
  for (const keyed of failed) {
    const draft = repaired.get(keyed.key);
    const again = draft === undefined ? null : { ...keyed, draft };
    const names = [...pool, ...(draft?.names ?? [])];
    if (again !== null && settle(form.cut(again), 'repaired', settled, names, options)) continue;
    if (settle(form.cut(keyed), 'grounded', settled, pool, options)) continue;
    const sentence = citedSentence(again?.draft ?? keyed.draft, options) ?? citedSentence(keyed.draft, options);
    if (sentence !== null) settled.set(keyed.key, { claim: sentence, how: 'replaced' });
  }
  return settled;
}

function settle(
  { key, draft, inferred }: KeyedDraft,
  how: Settled['how'],
  settled: Map<string, Settled>,
  names: NamePair[],
  { articles, language, isGrounded }: SettleOptions,
): boolean {
  const claim = claimOf(draft, articles, inferred);
  if (restsOnPlanted(claim, articles)) return false;
  if (!isGrounded?.(draft) && !groundClaim(claim, articles, { language, names }).grounded) return false;
  settled.set(key, { claim: withVerbatimQuotes(claim, articles), how });
  return true;
}

function faultsOf({ draft, inferred }: KeyedDraft, names: NamePair[], { articles, language }: SettleOptions): Fault[] {
  const claim = claimOf(draft, articles, inferred);
  const { faults } = groundClaim(claim, articles, { language, names });
  return restsOnPlanted(claim, articles)
    ? [...faults, { kind: 'instruction', detail: claim.text.slice(0, 40) }]
    : faults;
}

/** What an article has only among planted instructions it does not report. */
export function restsOnPlanted({ cites }: Claim, articles: readonly Article[]): boolean {
  return (
    cites.length > 0 &&
    cites.every(({ article: id, sentence }) => {
      const article = articles.find((one) => one.id === id);
      const text = article?.sentences[sentence];
      return article !== undefined && text !== undefined && isPlanted(text, article);
    })
  );
}

function isPlanted(text: string, article: Article): boolean {
  const { language } = article;
  return addressesModel(text, language, false) && addressesModel(text, language, tellsOfMachines(article));
}

/** Who may cite a whole article can cite anything for everything. */
const mostCites = 6;

/** A citation that names no sentence stays one: grounding refuses it. */
export function claimOf(draft: DraftClaim, articles: readonly Article[], inferred: boolean): Claim {
  const cites = draft.cites.slice(0, mostCites).map((cite) => citationOf(cite, articles));
  return { text: cleanText(draft.text), cites, inferred };
}

/** Models mistake a number more easily than they invent a quote: where the quote stands elsewhere, that is cited. */
function citationOf({ sentence: id, quote }: DraftClaim['cites'][number], articles: readonly Article[]): Citation {
  const at = readSentenceId(id, articles);
  const named = at === null ? null : { article: articles[at.article]!, sentence: at.sentence };
  if (named !== null && holdsQuote(named.article.sentences[named.sentence]!, quote)) {
    return { article: named.article.id, sentence: named.sentence, quote };
  }
  const places = articles.flatMap((article) =>
    article.sentences.flatMap((text, sentence) =>
      holdsQuote(text, quote) ? [{ article: article.id, sentence, quote }] : [],
    ),
  );
  const [only, ...more] = quote.trim().length < 12 ? [] : places;
  if (only !== undefined && more.length === 0) return only;
  return { article: named?.article.id ?? (0 as Citation['article']), sentence: named?.sentence ?? -1, quote };
}

function withVerbatimQuotes(claim: Claim, articles: readonly Article[]): Claim {
  const cites = claim.cites.map((cite) => {
    const text = articles.find(({ id }) => id === cite.article)?.sentences[cite.sentence] ?? '';
    return { ...cite, quote: cite.quote !== null && text.includes(cite.quote) ? cite.quote : null };
  });
  return { ...claim, cites };
}

/** The first sentence that a draft cites and that reports something; null where it is in another language. */
function citedSentence(draft: DraftClaim, { articles, language }: SettleOptions): Claim | null {
  for (const { article: id, sentence } of claimOf(draft, articles, false).cites) {
    const article = articles.find((one) => one.id === id);
    const text = article?.sentences[sentence];
    if (article === undefined || text === undefined || !sameLanguage(article.language, language)) continue;
    if (addressesReader(text, article.language) || isPlanted(text, article)) continue;
    return { text, cites: [{ article: id, sentence, quote: text }], inferred: false };
  }
  return null;
}

/** Does a question that a model wrote state nothing that the articles do not? */
export function isFairQuestion(
  question: string,
  articles: readonly Article[],
  language: string,
  names: NamePair[],
): boolean {
  if (question === '' || question.length > 300 || !inLanguage(question, language)) return false;
  const told = articles.flatMap(({ title, sentences, language: spoken }) =>
    [title, ...sentences].map((text) => ({ text, language: spoken })),
  );
  const evidence = evidenceOf(told, articles);
  return factFaults(question, evidence, { language, names }).length === 0;
}

/** One line, without the numbers of sentences and the emphasis that some models write into their text. */
export function cleanText(text: string): string {
  return text
    .replace(/\s*[[(（【]\d{1,3}\.\d{1,4}(?:[,;、]\s*\d{1,3}\.\d{1,4})*[\])）】]/gu, '')
    .replace(/(?<!\d)\*\*|\*\*(?!\d)|`/gu, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
}
