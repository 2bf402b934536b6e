/** Presses, choices and filled-in forms. */
import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { Action } from '../../src/action.ts';
import type { MessageId } from '../../src/model.ts';
import { messageOfForm, readFields, storyForm } from './ask-form.ts';
import { readAction } from './components.ts';
import type { Way } from './handle.ts';
import { channelId, messageId } from './ids.ts';
import { type InteractDeps, keep, type Press, respond, type Submit, showPanel, whereOf } from './incoming.ts';
import { clockForm, clockId, readPanel } from './panel.ts';
import { rootOf } from './receive.ts';
import { languageAt } from './reply.ts';

export async function press(deps: InteractDeps, interaction: Press): Promise<void> {
  const { data } = interaction;
  const chosen = 'values' in data ? data.values : [];
  const fields = readPanel(data.custom_id, chosen);
  if (fields !== null)
    return keep(
      deps,
      interaction,
      { way: 'panel', asked: null, story: null },
      { kind: 'form', values: fields, parent: null },
    );
  if (data.custom_id === clockId) return showClock(deps, interaction);
  const action = readAction(chosen[0] ?? data.custom_id);
  if (action === null) return;
  if (action.verb === 'settings') return showPanel(deps, interaction);
  if (action.verb === 'ask' && (await openAsk(deps, interaction, action))) return;
  const { message, parent } = pressedOn(interaction);
  const way = isTalk(action) ? talkWay(interaction) : 'whisper';
  await keep(deps, interaction, { way, asked: null, story: action.story }, { kind: 'press', action, message, parent });
}

async function showClock(deps: InteractDeps, interaction: Press): Promise<void> {
  const { guild, channel } = whereOf(interaction);
  const data = await clockForm(channelId(guild, channel), deps.lookup);
  await respond(deps, interaction, { type: InteractionResponseType.Modal, data });
}

/** @returns false where the story is no longer kept: then the press is answered with words. */
async function openAsk(deps: InteractDeps, interaction: Press, action: Action): Promise<boolean> {
  const headline = action.story === null ? null : await deps.lookup.headline(action.story);
  if (headline === null) return false;
  const { guild, channel } = whereOf(interaction);
  const data = storyForm(action, headline, await languageAt(deps.lookup, channelId(guild, channel)));
  await respond(deps, interaction, { type: InteractionResponseType.Modal, data });
  return true;
}

/** What it is answered with belongs to the talk that all can read. */
function isTalk({ verb, value }: Action): boolean {
  return ['points', 'ask', 'suggest', 'pick'].includes(verb) || (verb === 'do' && /^ask /.test(value ?? ''));
}

/** In a thread or one-to-one the answer stands right there; under a channel's message it goes into the thread. */
function talkWay(interaction: Press | Submit): Way {
  const { guild, thread } = whereOf(interaction);
  return guild === null || thread !== null ? 'public' : 'talk';
}

export async function submit(deps: InteractDeps, interaction: Submit): Promise<void> {
  const { custom_id: id, components } = interaction.data;
  const fields = readFields(components);
  if (id === clockId) {
    const values = { time: fields.time ?? '', zone: fields.zone ?? '' };
    return keep(deps, interaction, { way: 'panel', asked: null, story: null }, { kind: 'form', values, parent: null });
  }
  const question = fields.question?.trim() ?? '';
  const story = readAction(id)?.story ?? null;
  const values = {
    question: [question, fields.about?.trim() ?? ''].filter((each) => each !== '').join(' '),
    ...(story !== null && { story }),
  };
  const waiting = { way: talkWay(interaction), asked: question, story };
  await keep(deps, interaction, waiting, { kind: 'form', values, parent: parentOfForm(interaction) });
}

/** The message that it was opened on or from, or the thread that this stands in. */
function parentOfForm(interaction: Submit): MessageId | null {
  const where = whereOf(interaction);
  const opened = messageOfForm(interaction.data.custom_id);
  if (where.thread === null && opened !== null) return messageId(where.guild, where.channel, opened);
  return interaction.message === undefined ? rootOf(where) : pressedOn(interaction).parent;
}

function pressedOn(interaction: Press | Submit): { message: MessageId | null; parent: MessageId | null } {
  const where = whereOf(interaction);
  const { message } = interaction;
  // A whisper is no message that a thread could hang from.
  const whispered = message === undefined || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (whispered) return { message: null, parent: rootOf(where) };
  const own = messageId(where.guild, message.channel_id, message.id);
  return { message: own, parent: rootOf(where) ?? own };
}
