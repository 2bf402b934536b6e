/** Who people are, as far as LINE tells: a name, and the language of those who are our friends. */
import type { Person } from '../../src/adapter.ts';
import type { ChannelId } from '../../src/model.ts';
import { type Client, inTime } from './client.ts';
import { readChannel } from './ids.ts';
import type { Source } from './receive.ts';

/** A webhook waits no longer for a name. */
const nameMs = 400;
/** Somebody's first word waits so long for the language to answer in. */
const profileMs = 2_000;
const keepMs = 3_600_000;
const maxNames = 5_000;

export interface People {
  nameOfPerson(source: Source): Promise<string | null>;
  nameOfChannel(source: Source): Promise<string | null>;
  /** @param creator who set the chat up, where that is known. */
  person(channel: ChannelId, author: string, creator: string | null): Promise<Person | null>;
}

export function createPeople(client: Client, now: () => Date): People {
  const names = new Map<string, { name: Promise<string | null>; until: number }>();
  const kept = (key: string, ask: () => Promise<string | null>): Promise<string | null> => {
    const known = names.get(key);
    if (known !== undefined && known.until > now().getTime()) return known.name;
    if (names.size >= maxNames) names.delete(names.keys().next().value!);
    // Without a name things go on: "somebody asks" is said instead.
    const name = inTime(ask(), nameMs).catch(() => {
      names.delete(key);
      return null;
    });
    names.set(key, { name, until: now().getTime() + keepMs });
    return name;
  };
  return {
    nameOfPerson: async (source) =>
      source.user === '' ? null : kept(`${source.id}/${source.user}`, () => memberName(client, source)),
    nameOfChannel: (source) => kept(source.id, () => channelName(client, source)),
    person: (channel, author, creator) => lookUp(client, channel, author, creator),
  };
}

async function memberName(client: Client, { kind, id, user }: Source): Promise<string> {
  if (kind === 'group') return (await client.getGroupMemberProfile(id, user)).displayName;
  if (kind === 'room') return (await client.getRoomMemberProfile(id, user)).displayName;
  return (await client.getProfile(user)).displayName;
}

async function channelName(client: Client, { kind, id }: Source): Promise<string | null> {
  if (kind === 'group') return (await client.getGroupSummary(id)).groupName;
  return kind === 'user' ? (await client.getProfile(id)).displayName : null;
}

/** A profile tells a language and no zone; each of these is spoken in one zone. */
const zones: [RegExp, string][] = [
  [/^ja\b/, 'Asia/Tokyo'],
  [/^zh-(?:TW|Hant)/i, 'Asia/Taipei'],
  [/^ko\b/, 'Asia/Seoul'],
  [/^th\b/, 'Asia/Bangkok'],
];

/** LINE groups have no administrators: who set the group up counts as one, and everybody where LINE named nobody. */
async function lookUp(client: Client, channel: ChannelId, author: string, creator: string | null): Promise<Person> {
  const administrator = readChannel(channel).kind === 'user' || creator === null || creator === author;
  const profile = await inTime(client.getProfile(author), profileMs).catch(() => null);
  const language = profile?.language ?? null;
  const zone = zones.find(([spoken]) => spoken.test(language ?? ''))?.[1] ?? null;
  return { administrator, zone, language };
}
