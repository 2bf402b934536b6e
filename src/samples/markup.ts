/** Escaping, and the templates of pages: `{{name}}` puts text in, `{{{name}}}` puts in what is markup already. */
import { readablePart, type SampleArticle } from './articles.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For HTML and XML, in text and in attributes with double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}

/** @throws Error for a name that the template asks for and `values` lacks. */
export function fillTemplate(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/gu, (_, markup?: string, text?: string) => {
    const value = values[markup ?? text ?? ''];
    if (value === undefined) throw new Error(`sample template: no value for ${markup ?? text}`);
    return markup === undefined ? escapeMarkup(value) : value;
  });
}

export function bodyMarkup(article: SampleArticle): string {
  return readablePart(article)
    .map(({ kind, text }) => (kind === 'heading' ? `<h2>${escapeMarkup(text)}</h2>` : `<p>${escapeMarkup(text)}</p>`))
    .join('\n');
}
