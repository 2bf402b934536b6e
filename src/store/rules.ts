/** A channel's own more, less and mutes. They change this channel only, and every one can be taken back. */
import type { ChannelId, StoryId } from '../model.ts';
import type { Rule } from '../story/rule.ts';
import type { Database } from './database.ts';

export interface NewRule {
  kind: Rule['kind'];
  value: string;
  label: string;
  story: StoryId | null;
  /** The platform's id of who asked for it. */
  createdBy: string | null;
}

/** Asked for twice it stays one rule. `more` of what was `less` takes the place of it, and the other way round. */
export async function addRule(db: Database, channel: ChannelId, rule: NewRule): Promise<Rule> {
  return await db.transaction().execute(async (tx) => {
    const opposite = rule.kind === 'more' ? 'less' : rule.kind === 'less' ? 'more' : null;
    if (opposite !== null)
      await tx
        .deleteFrom('rules')
        .where('channel_id', '=', channel)
        .where('kind', '=', opposite)
        .where('value', '=', rule.value)
        .execute();
    return await tx
      .insertInto('rules')
      .values({
        channel_id: channel,
        kind: rule.kind,
        value: rule.value,
        label: rule.label,
        story_id: rule.story,
        created_by: rule.createdBy,
      })
      .onConflict((conflict) => conflict.columns(['channel_id', 'kind', 'value']).doUpdateSet({ label: rule.label }))
      .returning(['id', 'kind', 'value', 'label'])
      .executeTakeFirstOrThrow();
  });
}

/** In the order in which they came. */
export async function listRules(db: Database, channel: ChannelId): Promise<Rule[]> {
  return await db
    .selectFrom('rules')
    .select(['id', 'kind', 'value', 'label'])
    .where('channel_id', '=', channel)
    .orderBy('id')
    .execute();
}

/** @returns the rule that was taken back; null where the channel has none of this id */
export async function undoRule(db: Database, channel: ChannelId, id: number): Promise<Rule | null> {
  const row = await db
    .deleteFrom('rules')
    .where('channel_id', '=', channel)
    .where('id', '=', id)
    .returning(['id', 'kind', 'value', 'label'])
    .executeTakeFirst();
  return row ?? null;
}
