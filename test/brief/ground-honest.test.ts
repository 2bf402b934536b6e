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

const lungs = 'Lung capacity fell by 61 millilitres among the treated and by 147 millilitres in the placebo group.';
const marks =
  'In a test, 83 percent of marks survived ordinary compression, but only 12 percent survived a determined attempt to remove them.';
const league = 'Harrow City beat Port Lune 2-1 on Saturday and moved to within three points of the top.';
const strike = 'The airline had argued that the strike was beyond its control.';
const second = 'She warned that a second, weaker storm could arrive on Sunday.';
const dark = 'At its peak the storm cut off power to 310,000 homes; by Friday noon 45,000 were still in the dark.';
const vote = 'Ruben Falk won a vote of confidence in the parliament by 88 votes to 84 on Tuesday.';
const poll = 'A poll put the Liberal Union at 24 percent, behind the Greens at 29.';
const save = 'The subsidies cost 1.9 billion crowns a year, and the government wants to save a quarter of that.';

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
    [
      'of two groups, one compared with the other',
      { sentences: [lungs], says: 'Treated patients lost 61 ml of lung capacity, compared with 147 ml on placebo.' },
    ],
    [
      'of a figure, in other words',
      {
        sentences: [marks],
        says: 'In tests, 83 percent of marks withstood normal compression, but just 12 percent withstood attempts at removal.',
      },
    ],
    ['of a gap', { sentences: [league], says: 'Harrow City defeated Port Lune 2-1 to close the gap to three points.' }],
    [
      'of what is beyond control',
      { sentences: [strike], says: 'The airline said that it could not control the strike.' },
    ],
    [
      'by the name of whom a pronoun stands for',
      {
        sentences: ['Meteorologist Oona Tarrant said that the gusts were strong.', second],
        says: 'Another storm, though weaker, might come on Sunday, Tarrant said.',
      },
    ],
    [
      'by the name of what is only called by its kind',
      {
        sentences: ['Storm Edda tore across the west coast.', dark],
        says: 'Edda left hundreds of thousands without power.',
      },
    ],
    [
      'with the whole name',
      {
        sentences: ['Chief executive Lucan Vey spoke.', 'Vey cancelled the buyback.'],
        says: 'Lucan Vey cancelled the buyback.',
      },
    ],
    [
      'of what the headline names, by its name',
      {
        title: 'Prime minister of Castrel survives vote',
        sentences: ['The next election is due in October 2027.'],
        says: 'Castrel votes again in October 2027.',
      },
    ],
    ['with a narrow margin', { sentences: [vote], says: 'Ruben Falk held on by four votes on Tuesday.' }],
    ['with points between two shares', { sentences: [poll], says: 'The Union trails the Greens by five points.' }],
    ['with a part of what is named before it', { sentences: [save], says: 'It wants to save 475 million crowns.' }],
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
    [
      'figures of the two groups exchanged',
      { sentences: [lungs], says: 'Treated patients lost 147 ml of lung capacity, compared with 61 ml on placebo.' },
      'order: 147',
    ],
    [
      'a clause without a figure that nobody said',
      { sentences: [marks], says: 'In a test, 83 percent of marks survived, but bakers resented the noisy ovens.' },
      'unsupported:  bakers resented the noisy ovens',
    ],
    [
      'a clause of nothing but other words, for all its figure',
      {
        sentences: [marks],
        says: 'In a test, 83 percent of marks survived, but 12 bakers resented their noisy ovens.',
      },
      'unsupported:  12 bakers resented their noisy ovens',
    ],
    [
      'another than the pronoun stands for',
      {
        sentences: ['Elif Corrigan met soldiers.', 'Meteorologist Oona Tarrant said that gusts were strong.', second],
        says: 'Another storm, though weaker, might come on Sunday, Corrigan said.',
      },
      'name: Corrigan',
    ],
    [
      'either of two storms',
      {
        sentences: ['Storm Edda followed Storm Frode.', dark],
        says: 'Frode left hundreds of thousands of homes without power.',
      },
      'name: Frode',
    ],
    [
      'the name of another of the same surname',
      {
        sentences: ['Lucan Vey and his sister Anna Vey spoke.', 'Vey cancelled the buyback.'],
        says: 'Anna Vey cancelled the buyback.',
      },
      'name: Anna',
    ],
    [
      'a part of a name for another part of it',
      {
        sentences: ['The singer Jackson Story moved there.', 'Jackson had a poorer population than before.'],
        says: 'Story had a poorer population than before.',
      },
      'name: Story',
    ],
    [
      'what the headline names for what the sentence names',
      {
        title: 'Prime minister of Castrel survives vote',
        sentences: ['The next election in Brannock is due in October 2027.'],
        says: 'Castrel votes again in October 2027.',
      },
      'name: Castrel',
    ],
    ['another margin', { sentences: [vote], says: 'Ruben Falk held on by six votes on Tuesday.' }, 'number: 6'],
    ['other points', { sentences: [poll], says: 'The Union trails the Greens by seven points.' }, 'number: 7'],
    ['another part', { sentences: [save], says: 'It wants to save 950 million crowns.' }, 'number: 950000000'],
  ])('%s', ([, given, fault]) => {
    expect(faultsOf(given)).toContain(fault);
  });
});
