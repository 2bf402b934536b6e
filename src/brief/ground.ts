/**
 * Does a claim stand on what it cites? Decided in code, on the cited sentences alone: they exist, the quotes are
 * verbatim in them, every number, date and name of the claim stands in them, no negation was lost or added and no
 * direction turned round, and each of its clauses has its words, or words of their kind, there or beside them.
 *
 * A claim in another language than its sources carries the source spelling of each of its names; that is what is
 * looked for. What this cannot see is a wrong relation between right facts in a free paraphrase.
 */
import type { Article, Claim } from '../model.ts';
import { addressesReader } from '../text/injection.ts';
import { unfoundedParts } from './ground-clauses.ts';
import { eventsIn } from './ground-events.ts';
import { type Evidence, evidenceOf, type Sentence } from './ground-evidence.ts';
import { exchangedFacts, missingDates, missingNumbers } from './ground-facts.ts';
import { missingNames, type NamePair } from './ground-names.ts';
import { negationFault } from './ground-negation.ts';
import { misplacedFacts } from './ground-order.ts';
import { turnedRoles, turnedWords } from './ground-polarity.ts';
import { wordsOfThePrompt } from './ground-prompt.ts';
import { isInTheirLanguage, isSupported, supportOf } from './ground-support.ts';
import { addressesIn, holdsQuote, inLanguage } from './ground-text.ts';

export type FaultKind =
  /** Cites nothing, or a sentence that does not exist. */
  | 'cite'
  | 'quote'
  | 'number'
  | 'date'
  | 'name'
  | 'negation'
  /** A fact of the sentence, where the sentence has another. */
  | 'order'
  /** An address, mention or markup: the model never writes them. */
  | 'address'
  | 'language'
  /** Orders the reader, or a model, to do something: no report does. */
  | 'instruction'
  /** Shares next to no words with what it cites. */
  | 'unsupported'
  | 'length';

export interface Fault {
  kind: FaultKind;
  /** The words at fault. */
  detail: string;
}

/** Without faults the claim is grounded. */
export interface Grounding {
  grounded: boolean;
  faults: Fault[];
}

export interface GroundOptions {
  /** BCP 47: of the claim. */
  language: string;
  /** Each name as the claim writes it, with its spelling in the article; for claims in another language. */
  names?: readonly NamePair[];
}

/** @param articles all that the claim may cite. */
export function groundClaim(claim: Claim, articles: readonly Article[], options: GroundOptions): Grounding {
  const cited = citedSentences(claim, articles);
  if (cited === null) return { grounded: false, faults: [{ kind: 'cite', detail: '' }] };
  const evidence = evidenceOf(cited, articles);
  const faults = [...quoteFaults(cited), ...textFaults(claim, evidence, options)];
  return { grounded: faults.length === 0, faults };
}

/** What a claim may draw on; null when it cites or quotes nothing, or something that is not there. */
export function evidenceFor(claim: Pick<Claim, 'cites'>, articles: readonly Article[]): Evidence | null {
  const cited = citedSentences(claim, articles);
  return cited === null || quoteFaults(cited).length > 0 ? null : evidenceOf(cited, articles);
}

/** Letters. Three times what the longest point may have. */
const longest = 1_200;

/** The faults of a claim's words alone. */
export function textFaults(
  { text, inferred }: Pick<Claim, 'text' | 'inferred'>,
  evidence: Evidence,
  { language, names = [] }: GroundOptions,
): Fault[] {
  const support = supportOf(text, evidence, language);
  const told = eventsIn(text, language);
  const moved = [...misplacedFacts(text, evidence, language), ...exchangedFacts(text, evidence, language)];
  return [
    ...factFaults(text, evidence, { language, names }),
    ...named('order', moved.length > 0 ? moved : turnedRoles(told, evidence, language)),
    ...named(
      'negation',
      inferred ? [] : [...negationFault(text, evidence, language), ...turnedWords(text, told, evidence, language)],
    ),
    ...named('language', isInTheirLanguage(support) || inLanguage(text, language) ? [] : [language]),
    ...named('instruction', addressesReader(text, language) ? [text.slice(0, 40)] : []),
    ...named('instruction', wordsOfThePrompt(text, evidence, language)),
    ...named('length', text.length > longest ? [text.slice(0, 40)] : []),
    ...named('unsupported', isSupported(support, text, evidence, language, inferred) ? [] : ['']),
    ...named('unsupported', unfoundedParts(text, evidence, language, inferred)),
  ];
}

/** Numbers, dates, names and addresses: what can be told of a claim that is still being written. */
export function factFaults(text: string, evidence: Evidence, { language, names = [] }: GroundOptions): Fault[] {
  return [
    ...named('number', missingNumbers(text, evidence, language)),
    ...named('date', missingDates(text, evidence, language)),
    ...named('name', missingNames(text, evidence, language, names)),
    ...named('address', addressesIn(text, evidence.text)),
  ];
}

function named(kind: FaultKind, details: string[]): Fault[] {
  return details.map((detail) => ({ kind, detail }));
}

interface Cited extends Sentence {
  quote: string | null;
}

/** @returns null when nothing is cited, or something that is not there. */
function citedSentences(claim: Pick<Claim, 'cites'>, articles: readonly Article[]): Cited[] | null {
  const cited = claim.cites.map(({ article: id, sentence, quote }) => {
    const article = articles.find((one) => one.id === id);
    const text = article?.sentences[sentence];
    return article === undefined || text === undefined ? null : { text, language: article.language, quote };
  });
  const found = cited.filter((one) => one !== null);
  return found.length === cited.length && found.length > 0 ? found : null;
}

function quoteFaults(cited: Cited[]): Fault[] {
  return cited
    .filter(({ text, quote }) => quote !== null && !holdsQuote(text, quote))
    .map(({ quote }) => ({ kind: 'quote' as const, detail: quote ?? '' }));
}
