/** Questions made by templates, in languages where a clause can stand inside a question as it is. */
import type { Question, QuestionKind } from './extract-faq.ts';

export interface Template {
  pattern: RegExp;
  kind: QuestionKind;
  text(found: Record<string, string>): string;
}

export interface Names {
  /** Points at something said before, or at nothing in particular. */
  none: RegExp;
  /** What a pattern takes along and is no part of a name: the day on which somebody spoke. */
  extra?: RegExp;
}

export function questionsOf(sentence: string, templates: Template[], { none, extra }: Names): Question[] {
  return templates.flatMap(({ pattern, kind, text }) => {
    const found = pattern.exec(sentence)?.groups as Record<string, string> | undefined;
    if (found === undefined) return [];
    const name = extra === undefined ? found.name : found.name?.replace(extra, '');
    if (name !== undefined && (name === '' || none.test(name))) return [];
    const question = text({ ...found, ...(name !== undefined && { name }) });
    return [{ text: question, kind, about: name ?? question }];
  });
}
