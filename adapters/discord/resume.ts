/**
 * discord.js's Client resumes a session within its own life. Here it takes over the one that an earlier process left,
 * and leaves its own to the next.
 */
import {
  type APIApplication,
  type Client,
  type ClientOptions,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayOpcodes,
  type GatewayReadyDispatchData,
  GatewayVersion,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Sessions } from './session.ts';

/** Of the package below the Client: what its shards report to. */
type Manager = Parameters<NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>>[0];
type ShardEvent = Parameters<Manager['emit']>[0];

/** Close code 1000 would end the session. */
const keepsSession = 4_200;

export function resumeAcrossRestarts(manager: Manager, sessions: Sessions): SimpleShardingStrategy {
  const { updateSessionInfo: tellClient } = manager.options;
  Object.assign(manager.options, {
    async retrieveSessionInfo(shard) {
      const session = await sessions.retrieve(shard);
      await tellClient(shard, session);
      return session;
    },
    async updateSessionInfo(shard, session) {
      sessions.update(shard, session);
      await tellClient(shard, session);
    },
  } satisfies Partial<Manager['options']>);
  const strategy = new SimpleShardingStrategy(manager);
  const destroy = strategy.destroy.bind(strategy);
  strategy.destroy = (options) => destroy({ ...options, code: keepsSession });
  return strategy;
}

/**
 * READY says who we are and which servers there are, and comes only with a session's beginning. A Client that took a
 * session over would wait for it for ever, and keep all that it is told until then: so it is told by us.
 *
 * @param ready of no servers: each is new to the Client when it is next told of.
 */
export function introduce(client: Client, manager: Manager, shardId: number, ready: GatewayReadyDispatchData): void {
  if (client.isReady()) return;
  const data: GatewayDispatchPayload = { op: GatewayOpcodes.Dispatch, t: GatewayDispatchEvents.Ready, s: 0, d: ready };
  manager.emit('ready' as ShardEvent, { data: ready, shardId });
  manager.emit('dispatch' as ShardEvent, { data, shardId });
}

/** @param user our own id. */
export function readyOf(app: APIApplication, user: string): GatewayReadyDispatchData {
  return {
    v: Number(GatewayVersion),
    user: { id: user, username: app.name, discriminator: '0', global_name: null, avatar: null, bot: true },
    guilds: [],
    session_id: '',
    resume_gateway_url: '',
    application: app,
  };
}
