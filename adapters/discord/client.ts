/**
 * discord.js's Client as it runs here: small, and resuming what an earlier process left.
 *
 * Events are read in Discord's own words (`Events.Raw`), since the Client tells of a message only where its channel is
 * in the cache, and all channels of 2,000 servers would not fit.
 */
import {
  Client,
  Events,
  type GatewayDispatchPayload,
  type GatewayReadyDispatchData,
  GatewayIntentBits as Intent,
  GatewayDispatchEvents as Told,
} from 'discord.js';
import type { Log } from './api.ts';
import { lean, thin } from './lean.ts';
import { introduce, resumeAcrossRestarts } from './resume.ts';
import type { Sessions } from './session.ts';

export interface ClientDeps {
  log: Log;
  /** For tests: another address than Discord's. */
  apiUrl?: string | undefined;
  /** Who we are, in no server yet. */
  us: GatewayReadyDispatchData;
  /** To add us to a server: said aloud while we are in none. */
  invite: string;
  /** Never throws. */
  onEvent: (event: GatewayDispatchPayload) => void;
}

/** Servers and channels, messages in them, messages to us. Nobody's presence, nobody's typing, no member lists. */
const intents = Intent.Guilds | Intent.GuildMessages | Intent.DirectMessages;

/** @param readsContent Discord lets us read what does not speak to us. */
export function createClient(
  { apiUrl, log, us, invite, onEvent }: ClientDeps,
  readsContent: boolean,
  sessions: Sessions,
): Client {
  const client: Client = new Client({
    ...lean,
    intents: readsContent ? intents | Intent.MessageContent : intents,
    shards: 'auto',
    ...(apiUrl !== undefined && { rest: { api: apiUrl } }),
    ws: {
      buildStrategy(manager) {
        client.on(Events.ShardResume, (shardId) => introduce(client, manager, shardId, us));
        return resumeAcrossRestarts(manager, sessions);
      },
    },
  });
  client.on(Events.Raw, (packet: GatewayDispatchPayload, shardId: number) => {
    if (packet.t === Told.Ready && packet.d !== us) sayConnected(log, shardId, packet.d.guilds.length, invite);
    onEvent({ ...packet });
    thin(packet);
  });
  client.on(Events.ShardResume, (shardId) => log.info({ platform: 'discord', shardId }, 'discord resumed'));
  client.on(Events.ShardError, (error, shardId) =>
    log.warn({ platform: 'discord', shardId, error: error.message }, 'discord gateway in trouble'),
  );
  client.on(Events.Error, (error) => log.error({ platform: 'discord', error: error.message }, 'discord.js failed'));
  return client;
}

function sayConnected(log: Log, shardId: number, servers: number, invite: string): void {
  if (servers > 0) log.info({ platform: 'discord', shardId, servers }, 'discord connected');
  else log.warn({ platform: 'discord', shardId, invite }, 'discord connected, in no server yet: open the invite link');
}
