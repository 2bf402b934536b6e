import { type Kysely, sql } from 'kysely';

/**
 * The web chat's rows. `version` goes up with every change, so a browser that was away asks for what is newer; who
 * listens on `tidings_web` hears of a change from whatever process it comes. A row outlives no channel, but may come
 * before it: what a person writes into a new channel is there before the channel is made.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create sequence web_messages_version`,
  `alter table web_messages
    drop constraint web_messages_channel_id_fkey,
    drop constraint web_messages_part_id_key,
    add part_index int not null default 0,
    add story_id uuid,
    add visible_to text,
    add version bigint not null default nextval('web_messages_version')`,
  `create unique index web_messages_part on web_messages (part_id, part_index)`,
  `create index web_messages_version_of on web_messages (channel_id, version)`,
  `create index web_messages_story on web_messages (story_id)`,

  `create function web_messages_versioned() returns trigger language plpgsql as $$
    begin new.version := nextval('web_messages_version'); return new; end $$`,
  `create trigger web_messages_versioned before update on web_messages
    for each row execute function web_messages_versioned()`,

  `create function web_messages_told() returns trigger language plpgsql as $$
    begin
      perform pg_notify('tidings_web', json_build_object('kind', 'message', 'channel', new.channel_id, 'id', new.id)::text);
      return null;
    end $$`,
  `create trigger web_messages_told after insert or update on web_messages
    for each row execute function web_messages_told()`,

  `create function web_messages_cleared() returns trigger language plpgsql as $$
    begin
      delete from web_messages where channel_id = old.id;
      perform pg_notify('tidings_web', json_build_object('kind', 'cleared', 'channel', old.id)::text);
      return null;
    end $$`,
  `create trigger web_messages_cleared after delete on channels
    for each row when (old.platform = 'web') execute function web_messages_cleared()`,
];
