/**
 * Briefs, one row for each story, language, revision and method. Who may write one claims the row first; a claim
 * lapses, so that a killed worker holds nothing up. A row whose body is a stand-in (the extract, where the model could
 * not be had) rests for a while and may then be written again.
 */
import { sql } from 'kysely';
import type { Brief, StoryId } from '../model.ts';
import type { Database } from './database.ts';

export interface BriefKey {
  story: StoryId;
  /** BCP 47. */
  language: string;
  revision: number;
  method: Brief['method'];
}

/** Seconds after which a claim lapses unless it is renewed. */
export const claimSeconds = 30;
/** Tries at having a model write a brief; then its stand-in stays. */
const mostAttempts = 5;

/** @returns `done`: nobody needs to write it again, for now. */
export async function readBrief(db: Database, key: BriefKey): Promise<{ brief: Brief; done: boolean } | null> {
  const row = await rowOf(db, key)
    .select([
      'body',
      sql<boolean>`rests_until is null or rests_until > now() or attempts >= ${mostAttempts}`.as('done'),
    ])
    .executeTakeFirst();
  return row === undefined || row.body === null ? null : { brief: row.body, done: row.done };
}

function rowOf(db: Database, { story, language, revision, method }: BriefKey) {
  return db
    .selectFrom('briefs')
    .where('story_id', '=', story)
    .where('language', '=', language)
    .where('revision', '=', revision)
    .where('method', '=', method);
}

/** @returns which attempt this is, or null while another worker holds the claim or nothing is left to do. */
export async function claimBrief(
  db: Database,
  { story, language, revision, method }: BriefKey,
): Promise<number | null> {
  const until = sql<Date>`now() + make_interval(secs => ${claimSeconds})`;
  const row = await db
    .insertInto('briefs')
    .values({ story_id: story, language, revision, method, body: null, claimed_until: until, attempts: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['story_id', 'language', 'revision', 'method'])
        .doUpdateSet({ claimed_until: until, attempts: sql`briefs.attempts + 1` })
        .where(sql<boolean>`(briefs.claimed_until is null or briefs.claimed_until < now())`)
        .where(
          sql<boolean>`(briefs.body is null or (briefs.rests_until < now() and briefs.attempts < ${mostAttempts}))`,
        ),
    )
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts ?? null;
}

/** Keeps a claim from lapsing. */
export async function renewClaim(db: Database, key: BriefKey, attempt: number): Promise<void> {
  await updateOf(db, key, attempt)
    .set({ claimed_until: sql<Date>`now() + make_interval(secs => ${claimSeconds})` })
    .execute();
}

/** Lets the next worker try at once. */
export async function releaseClaim(db: Database, key: BriefKey, attempt: number): Promise<void> {
  await updateOf(db, key, attempt).set({ claimed_until: null }).execute();
}

/** @param restSeconds null: it is final; else it is a stand-in, to be tried again after that. */
export async function recordBrief(
  db: Database,
  key: BriefKey,
  attempt: number,
  brief: Brief,
  restSeconds: number | null,
): Promise<void> {
  const rests = restSeconds === null ? null : sql<Date>`now() + make_interval(secs => ${restSeconds})`;
  await updateOf(db, key, attempt)
    .set({ body: JSON.stringify(brief), claimed_until: null, rests_until: rests })
    .execute();
}

/** Only while the claim is still ours: a later attempt has another number. */
function updateOf(db: Database, { story, language, revision, method }: BriefKey, attempt: number) {
  return db
    .updateTable('briefs')
    .where('story_id', '=', story)
    .where('language', '=', language)
    .where('revision', '=', revision)
    .where('method', '=', method)
    .where('attempts', '=', attempt);
}
