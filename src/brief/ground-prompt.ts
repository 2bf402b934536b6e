/** Words that no article wrote: of what the model was told, of itself, or to whoever reads them. */
import { terms, words } from '../text/words.ts';
import { clausesOf } from './ground-clauses.ts';
import type { Evidence } from './ground-evidence.ts';
import { claimRules, materialRules, outputRule, questionRules } from './model-rules.ts';

const told = [materialRules, questionRules, claimRules, outputRule];
/** So many words in a row are no chance. */
const run = 5;
/** So many words of matter that the prompt has and the sentences have not, and nearly nothing else. */
const leastShared = 3;
const mostlyShared = 0.8;

const runs = new Set(told.flatMap((text) => runsOf(words(text, 'en'))));
const vocabulary = new Set(told.flatMap((text) => terms(text, 'en')));

/** A model that speaks of what it was told. Where the sentences say so as well, it reports them. */
const ofItself: Record<string, RegExp> = {
  en: /\b(?:my|our) (?:own )?(?:rules?|instructions?|prompts?|guidelines|settings|system (?:prompt|message))\b|\bsystem (?:prompt|message)\b|\bas an? (?:ai|language model)\b|\bi (?:am|was) (?:told|instructed|programmed|trained)\b/iu,
  ja: /(?:私|わたし|当方|僕)(?:の|への|に与えられた)(?:ルール|規則|指示|設定|プロンプト)|システムプロンプト|(?:AI|言語モデル)として/u,
  zh: /我的?(?:[规規][则則]|指令|提示[词詞]?|[设設]定)|[系係][统統]提示|作[为為](?:一个|一個)?(?:AI|人工智能|[语語]言模型)/u,
  ko: /(?:제|저의|나의|내) ?(?:규칙|지시|지침|설정|프롬프트)|시스템 ?프롬프트|(?:AI|언어 ?모델)로서/u,
};
const toReaders = /\b(?:readers?|everyone|everybody|you) (?:should|must|ought to|need to|have to)\b/iu;

/** @returns the words at fault */
export function wordsOfThePrompt(text: string, evidence: Evidence, language: string): string[] {
  const own = [ofItself[language.slice(0, 2)], language.startsWith('en') ? toReaders : undefined]
    .map((pattern) => pattern?.exec(text)?.[0])
    .filter((found) => found !== undefined && !evidence.text.includes(found.toLowerCase()));
  return [...own.map((found) => found ?? ''), ...repeated(text, evidence), ...echoed(text, evidence, language)];
}

/** The prompt is in English, whatever language the answer is in. */
function repeated(text: string, evidence: Evidence): string[] {
  const told = runsOf(words(text, 'en')).filter((one) => runs.has(one));
  const stated = new Set(told.length === 0 ? [] : runsOf(evidence.words));
  return told.filter((one) => !stated.has(one));
}

function runsOf(list: readonly string[]): string[] {
  return list.slice(run - 1).map((_, at) => list.slice(at, at + run).join(' '));
}

function echoed(text: string, { stems }: Evidence, language: string): string[] {
  if (!language.startsWith('en')) return [];
  const isEcho = (term: string) => !stems.has(term) && vocabulary.has(term);
  if (terms(text, 'en').filter(isEcho).length < leastShared) return [];
  return clausesOf(text, language).filter((clause) => {
    const matter = terms(clause, 'en').filter((term) => !stems.has(term));
    const known = matter.filter(isEcho);
    return known.length >= leastShared && known.length >= matter.length * mostlyShared;
  });
}
