/** A bot as it is usually written on discord.js, for test/bench/discord.ts to measure beside ours. */
import { Client, GatewayIntentBits as Intent, Options } from 'discord.js';

const [token = '', api = '', limited] = process.argv.slice(2);
/** Nothing cached that discord.js lets one leave out. */
const none = {
  MessageManager: 0,
  GuildMemberManager: 0,
  UserManager: 0,
  ThreadManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  VoiceStateManager: 0,
};
const client = new Client({
  intents: [Intent.Guilds, Intent.GuildMessages, Intent.DirectMessages, Intent.MessageContent],
  rest: { api },
  ...(limited && { makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, ...none }) }),
});
await client.login(token);
