/** What main gives to the web server. */
import type { Registry } from 'prom-client';
import type { Lookup } from '../adapter.ts';
import type { Channel, Language } from '../model.ts';
import type { Database } from '../store/database.ts';
import type { Origin } from './access.ts';
import type { Chat } from './chat.ts';
import type { Hub } from './hub.ts';
import type { GaugeNames } from './view.ts';

export interface WebDeps {
  db: Database;
  now: () => Date;
  log: { error(fields: object, event: string): void };
  chat: Chat;
  hub: Hub;
  lookup: Lookup;
  /** The installation's token, as the banner's link carries it. */
  token: string;
  where: Origin;
  /** Of channels that are not made yet. */
  defaults: { language: Language; zone: string };
  /** Called once a channel that was made ahead of its people has found its first guest, with the guest's settings. */
  takeUp: (channel: Channel) => Promise<void>;
  /** The catalogue's topics, the most wanted first. */
  topics: { id: string; labels: Record<string, string> }[];
  gaugeNames: GaugeNames;
  /** Platform → its `Adapter.webhook`. */
  webhooks: Record<string, (request: Request) => Promise<Response>>;
  metrics: Registry;
  /** Can we work? `detail` says what is missing. */
  readiness: () => Promise<{ ready: boolean; detail: Record<string, string> }>;
  /** The OPML of an export link; null for an unknown or lapsed one. */
  exportOpml: (token: string) => Promise<{ name: string; text: string } | null>;
  /** Our sample feeds and pages; null for every other address. */
  samples: (request: Request) => Response | null | Promise<Response | null>;
}
