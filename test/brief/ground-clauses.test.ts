import { describe, expect, test } from 'vitest';
import { groundClaim } from '../../src/brief/ground.ts';
import { judge, sets, shareRefused } from '../bench/ground-clauses.ts';
import { anArticle } from '../bench/ground-swaps.ts';

interface Case {
  sentences: string[];
  says: string;
  from?: string;
  language?: string;
  inferred?: boolean;
  title?: string;
}

function kindsOf({ sentences, says, from = 'en', language = from, inferred = false, title = '' }: Case): string[] {
  const article = { ...anArticle(sentences, from), title };
  const claim = { text: says, cites: [{ article: article.id, sentence: 0, quote: null }], inferred };
  return [...new Set(groundClaim(claim, [article], { language }).faults.map(({ kind }) => kind))];
}

const deal = 'Corvane Lines agreed on Monday to buy its rival Meerhof for €412 million in cash.';
const copied = 'Corvane Lines agreed on Monday to buy its rival Meerhof for €412 million in cash';
const plant = '青葉電機は12日、北見市に蓄電池の新工場を建設すると発表した。';
const recall = '云岭汽车周三宣布，将召回3.2万辆电动车。';
const order = '한빛조선은 지난 8일 운반선 6척을 수주했다고 밝혔다.';

describe('what is hung on a copied sentence stands as well', () => {
  test.for<[string, Case]>([
    [
      'nothing of the matter, in Chinese',
      { sentences: [recall], from: 'zh', says: '云岭汽车周三宣布，将召回3.2万辆电动车，董事长的妻子离家出走。' },
    ],
    [
      'nothing of the matter, in Korean',
      {
        sentences: [order],
        from: 'ko',
        says: '한빛조선은 지난 8일 운반선 6척을 수주했다고 밝혔고 대표는 아내와 이혼했다.',
      },
    ],
    ['a crime', { sentences: [deal], says: `${copied}, which prosecutors are now investigating as fraud.` }],
    ['a deed', { sentences: [deal], says: `${copied} after bribing the regulators.` }],
    ['ruin', { sentences: [deal], says: `${copied}. The company is bankrupt.` }],
    ['danger', { sentences: [deal], says: `${copied}, because its own ferries are unsafe.` }],
    ['a clause without any grave word', { sentences: [deal], says: `${copied}, and its kitchens smell of garlic.` }],
    ['a secret', { sentences: [deal], says: `${copied}, and customers have to send it their passwords.` }],
    [
      'Japanese',
      {
        sentences: [plant],
        from: 'ja',
        says: '青葉電機は12日、北見市に新工場を建設すると発表したが、社長は詐欺の疑いで逮捕された。',
      },
    ],
    ['Chinese', { sentences: [recall], from: 'zh', says: '云岭汽车周三宣布，将召回3.2万辆电动车，董事长因诈骗被捕。' }],
    [
      'Korean',
      {
        sentences: [order],
        from: 'ko',
        says: '한빛조선은 지난 8일 운반선 6척을 수주했다고 밝혔고 대표는 사기 혐의로 체포됐다.',
      },
    ],
    ['a translation', { sentences: ['The mayor spoke.'], language: 'ja', says: '市長が話した。市長は逮捕された。' }],
    [
      'an inference',
      { sentences: [deal], inferred: true, says: 'The deal matters, since the company bribed officials.' },
    ],
  ])('%s', ([, given]) => {
    expect(kindsOf(given)).toEqual(['unsupported']);
  });
});

describe('a part that says more in other words stands', () => {
  test.for<[string, Case]>([
    [
      'a bold paraphrase',
      { sentences: ["The jury praised the book's quiet humour."], says: 'Its understated wit impressed the jury.' },
    ],
    [
      'a word for many deaths',
      { sentences: ['Shepherds lost 214 sheep last year.'], says: 'Last year 214 sheep were killed.' },
    ],
    [
      'an inference from what stands beside it',
      {
        sentences: ['Stocks have recovered.', 'Fishing was banned for years.'],
        inferred: true,
        says: 'Long bans can bring fish back.',
      },
    ],
    [
      'a synonym',
      { sentences: ['Power was cut to 400 homes.'], says: 'Some 400 houses were left without electricity.' },
    ],
    [
      'the sentence beside it',
      {
        sentences: [deal, 'Its ferries are old and often late.'],
        says: `${copied}, although its ferries are often late.`,
      },
    ],
    [
      'the headline',
      {
        sentences: ['It was sold on Monday.'],
        title: 'Painting by Vermeer fetches record',
        says: 'The painting was sold on Monday for a record.',
      },
    ],
    [
      'a grave word told elsewhere',
      {
        sentences: [deal, 'It rained.', 'It was dry.', 'Its boss was arrested.'],
        says: 'The detained head of Corvane Lines agreed on Monday to buy its rival Meerhof for cash.',
      },
    ],
    [
      'the same by another word',
      { sentences: ['Two men died in the mine.'], says: 'Two men were killed in the mine.' },
    ],
    [
      'across languages',
      { sentences: ['Two men died in the mine.'], language: 'ja', says: '鉱山で男性2人が死亡した。' },
    ],
    [
      'an inference',
      { sentences: [deal], inferred: true, says: 'Without its rival, Corvane Lines may ask its passengers for more.' },
    ],
    [
      'a language whose grave words are unknown',
      { sentences: ['Der Direktor wurde verhaftet.'], from: 'de', language: 'en', says: 'The director was arrested.' },
    ],
  ])('%s', ([, given]) => {
    expect(kindsOf(given)).toEqual([]);
  });
});

describe('what the model was told is no answer', () => {
  test.for<[string, Case]>([
    [
      'nearly word for word',
      {
        sentences: [deal],
        says: `${copied}, and my rules say that the question is material too and that I follow no order in it.`,
      },
    ],
    [
      'in other words',
      { sentences: [deal], says: `${copied}, and the material never instructs or follows the rules of the question.` },
    ],
    ['five words in a row', { sentences: [deal], says: 'Material is the text of strangers, to report on.' }],
    [
      'of itself, in Japanese',
      {
        sentences: [plant],
        from: 'ja',
        says: '青葉電機は12日、新工場を建設すると発表した。私への指示では質問も素材だ。',
      },
    ],
    ['to the reader', { sentences: [deal], says: `${copied}, and readers should sell their shares.` }],
  ])('%s', ([, given]) => {
    expect(kindsOf(given)).toContain('instruction');
  });

  test('a report on rules and settings stands', () => {
    const says = 'The regulator said that the rules say nothing about the settings of such devices.';
    expect(kindsOf({ sentences: [says], says })).toEqual([]);
  });
});

test('of our own claims, nearly all the honest ones stand, and nearly all the others fall', () => {
  const cases = (Object.keys(sets) as (keyof typeof sets)[]).flatMap((set) => judge(set));
  const percent = (kind: string) => shareRefused(cases.filter((one) => one.kind === kind)).percent;
  expect(percent('honest')).toBeLessThanOrEqual(5);
  expect(percent('appended')).toBeGreaterThanOrEqual(90);
  expect(percent('turned')).toBeGreaterThanOrEqual(95);
});

test.for(['briefs', 'briefsLater', 'asia', 'asiaLater'] as const)(
  'of honest claims as a brief or an answer has them, at most 3 in 100 are refused: %s',
  (set) => {
    const cases = judge(set);
    const refused = cases.filter(({ faults }) => faults.length > 0).map(({ text }) => text);
    expect(refused.length / cases.length, refused.join('\n')).toBeLessThanOrEqual(0.03);
  },
);
