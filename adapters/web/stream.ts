/** An answer that grows in its row while it is written. */
import type { AnswerStream, Posted } from '../../src/adapter.ts';
import type { Content } from '../../src/content.ts';
import type { Database } from '../../src/store/database.ts';
import { changeBody } from '../../src/store/web-messages.ts';

/** Each write notifies every open page: ten a second look fluent and cost little. */
const writeEveryMs = 100;

export function openStream(db: Database, row: number, posted: Posted, now: () => Date): AnswerStream {
  let text = '';
  let writtenAt = 0;
  return {
    posted,
    async append(delta) {
      text += delta;
      if (now().getTime() - writtenAt < writeEveryMs) return;
      writtenAt = now().getTime();
      await changeBody(db, row, { kind: 'streaming', text }, now());
    },
    async finish(content: Content) {
      await changeBody(db, row, { kind: 'said', content }, now());
      return posted;
    },
  };
}
