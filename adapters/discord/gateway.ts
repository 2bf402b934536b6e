/** The connection that Discord's events come by, opened again when it ends for good. */
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events, GatewayCloseCodes } from 'discord.js';
import { type ClientDeps, createClient } from './client.ts';
import type { Settings } from './commands.ts';
import { createSessions } from './session.ts';

export interface GatewayDeps extends ClientDeps {
  token: string;
  settings: Settings;
  now: () => Date;
  /** As the portal says; the gateway may still think otherwise. */
  readsContent: boolean;
}

export interface Gateway {
  /** Resolves when the connection stands, or has failed for now: it is tried again until `close`. */
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** What ends a connection for good may have been mended after this. */
const reopenMs = 60_000;
/** A Client that is stopped while it connects can wait for ever for a close that it has already heard. */
const closeMs = 3_000;

export function createGateway(deps: GatewayDeps): Gateway {
  const { log, token } = deps;
  const sessions = createSessions(deps.settings, deps.now);
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let { readsContent } = deps;

  const open = async () => {
    await end(client);
    client = createClient(deps, readsContent, sessions);
    client.on(Events.ShardDisconnect, ({ code }) => reopen({ code }));
    await client.login(token);
  };
  /** From all else the Client recovers by itself. */
  const reopen = (why: { code?: number; error?: string }) => {
    if (stopping || timer !== undefined) return;
    log.error({ platform: 'discord', ...why }, 'discord gateway failed');
    const disallowed = why.code === GatewayCloseCodes.DisallowedIntents;
    if (disallowed) readsContent = false;
    timer = setTimeout(
      () => {
        timer = undefined;
        void connect();
      },
      disallowed ? 1_000 : reopenMs,
    );
  };
  const connect = () => open().catch((error: unknown) => reopen({ error: String(error) }));

  return {
    connect,
    async close() {
      stopping = true;
      clearTimeout(timer);
      await sessions.park();
      await end(client);
    },
  };
}

async function end(client: Client | null): Promise<void> {
  await Promise.race([client?.destroy(), delay(closeMs, undefined, { ref: false })]);
}
