/** What somebody wrote: a command, a question to us, or nothing that is ours to answer. */

import type { Inbound } from '../adapter.ts';
import { shouldSpeak } from '../answer/speak.ts';
import { addressIn, parseCommand } from '../command.ts';
import { content, paragraph } from '../content.ts';
import { knownMessage, threadStart } from '../store/messages.ts';
import { type StoredTurn, turnsOf } from '../store/turns.ts';
import { ask } from './ask.ts';
import { obey } from './obey.ts';
import { mayObey } from './permission.ts';
import { refused } from './press.ts';
import { type Outcome, type Scene, say, silence, type TalkDeps } from './scene.ts';
import { welcomeContent } from './show.ts';

type Message = Extract<Inbound, { kind: 'message' }>;

export async function listen(message: Message, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  if (!(await isForUs(message, scene, deps))) return silence;
  const spokenTo = message.address !== 'none';
  const parsed = parseCommand(message.text, scene.channel.language, message.address === 'command');
  if (message.files.length > 0 && parsed.kind !== 'command') return obey({ name: 'import', url: null }, scene, deps);
  switch (parsed.kind) {
    case 'nothing':
      return spokenTo ? say(welcomeContent(scene, deps)) : silence;
    case 'mistake':
      return spokenTo ? say(content([paragraph(parsed.say)], { private: true })) : silence;
    case 'command':
      // In a thread the words of a follow-up may look like a command; only what is said to us is one.
      if (!spokenTo) return ask(message.text, null, scene, deps);
      return (await mayObey(parsed.command, scene, deps)) ? obey(parsed.command, scene, deps) : refused(scene);
    case 'question':
      return ask(parsed.text, null, scene, deps);
  }
}

async function isForUs(message: Message, { channel, inbound, thread }: Scene, { db, now }: TalkDeps): Promise<boolean> {
  const root =
    message.parent === null
      ? null
      : ((await knownMessage(db, message.parent)) ?? (await threadStart(db, message.parent)));
  const turns = thread === null ? [] : await turnsOf(db, channel.id, thread, now());
  const { speak } = shouldSpeak({
    text: message.text,
    address: message.address,
    direct: inbound.direct,
    quiet: channel.quiet,
    ours: root !== null,
    thread: turns.flatMap(said),
    author: inbound.author.id,
    at: now(),
    language: channel.language,
  });
  return speak || (message.address !== 'others' && inbound.direct && addressIn(message.text) !== null);
}

function said({ author, question, answer, askedAt }: StoredTurn) {
  return [
    { author, ours: false, text: question, at: askedAt },
    { author: '', ours: true, text: answer, at: askedAt },
  ];
}
