/**
 * Briefs by a language model: one request, every claim grounded in code, one repair request for those that are not.
 * Whatever fails, the reader gets a brief: then it is the extract, and says so by its method.
 */
import type { Logger } from 'pino';
import { type Size, sizesFrom } from '../llm/budget.ts';
import { type ModelClient, mayDoShorter } from '../llm/client.ts';
import { type Marks, marksOfThisProcess } from '../llm/fence.ts';
import { room } from '../llm/room.ts';
import type { Brief, Claim, GaugeReading, Language } from '../model.ts';
import { type Gauge, gaugeApplies } from './gauge.ts';
import { sameLanguage } from './ground-text.ts';
import {
  cleanText,
  type DraftClaim,
  type Failed,
  isFairQuestion,
  type KeyedDraft,
  type Settled,
  settleClaims,
} from './model-claims.ts';
import { type BriefTask, briefMessages, repairMessages } from './model-prompt.ts';
import { briefSchema, type DraftBrief, repairSchema } from './model-schema.ts';
import { formOf, kinds, withoutDoubles, withoutRepeats } from './model-shape.ts';
import { type BriefWriter, languagesIn, type StoryText } from './writer.ts';

export interface ModelWriterOptions {
  client: ModelClient;
  /** Writes where the model cannot: the extractive writer. */
  fallback: BriefWriter;
  gauges: readonly Gauge[];
  log: Logger;
  /** Left out: of this process alone. */
  marks?: Marks;
}

export function createModelWriter(options: ModelWriterOptions): BriefWriter {
  const { client, fallback, gauges, log, marks = marksOfThisProcess() } = options;
  return {
    method: 'model',
    languageFor: (_, channel) => channel,

    async write(text, language) {
      const began = performance.now();
      const brief = await writeByModel(text, language);
      const ms = Math.round(performance.now() - began);
      const method = brief === null ? fallback.method : 'model';
      log.info(
        { storyId: text.story.id, revision: text.story.revision, language, method, dropped: brief?.dropped, ms },
        'brief written',
      );
      return brief ?? fallback.write(text, fallback.languageFor(languagesIn(text), language as Language));
    },
  };

  async function writeByModel(text: StoryText, language: string): Promise<Brief | null> {
    for (const size of sizesFrom(await client.level('brief'))) {
      const task = taskOf(text, language, size);
      const messages = briefMessages(task, marks);
      const drafted = await draft(task, messages, size);
      if (drafted.kind === 'done') return settle(drafted.value, task, messages);
      if (!mayDoShorter(drafted.reason)) return null;
    }
    return null;
  }

  function taskOf(text: StoryText, language: string, size: Size): BriefTask {
    return {
      text,
      language,
      translated: text.articles.some((article) => !sameLanguage(article.language, language)),
      faq: size === 'full',
      gauges: gauges.filter((gauge) => gaugeApplies(gauge, text.story)),
      maxTokens: room.brief[size].input,
    };
  }

  function draft(task: BriefTask, messages: BriefRequest, size: Size) {
    const { translated, faq } = task;
    return client.complete({
      task: 'brief',
      channel: '',
      name: 'brief',
      messages,
      schema: briefSchema({ translated, faq, gauges: task.gauges.map(({ id }) => id) }),
      maxTokens: room.brief[size].output,
    });
  }

  async function settle(written: DraftBrief, task: BriefTask, messages: BriefRequest): Promise<Brief | null> {
    const { text, language, translated } = task;
    const repair = (failed: Failed[]) => repairClaims(failed, messages, translated);
    const drafted = withoutDoubles(written);
    const drafts = keyedDrafts(drafted);
    const form = formOf(text.articles, language);
    const settled = await settleClaims(drafts, { articles: text.articles, language, form, repair });
    countClaims(drafts, settled);
    return assemble(drafted, settled, drafts, { text, language });
  }

  async function repairClaims(failed: Failed[], messages: BriefRequest, translated: boolean) {
    client.counts.claimRepairs += 1;
    const repaired = await client.complete({
      task: 'brief',
      channel: '',
      name: 'claims',
      messages: [...messages, ...repairMessages(failed)],
      schema: repairSchema(translated),
      maxTokens: 400 + 300 * failed.length,
    });
    if (repaired.kind === 'failed') return new Map<string, DraftClaim>();
    return new Map(repaired.value.claims.map((claim) => [claim.key, claim]));
  }

  function countClaims(drafts: KeyedDraft[], settled: Map<string, Settled>): void {
    for (const { how } of settled.values()) client.counts.claims[how] += 1;
    client.counts.claims.dropped += drafts.length - settled.size;
  }
}

type BriefRequest = ReturnType<typeof briefMessages>;

/** What a server left out stays out. */
function keyedDrafts({ gist, takeaway, points, faq, gauges }: Required<DraftBrief>): KeyedDraft[] {
  return [
    keyed('gist', gist),
    ...takeaway.slice(0, 3).map((claim, index) => keyed(`takeaway ${index + 1}`, claim)),
    ...kinds.map((kind) => keyed(kind, points[kind], kind !== 'happened')),
    ...faq.slice(0, 3).map(({ answer }, index) => keyed(`faq ${index + 1}`, answer)),
    ...gauges.map(({ reason }, index) => keyed(`gauge ${index + 1}`, reason, true)),
  ].filter(({ draft }) => draft.text !== '');
}

function keyed(key: string, draft: DraftClaim, inferred = false): KeyedDraft {
  return { key, draft, inferred };
}

/** @returns null when so little stood that an extract serves better. */
function assemble(
  draft: Required<DraftBrief>,
  settled: Map<string, Settled>,
  drafts: KeyedDraft[],
  { text: { story, articles }, language }: { text: StoryText; language: string },
): Brief | null {
  // Sentences of the article and nothing else: the extract chooses them better, and is called one.
  if (![...settled].some(([key, { how }]) => isTelling(key) && how !== 'replaced')) return null;
  const shown = withoutRepeats(withGist(settled), articles, language);
  const claim = (key: string): Claim | null => shown.get(key)?.claim ?? null;
  const gist = claim('gist');
  const points = kinds.flatMap((kind) => {
    const one = claim(kind);
    return one === null ? [] : [{ ...one, kind }];
  });
  if (gist === null || points.length === 0) return null;
  const names = drafts.flatMap((keyed) => keyed.draft.names ?? []);
  const answered = draft.faq.flatMap(({ question }, index) => {
    const answer = claim(`faq ${index + 1}`);
    return answer === null ? [] : [{ question: cleanText(question), answer }];
  });
  const faq = answered.filter(({ question }) => isFairQuestion(question, articles, language, names));
  const refused = drafts.filter(({ key }) => (settled.get(key)?.how ?? 'replaced') === 'replaced');
  return {
    story: story.id,
    revision: story.revision,
    language,
    method: 'model',
    gist,
    takeaway: draft.takeaway.map((_, index) => claim(`takeaway ${index + 1}`)).filter((one) => one !== null),
    points,
    faq,
    gauges: draft.gauges.flatMap(({ gauge, first, second }, index) => {
      const reason = claim(`gauge ${index + 1}`);
      return reason === null ? [] : [reading(gauge, [first, second], reason)];
    }),
    dropped: refused.length + answered.length - faq.length,
  };
}

/** Does it tell the story? A reason for a score, or an answer, is no brief by itself. */
function isTelling(key: string): boolean {
  return !key.startsWith('faq') && !key.startsWith('gauge');
}

/** Where the gist fell, the first of the takeaway opens the brief in its place. */
function withGist(settled: Map<string, Settled>): Map<string, Settled> {
  const heir = [...settled].find(([key]) => key.startsWith('takeaway'));
  if (settled.has('gist') || heir === undefined) return settled;
  const [key, first] = heir;
  return new Map([['gist', first], ...[...settled].filter(([other]) => other !== key)]);
}

function reading(gauge: string, scores: [number, number], reason: Claim): GaugeReading {
  const verdict = scores[0] === scores[1] ? null : scores[0] > scores[1] ? 0 : 1;
  return { gauge, scores, verdict, reason, estimate: false };
}
