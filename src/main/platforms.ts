/** The adapters that are configured. A platform's SDK is loaded only where it is on. */
import type { Adapter, Lookup } from '../adapter.ts';
import type { Gauge } from '../brief/gauge.ts';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { addToSum, getSetting, setSetting } from '../store/settings.ts';
import type { Log } from '../talk/scene.ts';
import { gaugeNames } from './gauge-names.ts';

export interface PlatformState {
  name: string;
  on: boolean;
  /** The variable that turns it on. */
  variable: string;
}

export function platformStates(config: Config): PlatformState[] {
  return [
    { name: 'Slack', on: config.slack !== null, variable: 'SLACK_BOT_TOKEN' },
    { name: 'Discord', on: config.discord !== null, variable: 'DISCORD_TOKEN' },
    { name: 'LINE', on: config.line !== null, variable: 'LINE_CHANNEL_ACCESS_TOKEN' },
  ];
}

export interface PlatformDeps {
  config: Config;
  db: Database;
  lookup: Lookup;
  gauges: Gauge[];
  log: Log;
  now: () => Date;
}

export async function loadPlatforms({ config, db, lookup, gauges, log, now }: PlatformDeps): Promise<Adapter[]> {
  const shared = { lookup, log, now, gaugeNames: gaugeNames(gauges) };
  const adapters: Adapter[] = [];
  if (config.slack) {
    const { createSlackAdapter } = await import('../../adapters/slack/adapter.ts');
    adapters.push(createSlackAdapter({ ...config.slack, ...shared, apiUrl: config.SLACK_API_URL }));
  }
  if (config.discord) {
    const { createDiscordAdapter } = await import('../../adapters/discord/adapter.ts');
    const settings = {
      get: (key: string) => getSetting(db, `discord:${key}`),
      set: (key: string, value: unknown) => setSetting(db, `discord:${key}`, value),
    };
    adapters.push(
      createDiscordAdapter({
        ...config.discord,
        ...shared,
        settings,
        apiUrl: config.DISCORD_API_URL,
        legacyEmbeds: config.DISCORD_EMBEDS,
      }),
    );
  }
  if (config.line) {
    const { createLineAdapter } = await import('../../adapters/line/adapter.ts');
    const tally = {
      add: (count: number) => addToSum(db, 'line:pushed', count),
      sum: async () => (await getSetting<number>(db, 'line:pushed')) ?? 0,
    };
    adapters.push(
      createLineAdapter({
        ...config.line,
        ...shared,
        tally,
        baseUrl: config.BASE_URL ?? null,
        apiUrl: config.LINE_API_URL,
      }),
    );
  }
  return adapters;
}

/** Settings are for administrators: the habit on Discord, elsewhere where the operator wants it so. */
export function adminsOnly(config: Config): (platform: string) => boolean {
  return (platform) => config.ADMINS_ONLY ?? platform === 'discord';
}
