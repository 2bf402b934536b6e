/**
 * The connection that Discord's events come by: discord.js's own gateway package, without its Client, which would
 * keep every server's channels, roles and members in memory.
 */
import { WebSocketShardEvents as Shard, WebSocketManager } from '@discordjs/ws';
import { type GatewayDispatchPayload, GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { Client, Log } from './client.ts';
import type { Settings } from './commands.ts';
import { createSessions } from './session.ts';

export interface GatewayDeps {
  client: Client;
  token: string;
  settings: Settings;
  log: Log;
  now: () => Date;
  /** Discord lets us read what does not speak to us. */
  readsContent: boolean;
  /** To add us to a server: said aloud while we are in none. */
  invite: string;
  /** Never throws. */
  onEvent: (event: GatewayDispatchPayload) => void;
}

export interface Gateway {
  /** Resolves when the first connection stands. */
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** Servers and channels, messages in them, messages to us. Nobody's presence, nobody's typing, no member lists. */
const intents = Intent.Guilds | Intent.GuildMessages | Intent.DirectMessages;
/** What ends a connection for good may have been mended after this. */
const reopenMs = 60_000;
/** Close code 1000 would end the session. */
const keepsSession = 4_200;

export function createGateway(deps: GatewayDeps): Gateway {
  const { log } = deps;
  const sessions = createSessions(deps.settings, deps.now);
  let manager: WebSocketManager | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let readsContent = deps.readsContent;

  const open = async () => {
    await manager?.destroy({ code: keepsSession });
    manager = build(deps, readsContent, {
      retrieve: sessions.retrieve,
      update: (shard, session) => {
        if (!stopping) sessions.update(shard, session);
      },
    });
    manager.on(Shard.Error, ({ error }) => reopen(error));
    await manager.connect();
  };
  const reopen = (error: Error) => {
    log.error({ platform: 'discord', error: error.message }, 'discord gateway failed');
    if (!/^(Authentication failed|Invalid|Sharding|Used)/.test(error.message) || stopping || timer !== undefined)
      return;
    const disallowed = /disallowed intents/.test(error.message);
    if (disallowed) readsContent = false;
    timer = setTimeout(
      () => {
        timer = undefined;
        void open().catch(reopen);
      },
      disallowed ? 1_000 : reopenMs,
    );
  };

  return {
    connect: open,
    async close() {
      stopping = true;
      clearTimeout(timer);
      await sessions.park();
      await manager?.destroy({ code: keepsSession });
    },
  };
}

function build(
  { client, token, log, invite, onEvent }: GatewayDeps,
  readsContent: boolean,
  sessions: {
    retrieve: ReturnType<typeof createSessions>['retrieve'];
    update: ReturnType<typeof createSessions>['update'];
  },
): WebSocketManager {
  const manager = new WebSocketManager({
    token,
    rest: client.rest,
    intents: readsContent ? intents | Intent.MessageContent : intents,
    retrieveSessionInfo: sessions.retrieve,
    updateSessionInfo: sessions.update,
  });
  manager.on(Shard.Dispatch, ({ data }) => onEvent(data));
  manager.on(Shard.Ready, ({ data, shardId }) => {
    const servers = data.guilds.length;
    if (servers > 0) log.info({ platform: 'discord', shardId, servers }, 'discord connected');
    else
      log.warn({ platform: 'discord', shardId, invite }, 'discord connected, in no server yet: open the invite link');
  });
  manager.on(Shard.Resumed, ({ shardId }) => log.info({ platform: 'discord', shardId }, 'discord resumed'));
  return manager;
}
