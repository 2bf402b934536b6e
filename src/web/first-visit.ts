/** The home channel is made before anybody comes; whoever comes first finds it in their own language and zone. */
import { sql } from 'kysely';
import type { Channel, Language } from '../model.ts';
import { changeChannel } from '../store/channels.ts';
import type { Database } from '../store/database.ts';
import { homeChannel, type Visitor } from './chat.ts';
import type { WebDeps } from './deps.ts';

export interface Guest {
  person: string;
  visitor: Visitor;
}

/** @returns the channel as it is for this guest: nothing changes where it has been somebody's already. */
export async function receiveGuest(
  channel: Channel,
  { person, visitor }: Guest,
  { db, defaults, takeUp }: Pick<WebDeps, 'db' | 'defaults' | 'takeUp'>,
): Promise<Channel> {
  const tells = visitor.language !== null || visitor.zone !== null;
  const isAsMade = channel.language === defaults.language && channel.zone === defaults.zone;
  if (channel.id !== homeChannel || channel.createdBy !== null || !tells || !isAsMade) return channel;
  if (!(await claim(db, person, defaults))) return channel;
  const settled = await changeChannel(db, homeChannel, {
    language: visitor.language ?? defaults.language,
    zone: visitor.zone ?? defaults.zone,
  });
  await takeUp(settled);
  return settled;
}

/** For one guest, and only where nobody has said or pressed anything yet. */
async function claim(
  db: Database,
  person: string,
  { language, zone }: { language: Language; zone: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('channels')
    .set({ created_by: person })
    .where('id', '=', homeChannel)
    .where('created_by', 'is', null)
    .where('language', '=', language)
    .where('zone', '=', zone)
    .where(sql<boolean>`not exists (select from inbound i where i.channel_id = channels.id)`)
    .where(sql<boolean>`not exists (select from web_messages m where m.channel_id = channels.id and m.author <> 'us')`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
