/** Pressed buttons. */
import { expect } from 'vitest';
import type { Action } from '../../src/action.ts';
import type { Content } from '../../src/content.ts';
import { storeTest } from '../support/store.ts';
import { aMorning, type Town } from '../support/talk.ts';

storeTest('a thumb rates the answer that it stands under, and changes its mind', async ({ db }) => {
  const town = await aMorning(db);
  const first = await thumbsOf(town, 'How long did the drivers of the Lyon trams stop work?');
  await thumbsOf(town, 'How many experts did the comet named Halvorsen surprise?');
  const ratings = async () => {
    const rows = await db.selectFrom('turns').select(['question', 'rating']).orderBy('id').execute();
    return rows.map(({ question, rating }) => [question.includes('trams') ? 'trams' : 'comet', rating]);
  };

  expect(await press(town, first.no)).toEqual(['Thank you, noted.']);
  expect(await ratings()).toEqual([
    ['trams', 'no'],
    ['comet', null],
  ]);
  await press(town, first.yes);
  expect(await ratings()).toEqual([
    ['trams', 'yes'],
    ['comet', null],
  ]);
});

/** What the buttons under the answer say when they are pressed. */
async function thumbsOf(town: Town, question: string) {
  await town.say(question);
  const { buttons } = town.fake.posts.at(-1)!.payload as Content;
  const [yes, no] = buttons.flatMap(({ press }) => ('verb' in press && press.verb === 'rate' ? [press] : []));
  return { yes: yes!, no: no! };
}

function press(town: Town, action: Action): Promise<string[]> {
  return town.tell({ kind: 'press', action, message: null, parent: null });
}
