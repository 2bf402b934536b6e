/** What we may do in a channel, and what Discord calls what we lack. */
import {
  type APIGuildChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import type { Api } from './api.ts';

/** Each with what it is for, as the invite link asks for them and docs/discord.md explains. */
const asked = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  EmbedLinks: 'Embed Links',
  AttachFiles: 'Attach Files',
  ReadMessageHistory: 'Read Message History',
} as const;
type Asked = keyof typeof asked;
const all = Object.keys(asked) as Asked[];
/** Without these nothing can be posted. */
const needed: Asked[] = ['ViewChannel', 'SendMessages'];

/** What makes somebody an administrator of a channel's settings. */
const managing =
  PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageChannels;

/** @see https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
export function inviteLink(app: string): string {
  const permissions = all.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
  return `https://discord.com/oauth2/authorize?client_id=${app}&scope=bot+applications.commands&permissions=${permissions}`;
}

/** @param every also what only threads and files need. @returns as Discord's settings call them. */
export function missingIn(permissions: bigint, every = false): string[] {
  if (permissions & PermissionFlagsBits.Administrator) return [];
  return (every ? all : needed).filter((name) => !(permissions & PermissionFlagsBits[name])).map((name) => asked[name]);
}

export function manages(permissions: bigint): boolean {
  return (permissions & managing) !== 0n;
}

export interface Standing {
  guild: string;
  owner: boolean;
  /** Of the whole server. */
  roles: Pick<APIRole, 'id' | 'permissions'>[];
  /** Of the member. */
  memberRoles: string[];
  user: string;
}

/** @see https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function permissionsIn(standing: Standing, overwrites: APIOverwrite[]): bigint {
  const { guild, owner, roles, memberRoles, user } = standing;
  const own = roles.filter(({ id }) => id === guild || memberRoles.includes(id));
  const base = own.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if (owner || base & PermissionFlagsBits.Administrator) return PermissionFlagsBits.Administrator;
  const ofRoles = overwrites.filter(({ id, type }) => type === OverwriteType.Role && memberRoles.includes(id));
  const everyone = overwrites.filter(({ id }) => id === guild);
  const ofMember = overwrites.filter(({ id }) => id === user);
  return [everyone, ofRoles, ofMember].reduce(apply, base);
}

function apply(permissions: bigint, overwrites: APIOverwrite[]): bigint {
  const denied = overwrites.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const allowed = overwrites.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (permissions & ~denied) | allowed;
}

/** What we may do there. @throws TryLater, or GiveUp where we may not even look. */
export async function permissionsAt(api: Api, guild: string, channel: string): Promise<bigint> {
  const [roles, member, place] = await Promise.all([
    api.read<APIRole[]>('roles', Routes.guildRoles(guild)),
    api.read<APIGuildMember>('member', Routes.guildMember(guild, api.user)),
    api.read<APIGuildChannel>('channel', Routes.channel(channel)),
  ]);
  const standing = { guild, owner: false, roles, memberRoles: member.roles, user: api.user };
  return permissionsIn(standing, place.permission_overwrites ?? []);
}
