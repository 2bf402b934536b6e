/** The question form: behind *Ask* under a story, and behind *Ask about this* on any message. */
import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { type Action, encodeAction } from '../../src/action.ts';
import { addressIn } from '../../src/command.ts';
import type { Language } from '../../src/model.ts';
import { line } from '../../src/text/clean.ts';
import { readMarkup } from './text.ts';
import { discordWords } from './words.ts';

const aboutPrefix = 'about:';

/** @param headline foreign text: what the question is about. */
export function storyForm(
  pressed: Action,
  headline: string,
  language: Language,
): APIModalInteractionResponseCallbackData {
  return form(encodeAction(pressed), headline, null, language);
}

/** A message that somebody wrote: its link, else its first words, can be seen and changed in the form. */
export function messageForm(
  { id, content, author }: APIMessage,
  us: string,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const words = readMarkup(content, new Map());
  const about = author.id === us ? null : (addressIn(words) ?? line(words, 300));
  return form(`${aboutPrefix}${id}`, discordWords(language).ask.question, about, language);
}

/** @returns the message that the form was opened on. */
export function messageOfForm(id: string): string | null {
  return /^about:(\d+)$/.exec(id)?.[1] ?? null;
}

function form(
  id: string,
  hint: string,
  about: string | null,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const words = discordWords(language).ask;
  const question = {
    type: ComponentType.TextInput as const,
    custom_id: 'question',
    style: TextInputStyle.Paragraph,
    placeholder: words.placeholder,
    max_length: 1_000,
  };
  const subject = {
    type: ComponentType.TextInput as const,
    custom_id: 'about',
    style: TextInputStyle.Short,
    required: false,
    value: about ?? '',
    max_length: 2_000,
  };
  return {
    custom_id: id,
    title: words.title,
    components: [
      {
        type: ComponentType.Label,
        label: words.question,
        description: line(hint, 100) || words.question,
        component: question,
      },
      ...(about === null ? [] : [{ type: ComponentType.Label as const, label: words.about, component: subject }]),
    ],
  };
}

/** @returns what was typed, by field. */
export function readFields(components: readonly unknown[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const each of components as {
    custom_id?: string;
    value?: string;
    component?: unknown;
    components?: unknown[];
  }[]) {
    if (typeof each.custom_id === 'string' && typeof each.value === 'string') fields[each.custom_id] = each.value;
    Object.assign(fields, readFields([...(each.component ? [each.component] : []), ...(each.components ?? [])]));
  }
  return fields;
}
