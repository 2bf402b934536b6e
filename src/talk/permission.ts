import { type Command, changesSettings } from '../command.ts';
import type { Scene, TalkDeps } from './scene.ts';

/** Everybody may ask and look. Settings are for administrators where the operator wants it so. */
export async function mayObey(command: Command, scene: Scene, deps: TalkDeps): Promise<boolean> {
  return !changesSettings(command) || mayChange(scene, deps);
}

/** The platform's word decides. Who spoke to us first counts only where the platform knows no administrators. */
export async function mayChange({ inbound, channel, adapter }: Scene, deps: TalkDeps): Promise<boolean> {
  if (!deps.adminsOnly(channel.platform) || inbound.direct) return true;
  const { author } = inbound;
  if (author.administrator !== null) return author.administrator;
  const person = author.id === '' ? null : await adapter.person?.(channel.id, author.id);
  return person?.administrator ?? (author.id !== '' && author.id === channel.createdBy);
}
