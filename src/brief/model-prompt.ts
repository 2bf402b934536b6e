/** What a model is told when it writes a brief. The part that never changes comes first, so that servers cache it. */
import type { Message } from '../llm/chat.ts';
import type { Marks } from '../llm/fence.ts';
import { fencedArticles, fitSentences } from '../llm/story-prompt.ts';
import type { Gauge } from './gauge.ts';
import type { Failed } from './model-claims.ts';
import { claimRules, languageRules, lengthRule, materialRules, outputRule } from './model-rules.ts';
import type { StoryText } from './writer.ts';

const rules = `You write briefs for a news digest, from articles about one event.

${materialRules}

${claimRules}

The brief:
- gist: what happened, in one sentence.
- takeaway: two or three claims of one sentence each that a reader should remember.
- points: happened (what happened), matters (why it matters) and watch (what to watch next). Each is one claim of 40 to 70 words,
  or of fewer where the articles say little. The last two are your reading, but each still cites what it is drawn from.
- faq, where asked for: three questions that a reader would ask and that the articles answer, each with its answer.
- gauges, where asked for: two scores from 0 (nothing of this pole in the story) to 5, and the reason in one sentence.

${outputRule}`;

export interface BriefTask {
  text: StoryText;
  /** BCP 47. */
  language: string;
  gauges: readonly Pick<Gauge, 'id' | 'poles' | 'rubric'>[];
  faq: boolean;
  translated: boolean;
  /** Of the articles. */
  maxTokens: number;
}

export function briefMessages(
  { text, language, gauges, faq, translated, maxTokens }: BriefTask,
  marks: Marks,
): Message[] {
  const mark = marks(text.story.id, String(text.story.revision));
  const counts = fitSentences(text.articles, maxTokens);
  const asked = [
    `Write the brief of this story${faq ? ', with faq' : ', without faq'}.`,
    languageRules(language, translated),
    ...[lengthRule(language)].filter((rule) => rule !== null),
    ...gauges.map(
      ({ id, poles, rubric }) => `Gauge "${id}": first pole ${poles[0]}, second pole ${poles[1]}. ${rubric}`,
    ),
  ];
  return [
    { role: 'system', content: rules },
    { role: 'user', content: `${fencedArticles(mark, text.articles, counts)}\n\n${asked.join('\n')}` },
  ];
}

/** Says what was wrong with each claim, in what it says and in its form, without the draft's other claims. */
export function repairMessages(failed: Failed[]): Message[] {
  const drafts = failed.map(({ key, draft }) => ({ key, ...draft }));
  const wrong = failed.map(({ key, faults, form }) => {
    const told = [...faults.map(saying), ...(form === null ? [] : [form])];
    return `- ${key}: ${[...new Set(told)].join('; ')}`;
  });
  return [
    { role: 'assistant', content: JSON.stringify({ claims: drafts }) },
    {
      role: 'user',
      content: `These claims do not stand as they are:\n${wrong.join('\n')}
Give each of them again under its key, corrected: cite the right sentences, leave out what they do not say, and keep to the length.`,
    },
  ];
}

function saying({ kind, detail }: Failed['faults'][number]): string {
  const shown = JSON.stringify(detail.slice(0, 80));
  switch (kind) {
    case 'cite':
      return 'it cites no sentence that exists';
    case 'quote':
      return `${shown} is not in the sentence it is said to be from`;
    case 'order':
      return `${shown} stands where the sentence has something else`;
    case 'negation':
      return `a "not" was lost or added near ${shown}`;
    case 'address':
      return `${shown} is an address, mention or markup`;
    case 'language':
      return `it is not in the language asked for`;
    case 'unsupported':
      return 'the cited sentences say something else';
    case 'instruction':
      return 'it orders the reader to do something, instead of reporting';
    case 'length':
      return 'it is too long';
    default:
      return `the ${kind} ${shown} is not in the cited sentences`;
  }
}
