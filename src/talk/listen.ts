/** What somebody wrote: a command, a question to us, or nothing that is ours to answer. */

import type { Inbound } from '../adapter.ts';
import { shouldSpeak, type ThreadMessage } from '../answer/speak.ts';
import { bareValue } from '../bare-value.ts';
import { type Command, parseCommand } from '../command.ts';
import { content, saying } from '../content.ts';
import { type Request, severalRequests } from '../requests.ts';
import { findChannel, getPending } from '../store/channels.ts';
import { heardIn } from '../store/inbound.ts';
import { isOurThread } from '../store/messages.ts';
import { turnsOf } from '../store/turns.ts';
import { wordsFor } from '../words/words.ts';
import { ask } from './ask.ts';
import { obey } from './obey.ts';
import { mayObey } from './permission.ts';
import { refused } from './press.ts';
import { type Outcome, type Scene, say, silence, type TalkDeps } from './scene.ts';
import { greetingContent } from './show.ts';

type Message = Extract<Inbound, { kind: 'message' }>;

export async function listen(message: Message, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  if (!(await isForUs(message, scene, deps))) return silence;
  const spokenTo = message.address !== 'none';
  const { language } = scene.channel;
  const several = spokenTo ? severalRequests(message.text, language, message.address === 'command') : null;
  if (several !== null) return carryOutAll(several, scene, deps);
  const parsed = parseCommand(message.text, language, message.address === 'command');
  if (parsed.kind !== 'command' && isForImport(message)) return carryOut({ name: 'import', url: null }, scene, deps);
  const unclear = parsed.kind === 'question' || parsed.kind === 'chatter';
  const meant = spokenTo && unclear ? await meantBy(parsed.text, scene, deps) : null;
  if (meant !== null) return carryOut(meant, scene, deps);
  switch (parsed.kind) {
    case 'thanks':
      return spokenTo ? say(content([saying(scene.words.talk.welcome)], { private: true })) : silence;
    case 'greeting':
    case 'nothing':
      return spokenTo ? say(await greetingContent(scene, deps)) : silence;
    case 'chatter':
      return spokenTo ? say(content([saying(scene.words.talk.idle)], { private: true })) : silence;
    case 'hint':
      return say(content([saying(parsed.say)], { private: true }));
    case 'mistake':
      return spokenTo ? say(content([saying(parsed.say)], { private: true })) : silence;
    case 'command':
      // In a thread the words of a follow-up may look like a command; only what is said to us is one.
      if (!spokenTo) return ask(message.text, null, scene, deps);
      return carryOut(parsed.command, scene, deps);
    case 'question':
      return ask(parsed.text, null, scene, deps);
  }
}

/** A list of feeds by its name, or a file and nothing else; a picture beside a question is no list. */
function isForImport({ text, files: [file] }: Message): boolean {
  return file !== undefined && (text.trim() === '' || /\.(?:opml|xml)$/i.test(file.name));
}

async function carryOut(command: Command, scene: Scene, deps: TalkDeps): Promise<Outcome> {
  return (await mayObey(command, scene, deps)) ? obey(command, scene, deps) : refused(scene);
}

/** One after the other, each in the channel as the one before has left it; answered as one. */
async function carryOutAll(requests: Request[], scene: Scene, deps: TalkDeps): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const [index, request] of requests.entries()) {
    const channel = (await findChannel(deps.db, scene.channel.id)) ?? scene.channel;
    const goesOn = requests.slice(index + 1).some(movesDigest);
    const now = { ...scene, channel, words: wordsFor(channel.language), goesOn };
    outcomes.push(
      request.kind === 'mistake' ? say(content([saying(request.say)])) : await carryOut(request.command, now, deps),
    );
  }
  const replies = outcomes.flatMap((outcome) => outcome.replies);
  const whole = content(
    replies.flatMap(({ blocks }) => blocks),
    { buttons: replies.flatMap(({ buttons }) => buttons), private: replies.every((reply) => reply.private) },
  );
  return { ...(replies.length === 0 ? silence : say(whole)), digests: outcomes.flatMap(({ digests }) => digests) };
}

const moving: Command['name'][] = ['time', 'timezone', 'days', 'pause', 'resume'];

function movesDigest(request: Request): boolean {
  return request.kind === 'command' && moving.includes(request.command.name);
}

/** A yes or no to the question whether all is to be deleted; outside of threads, a setting's value by itself. */
async function meantBy(text: string, { channel, thread }: Scene, { db, now }: TalkDeps): Promise<Command | null> {
  if (text.length > longestWord) return null;
  if ((await getPending(db, channel.id, now())) !== null) {
    const parsed = parseCommand(`forget ${text}`, channel.language);
    if (parsed.kind === 'command' && parsed.command.name === 'forget') return parsed.command;
  }
  return thread === null ? bareValue(text, channel.language) : null;
}

const longestWord = 60;

async function isForUs(message: Message, scene: Scene, { db, now }: TalkDeps): Promise<boolean> {
  const { channel, inbound } = scene;
  if (inbound.direct || message.address === 'command') return true;
  const { speak } = shouldSpeak({
    text: message.text,
    address: message.address,
    direct: false,
    quiet: channel.quiet,
    language: channel.language,
    ours: message.parent !== null && (await isOurThread(db, message.parent)),
    thread: await talkSoFar(message, scene, { db, now }),
    author: inbound.author.id,
    at: now(),
  });
  return speak;
}

/** What people wrote and what we answered, oldest first. */
async function talkSoFar(
  { parent }: Message,
  { id, channel, thread }: Scene,
  { db, now }: Pick<TalkDeps, 'db' | 'now'>,
): Promise<ThreadMessage[]> {
  if (parent === null) return [];
  const [heard, turns] = await Promise.all([
    heardIn(db, channel.id, parent, id, now()),
    turnsOf(db, channel.id, thread, now()),
  ]);
  const asked = turns.map(({ author, question, askedAt }) => ({
    author,
    ours: false,
    text: question,
    at: before(askedAt),
  }));
  const answers = turns.map(({ answer, askedAt }) => ({ author: '', ours: true, text: answer, at: askedAt }));
  const others = heard
    .filter(({ text }) => !turns.some(({ question }) => question === text))
    .map((each) => ({ ...each, ours: false }));
  return [...asked, ...answers, ...others].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function before(at: Date): Date {
  return new Date(at.getTime() - 1);
}
