/** The first reading of all feeds, as one line that rewrites itself; where no terminal is, one line at its end. */
import { sql } from 'kysely';
import type { Database } from '../store/database.ts';

export interface Reading {
  feeds: number;
  read: number;
  failed: number;
  articles: number;
  stories: number;
}

export async function countReading(db: Database, sample: boolean): Promise<Reading> {
  const { rows } = await sql<Reading>`
    select count(*)::int as feeds,
      count(*) filter (where last_success_at is not null)::int as read,
      count(*) filter (where last_success_at is null and failures > 0)::int as failed,
      (select count(*)::int from articles where sample = ${sample}) as articles,
      (select count(*)::int from stories where sample = ${sample} and merged_into is null) as stories
    from feeds where state = 'active' and sample = ${sample}`.execute(db);
  return rows[0] as Reading;
}

export function sayReading({ feeds, read, failed, articles, stories }: Reading): string {
  const number = (n: number) => n.toLocaleString('en');
  return `${number(read)} of ${number(feeds)} feeds read, ${number(failed)} failed, ${number(articles)} articles, ${number(stories)} stories`;
}

export interface Line {
  /** Rewrites the line. */
  set(text: string): void;
  /** Writes it for good, with a new line behind it. */
  end(text: string): void;
}

export function progressLine(stream: NodeJS.WriteStream): Line {
  const live = stream.isTTY === true;
  let last = '';
  return {
    set(text) {
      if (live && text !== last) stream.write(`\r\u001b[2K  ${text}`);
      last = text;
    },
    end(text) {
      stream.write(live ? `\r\u001b[2K  ${text}\n` : `  ${text}\n`);
      last = '';
    },
  };
}
