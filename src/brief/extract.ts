/** Writes a brief without a model: every claim is a sentence of the story, verbatim, and cites itself. */
import type { Article, ArticleId, Brief, Claim, PointKind } from '../model.ts';
import { sameLanguage } from '../story/candidate.ts';
import { addressesReader, tellsOfMachines } from '../text/injection.ts';
import { faqOf } from './extract-faq.ts';
import { asRead, type ChosenPoint, chooseEvent, choosePoints } from './extract-points.ts';
import { chooseLead, chooseSentences } from './extract-rank.ts';
import { type Candidate, longestSentence, readCandidates } from './extract-sentences.ts';
import { type Gauge, readGauge } from './gauge.ts';
import type { BriefWriter, StoryText } from './writer.ts';

export interface ExtractOptions {
  /** Told of each sentence that addresses a model: it is left out, and worth a line in the log. */
  onPlanted?: (found: { story: string; article: ArticleId; sentence: number }) => void;
}

const takeawaySentences = 2;
const faqEntries = 3;

export function createExtractWriter(gauges: readonly Gauge[], { onPlanted }: ExtractOptions = {}): BriefWriter {
  return {
    method: 'extract',
    languageFor: (languages, channel) => languages.find((each) => sameLanguage(each, channel)) ?? languages[0]!,
    async write(text, language) {
      const { brief, planted } = extractBrief(tellingIn(text, language), gauges);
      for (const found of planted) onPlanted?.({ story: text.story.id, ...found });
      return brief;
    },
  };
}

/** The reports in a language before all others; an extract is in the language of the first. */
function tellingIn({ story, articles }: StoryText, language: string): StoryText {
  const [within, others] = [true, false].map((wanted) =>
    articles.filter((article) => sameLanguage(article.language, language) === wanted),
  );
  return { story, articles: [...within!, ...others!] };
}

/** Synchronous, some milliseconds a story. */
export function extractBrief({ story, articles }: StoryText, gauges: readonly Gauge[]) {
  const language = articles[0]?.language ?? story.language;
  const { candidates, planted } = readCandidates(articles);
  const fallback = candidates.length > 0 ? [] : readable(articles);
  const gist = chooseLead(candidates) ?? fallback[0];
  const { takeaway, points } = shareOut(candidates, gist ?? null, language);
  const said = [...(gist === undefined ? [] : [gist]), ...takeaway, ...points.map(({ candidate }) => candidate)];
  const brief: Brief = {
    story: story.id,
    revision: story.revision,
    language,
    method: 'extract',
    gist: gist === undefined ? headline(story.headline, articles) : claimOf(gist),
    takeaway: inOrder(takeaway).map(claimOf),
    points: points.map(({ kind, candidate }) => ({ kind, ...claimOf(candidate) })),
    faq: faqOf(candidates, language, faqEntries, said).map(({ question, answer }) => ({
      question,
      answer: claimOf(answer),
    })),
    gauges: gauges.flatMap((gauge) => readGauge(gauge, story, articles, candidates, said) ?? []),
    dropped: 0,
  };
  return { brief, planted };
}

/**
 * What stands in the takeaway and what is a point: nothing stands in both. What matters and what to watch are looked for
 * beside the likely takeaway, then in it; what happened is the best sentence of the event that is left, and the takeaway
 * goes on with the next best.
 */
function shareOut(candidates: Candidate[], gist: Candidate | null, language: string) {
  const opening = gist === null ? [] : [gist];
  const likely = chooseSentences(candidates, takeawaySentences, opening);
  const meaning: PointKind[] = ['matters', 'watch'];
  const elsewhere = choosePoints(candidates, gist, [...opening, ...likely], language, meaning);
  const missing = meaning.filter((kind) => !elsewhere.some((point) => point.kind === kind));
  const within = choosePoints(likely, gist, [...opening, ...candidatesOf(elsewhere)], language, missing);
  const found = [...elsewhere, ...within];
  const event = chooseEvent(candidates, gist, [...opening, ...candidatesOf(found)], likely, language);
  if (event !== null) found.push({ kind: 'happened', candidate: event });
  const points = asRead.flatMap((kind) => found.find((point) => point.kind === kind) ?? []);
  const left = candidates.filter((candidate) => !points.some((point) => point.candidate === candidate));
  return { takeaway: chooseSentences(left, takeawaySentences, opening), points };
}

function candidatesOf(points: ChosenPoint[]): Candidate[] {
  return points.map(({ candidate }) => candidate);
}

/**
 * Questions that the story's own sentences answer, for people to ask next; at most 3, not the one just asked.
 *
 * @param language that they should be in, where an article is; else they are in the first article's.
 */
export function suggestQuestions(text: StoryText, asked: string | null, language: string): string[] {
  const { articles } = tellingIn(text, language);
  const { candidates } = readCandidates(articles);
  const questions = faqOf(candidates, articles[0]?.language ?? 'en', faqEntries + 1).map(({ question }) => question);
  return questions.filter((question) => question !== asked?.trim()).slice(0, faqEntries);
}

function claimOf({ article, sentence, text }: Candidate): Claim {
  return { text, cites: [{ article, sentence, quote: text }], inferred: false };
}

/** The takeaway reads on in the order of the article. */
function inOrder(sentences: Candidate[]): Candidate[] {
  return [...sentences].sort((a, b) => a.rank - b.rank || a.sentence - b.sentence);
}

/** A text without one whole statement (a headline, an excerpt cut short): its first sentence has to do. */
function readable(articles: Article[]): Candidate[] {
  const first = articles.find(({ sentences }) => sentences.length > 0);
  if (first === undefined) return [];
  const { sentences, language } = first;
  const ofMachines = tellsOfMachines(first);
  const sentence = sentences.findIndex(
    (text) => text.length <= longestSentence && !addressesReader(text, language, ofMachines),
  );
  if (sentence < 0) return [];
  const nothing = { terms: new Set<string>(), facts: new Set<string>(), central: 0, headline: 0 };
  const spoken = { opens: true, voice: 'report', whole: true, current: 1, asked: null } as const;
  return [{ article: first.id, rank: 0, sentence, text: first.sentences[sentence]!, ...nothing, ...spoken }];
}

function headline(text: string, articles: Article[]): Claim {
  const article = articles[0];
  return {
    text,
    cites: article === undefined ? [] : [{ article: article.id, sentence: 0, quote: null }],
    inferred: false,
  };
}
