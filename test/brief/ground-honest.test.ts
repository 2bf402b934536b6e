import { describe, expect, test } from 'vitest';
import { groundClaim } from '../../src/brief/ground.ts';
import { anArticle } from '../bench/ground-swaps.ts';

interface Case {
  /** The last of them is cited. */
  sentences: string[];
  title?: string;
  says: string;
}

function faultsOf({ sentences, title = '', says }: Case): string[] {
  const article = { ...anArticle(sentences, 'en'), title };
  const cites = [{ article: article.id, sentence: sentences.length - 1, quote: null }];
  const { faults } = groundClaim({ text: says, cites, inferred: false }, [article], { language: 'en' });
  return faults.map(({ kind, detail }) => `${kind}: ${detail}`);
}

const trams = 'Three lines will run every 20 minutes on Fridays and every 40 minutes on other nights.';
const oven = 'By seven his oven was working again, and he handed out bread.';
const speech = '"Everything that an agent reads has the same authority."';
const whales = 'The whales number 184 in all, up from 142 in 2018.';
const growth = 'The economy grew by only 0.1 percent in the first quarter.';
const end = 'The city abolished the night trams twenty years ago to save money.';
const review = 'If fewer than 1,500 people a night use the trams, the council will review the service.';
const prize = 'The prize was raised from 20,000 to 25,000 euros this year.';

describe('an honest rewording stands', () => {
  test.for<[string, Case]>([
    [
      'that opens with a noun which opens the article',
      {
        title: 'Night trams return',
        sentences: ['Trams come back on 3 October.', trams],
        says: 'Trams will run every 20 minutes on Fridays and every 40 on other nights.',
      },
    ],
    [
      'that opens with a noun of a headline in capitals',
      {
        title: 'Night Service Returns After Twenty Years',
        sentences: [trams],
        says: 'Service is every 20 minutes on Fridays and every 40 minutes on other nights.',
      },
    ],
    [
      'with a role before a name',
      { sentences: ['Teodor Almas had bread by noon.'], says: 'Baker Teodor Almas had bread by noon.' },
    ],
    [
      'with a common noun in capitals',
      {
        sentences: ['Software agents that read mail can be turned against their owners.'],
        says: 'AI agents that read mail can be turned against their owners.',
      },
    ],
    [
      'of a speech, by the speaker before it',
      {
        sentences: ['"They cannot tell a letter from an order," said Mirela Tov, who led the study.', speech],
        says: 'Tov says that everything an agent reads has the same authority.',
      },
    ],
    [
      'of a speech that a colon leads to',
      {
        sentences: ['Mirela Tov put it this way:', speech],
        says: 'Everything that an agent reads has the same authority, Tov said.',
      },
    ],
    ['of an hour', { sentences: [oven], says: 'His oven was working again by 7 a.m., and he gave bread away.' }],
    ['with a difference', { sentences: [whales], says: 'There are 184 whales, 42 more than in 2018.' }],
    ['with a sum of money', { sentences: [prize], says: 'The prize is 25,000 euros, 5,000 more than before.' }],
    ['of a little growth', { sentences: [growth], says: 'The economy barely grew in the first quarter.' }],
    ['of an end', { sentences: [end], says: 'The city scrapped the night trams twenty years ago to cut costs.' }],
    [
      'of a condition',
      { sentences: [review], says: 'The trams need at least 1,500 users a night to avoid a review by the council.' },
    ],
  ])('%s', ([, given]) => {
    expect(faultsOf(given)).toEqual([]);
  });
});

describe('but not', () => {
  test.for<[string, Case, string]>([
    [
      'a name that the article has, for a role',
      {
        sentences: ['The firm Baker sells ovens.', 'Teodor Almas had bread by noon.'],
        says: 'Baker Almas had bread by noon.',
      },
      'name: Baker',
    ],
    [
      'somebody else than the speaker',
      {
        sentences: ['Piet Haan listened.', '"They cannot tell a letter from an order," said Mirela Tov.', speech],
        says: 'Haan says that everything an agent reads has the same authority.',
      },
      'name: Haan',
    ],
    [
      'somebody of whom the speaker spoke',
      {
        sentences: ['"I hear that Haan is right," said Mirela Tov.', speech],
        says: 'Haan says that everything an agent reads has the same authority.',
      },
      'name: Haan',
    ],
    [
      'another hour',
      { sentences: [oven], says: 'His oven was working again by 8 a.m., and he gave bread away.' },
      'number: 08:00',
    ],
    [
      'an hour for a count',
      { sentences: ['It was preceded by seven warnings, and it came.'], says: 'It came at 7 a.m. after warnings.' },
      'number: 07:00',
    ],
    [
      'a number that only tells which',
      { sentences: ['It met bus number 184 and 142 guests.'], says: 'It met 42 guests.' },
      'number: 42',
    ],
    ['another difference', { sentences: [whales], says: 'There are 184 whales, 44 more than in 2018.' }, 'number: 44'],
    ['another sum', { sentences: [prize], says: 'The prize is 25,000 euros, 6,000 more than before.' }, 'number: 6000'],
    [
      'a little growth for a loss',
      { sentences: ['The economy shrank by 0.1 percent in the first quarter.'], says: 'The economy barely grew.' },
      'negation: grew',
    ],
    [
      'an end where there is none',
      { sentences: ['The city runs night trams to please nurses.'], says: 'The city scrapped night trams for nurses.' },
      'negation: scrapped',
    ],
    [
      'the other side of a condition',
      { sentences: [review], says: 'If more than 1,500 people a night use the trams, the council will review them.' },
      'negation: 1,500',
    ],
  ])('%s', ([, given, fault]) => {
    expect(faultsOf(given)).toContain(fault);
  });
});
