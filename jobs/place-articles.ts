import { placeArticles } from '../src/story/place.ts';
import type { JobDeps } from './deps.ts';
import type { Queues } from './queues.ts';

/** Places all articles that have no story yet: one run serves every poll before it. */
export async function runPlaceArticles(deps: JobDeps): Promise<void> {
  await placeArticles(deps.placing);
}

/** Many polls end at once: one job a second is enough. */
export async function wakePlacing(queues: Queues): Promise<void> {
  await queues.add(
    'stories',
    'place-articles',
    {},
    { deduplication: { id: 'place-articles', ttl: 1_000 }, delay: 200 },
  );
}
