/** What the jobs need; `main` puts it together. */
import type { Adapter } from '../src/adapter.ts';
import type { DeliveryDeps } from '../src/delivery.ts';
import type { ComposeDeps } from '../src/digest/compose.ts';
import type { PollDeps } from '../src/feed/poll.ts';
import type { Database } from '../src/store/database.ts';
import type { PlacingDeps } from '../src/story/place.ts';
import type { HandleDeps } from '../src/talk/handle.ts';
import type { Log } from '../src/talk/scene.ts';
import type { Queues } from './queues.ts';

export interface JobDeps {
  db: Database;
  queues: Queues;
  now: () => Date;
  log: Log;
  adapterOf(platform: string): Adapter | null;
  /** Platforms that deliveries may go to: one queue each. */
  platforms: string[];
  /** Only the bundled samples are polled, or only real feeds. */
  polls: () => 'samples' | 'real' | 'both';
  poll: PollDeps;
  placing: PlacingDeps;
  compose: ComposeDeps;
  delivery: DeliveryDeps;
  handle: HandleDeps;
  /** A model writes the briefs: they are prepared before the hour. */
  preparesBriefs: boolean;
}
