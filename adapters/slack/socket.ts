/** Socket Mode: Slack's events without a public address. A connection that ends is opened again, until we stop. */
import { setTimeout as delay } from 'node:timers/promises';
import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { TryLater } from '../../src/errors.ts';
import { clientOptions, type Log, sdkLogger } from './client.ts';
import { startFailure } from './failure.ts';
import { processHeld } from './held.ts';

/** Slack lets a connection be opened once a second or so; a longer outage is asked after every 30 s. */
const firstWaitMs = 500;
const lastWaitMs = 30_000;
/** A connection that has not said hello by then never will; the SDK waits five minutes, or for ever. */
const helloMs = 15_000;

/**
 * The SDK's own reconnecting ends the process when Slack refuses the token meanwhile, and waits 5 s where nothing is
 * wrong; so it is ours.
 */
export function createSocketReceiver(
  appToken: string,
  log: Log,
  apiUrl: string | undefined,
  patienceMs = helloMs,
): Receiver {
  const inner = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: sdkLogger(log),
    installerOptions: { clientOptions: clientOptions(log, apiUrl) },
  });
  let stopping = true;
  let waitMs = firstWaitMs;
  let timer: NodeJS.Timeout | undefined;

  const open = async () => {
    const hello = inner.client.start();
    hello.catch(() => {});
    const late = delay(patienceMs, 'late', { ref: false });
    if ((await Promise.race([hello, late])) !== 'late') return;
    await inner.client.disconnect();
    throw new TryLater('slack socket: no hello', 1);
  };
  const reconnect = () => {
    if (stopping || timer !== undefined) return;
    timer = setTimeout(async () => {
      timer = undefined;
      await open().then(connected, failed);
      // Stopped while it was opening.
      if (stopping) await inner.client.disconnect();
    }, waitMs);
    waitMs = Math.min(waitMs * 2, lastWaitMs);
  };
  const connected = () => {
    waitMs = firstWaitMs;
    log.info({ platform: 'slack' }, 'slack connected');
  };
  const failed = (error: unknown) => {
    log.warn(
      { platform: 'slack', error: error instanceof Error ? error.message : 'unknown' },
      'slack connection failed',
    );
    reconnect();
  };

  inner.client.on('disconnected', reconnect);

  return {
    init: (app: App) => {
      // The receiver asks nothing of an App but this.
      inner.init({ processEvent: async (event) => event.ack(await processHeld(app, event)) } as App);
    },
    start: async () => {
      await open().catch((error: unknown) => {
        throw error instanceof TryLater ? error : startFailure('apps.connections.open', error);
      });
      stopping = false;
      connected();
    },
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await inner.client.disconnect();
    },
  };
}
