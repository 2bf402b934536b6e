/** The archive: stories found by the words of a question. */
import { sql } from 'kysely';
import type { FeedId, StoryId } from '../model.ts';
import { searchTerms } from '../story/search-terms.ts';
import { withoutAsking } from '../text/asking.ts';
import { likelyMeant, withQuestionWord } from '../text/spelling.ts';
import type { Database } from './database.ts';
import { pastedUrl } from './pasted.ts';
import { isReadable } from './private-feeds.ts';

/**
 * Stories whose articles hold the words of a question, the best first: rare words count most, and those that no
 * article has, however they are read, tell of a question about something else. Samples are found only for channels of
 * the trial, what somebody pasted not at all, and what a private feed brought where it is among `privateFeeds`: elsewhere
 * its words count as if nobody had them.
 */
export async function searchStories(
  db: Database,
  words: string,
  language: string,
  limit: number,
  { sample = false, privateFeeds = [] }: { sample?: boolean; privateFeeds?: readonly FeedId[] } = {},
): Promise<StoryId[]> {
  const terms = searchTerms(withoutAsking(withQuestionWord(words, language)), language).slice(0, 16);
  const ofPairs = /^(?:ja|zh)/.test(language) || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(words);
  if (terms.length === 0) return [];
  const meant = likelyMeant(words, language);
  const likely = terms.map((term) => (meant.get(term) ?? []).slice(0, mostLikely).map(quoted).join(' | '));
  const readable = isReadable(privateFeeds);
  const { rows } = await sql<{ story: string }>`
    with given as (
      select term, case when likely <> '' and not exists (
          select 1 from articles where search @@ quoted::tsquery and ${readable})
        then likely else quoted end as quoted
      from unnest(${terms}::text[], ${terms.map(quoted)}::text[], ${likely}::text[]) as given(term, quoted, likely)),
    terms as (
      select term, quoted::tsquery as query, n, ln(1 + 20000.0 / (1 + n)) as weight
      from (select term, quoted, (select count(*) from (
              select 1 from articles where search @@ quoted::tsquery and ${readable} limit 5000) hits) as n
            from given) counted),
    needed as (
      select sum(weight * case when n > 0 then ${leastKnown}::float else ${ofPairs ? leastPairs : leastUnknown}::float end) as weight
      from terms),
    found as (
      select a.story_id, sum(t.weight) as weight, max(a.published_at) as at
      from terms t join articles a on a.search @@ t.query
      where a.story_id is not null and a.sample = ${sample} and ${readable}
        and a.feed_id is distinct from (select id from feeds where url = ${pastedUrl})
      group by a.id)
    select story_id as story from found
    group by story_id having max(weight) >= (select weight from needed)
    order by max(weight) desc, max(at) desc limit ${limit}`.execute(db);
  return rows.map(({ story }) => story as StoryId);
}

/** What an article must hold of the weight of the words that some article has, … */
const leastKnown = 0.34;
/** … and of those that none has, which it must outweigh; in Chinese and Japanese less, where pairs that span two words are in none. */
const leastUnknown = 0.9;
const leastPairs = 0.4;

/** Words that a misspelt one is looked for as. */
const mostLikely = 4;

/** A lexeme as tsquery writes it: nothing in it is an operator. */
function quoted(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
