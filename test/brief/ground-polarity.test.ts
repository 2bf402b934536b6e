import { describe, expect, test } from 'vitest';
import { groundClaim } from '../../src/brief/ground.ts';
import { anArticle } from '../bench/ground-swaps.ts';

type Pair = readonly [source: string, says: string];

function kindsOf([source, says]: Pair, from: string, language = from): string[] {
  const article = anArticle([source], from);
  const claim = { text: says, cites: [{ article: article.id, sentence: 0, quote: null }], inferred: false };
  return [...new Set(groundClaim(claim, [article], { language }).faults.map(({ kind }) => kind))];
}

const bank = 'Kestrel Bank denied that it had lost data.';
const dam = 'Officials said the dam may fail.';
const sale = 'Norway refused to sell the ship to Denmark.';
const loan = 'The bank lent 4 million euros to the port.';
const shares = 'Corvane shares fell 7.5 percent in London, while Meerhof rose 21 percent in Amsterdam.';

describe('what is said the other way round is a fault', () => {
  test.for<Pair>([
    ['The council approved the plan.', 'The council rejected the plan.'],
    ['The drug did not reduce deaths, the trial found.', 'The trial showed that the drug cut deaths.'],
    [bank, 'Kestrel Bank admitted that it had lost data.'],
    [bank, 'Kestrel Bank lost data.'],
    [dam, 'Officials said the dam will fail.'],
    ['The strike was called off on Friday.', 'The strike went ahead on Friday.'],
    ['Fewer than 20 of the 300 houses were damaged.', 'More than 20 of the 300 houses were damaged.'],
    [sale, 'Norway agreed to sell the ship to Denmark.'],
    ['Sales rose 5 percent to 30 million euros.', 'Sales fell 5 percent to 30 million euros.'],
    ['She was not at the ceremony.', 'She attended the ceremony.'],
    ['A jury acquitted Paul Ansell of theft.', 'A jury convicted Paul Ansell of theft.'],
    ['Aeris lost $40 million last year.', 'Aeris won $40 million last year.'],
    ['Norway will build the dam.', 'Norway called off the dam.'],
    ['The state pays for fences but not for guard dogs.', 'The state does not pay for fences.'],
    ['She scored more goals than any other player.', 'She scored fewer goals than any other player.'],
    [
      shares,
      'Meerhof shares fell 7.5 percent in London on the day of the news, while Corvane shares rose on that day.',
    ],
  ])('%s → %s', (pair) => {
    expect(kindsOf(pair, 'en')).toContain('negation');
  });

  test.for<Pair>([
    [loan, 'The port lent 4 million euros to the bank.'],
    ['Carrow bought the yard from the town.', 'The town bought the yard from Carrow.'],
  ])('%s → %s', (pair) => {
    expect(kindsOf(pair, 'en')).toContain('order');
  });

  test.for<[string, string, string]>([
    ['ja', '市は住民税の引き上げを見送った。', '市は住民税を引き上げた。'],
    ['ja', '裁判所は会社の訴えを退けた。', '裁判所は会社の訴えを認めた。'],
    ['ja', '知事は計画に反対している。', '知事は計画に賛成している。'],
    ['ja', '株価は5％上昇した。', '株価は5％下落した。'],
    ['ja', '会場に20人以上が集まった。', '会場に集まったのは20人未満だった。'],
    ['ja', '青葉電機は北見市に新工場を建設する。', '青葉電機は北見市の工場の建設を中止する。'],
    ['ja', '希望退職は実施しないという。', '希望退職を実施するという。'],
    ['zh', '公司否认数据泄露。', '公司承认数据泄露。'],
    ['zh', '法院驳回了公司的上诉。', '法院支持了公司的上诉。'],
    ['zh', '没有人受伤。', '有人受伤。'],
    ['zh', '股价上涨5%。', '股价下跌5%。'],
    ['ko', '법원은 회사의 항소를 기각했다.', '법원은 회사의 항소를 받아들였다.'],
    ['ko', '회사는 정보 유출을 부인했다.', '회사는 정보 유출을 인정했다.'],
    ['ko', '주가는 5% 올랐다.', '주가는 5% 내렸다.'],
  ])('%s: %s → %s', ([language, source, says]) => {
    expect(kindsOf([source, says], language)).toContain('negation');
  });

  test.for<[string, string, string]>([
    ['The city decided not to raise the property tax.', 'ja', '市は固定資産税の引き上げを決めた。'],
    ['The court rejected the appeal.', 'ja', '裁判所は控訴を認めた。'],
    ['The drug did not reduce deaths.', 'ja', 'この薬は死亡を減らした。'],
    ['Shares rose 5 percent.', 'zh', '股价下跌5%。'],
    ['The court rejected the appeal.', 'ko', '법원은 항소를 받아들였다.'],
  ])('%s → %s: %s', ([source, language, says]) => {
    expect(kindsOf([source, says], 'en', language)).toContain('negation');
  });
});

describe('what is said another way stands', () => {
  test.for<Pair>([
    ['The drug did not reduce deaths, the trial found.', 'The drug failed to cut deaths in the trial.'],
    [bank, 'Kestrel Bank says it did not lose any data.'],
    [dam, 'The dam could fail, officials said.'],
    [sale, 'Norway would not sell Denmark the ship.'],
    [loan, 'The port borrowed 4 million euros from the bank.'],
    ['Anna Holt beat Lee Marsh by 300 votes.', 'Lee Marsh lost to Anna Holt by 300 votes.'],
    [shares, 'Meerhof rose 21 percent in Amsterdam, and Corvane fell 7.5 percent in London.'],
    ['The chain blamed higher bean prices and fewer commuters.', 'Dearer beans and a drop in commuters were to blame.'],
    ['The park will allow fishing after a ban of twelve years.', 'Fishing will be allowed when the ban ends.'],
    [
      'The mayor said rationing would end in April, a year after it began.',
      'A year after rationing began, the mayor says it will end.',
    ],
    ['A motion to allow hunting failed in parliament.', 'Hunting stays banned after a motion failed in parliament.'],
    ['Nine eruptions were seen, none of which reached the town.', 'None of the nine eruptions reached the town.'],
    ['The yen fell to 158 to the dollar.', 'The dollar rose to 158 yen.'],
    ['The judge refused to dismiss the case.', 'The judge allowed the case to proceed.'],
    ['The government lifted a ban on exports.', 'Exports are allowed again.'],
    [
      'The city wants to cut its emissions by 40 percent.',
      'Nothing less than a 40 percent cut in emissions is the aim.',
    ],
    ['Hospitals have fuel for no more than three days.', 'Hospitals have fuel for at most three days.'],
  ])('%s → %s', (pair) => {
    expect(kindsOf(pair, 'en')).toEqual([]);
  });

  test.for<[string, string, string, string]>([
    ['ja', 'ja', '最高裁は訴えを退けた。', '訴えは最高裁に認められなかった。'],
    [
      'ja',
      'ja',
      '地震によるけが人は確認されておらず、異常はないという。',
      '地震でけがをした人は確認されていない。異常はない。',
    ],
    ['ja', 'ja', '町長は運賃の値下げを約束しなかった。', '運賃を下げるという約束は、町長からはなかった。'],
    ['en', 'ja', 'Some 450 jobs in Cork were at risk.', 'コークで450人の雇用が危ない。'],
    ['ja', 'ja', '政府は増税を否定した。', '政府は増税しないとしている。'],
    ['zh', 'zh', '公司撤回了涨价决定。', '公司不再涨价。'],
    ['zh', 'zh', '法院驳回了诉讼。', '法院没有支持诉讼。'],
    ['ko', 'ko', '노조는 결정을 지지하지 않는다.', '노조는 결정에 반대한다.'],
    ['en', 'ja', 'The city decided not to raise the tax.', '市は税の引き上げを見送った。'],
    ['en', 'ja', 'Nobody was hurt.', 'けが人はいなかった。'],
    [
      'en',
      'ja',
      'Payments fell by 35 percent as more victims refused to pay.',
      '支払いを拒む人が増え、支払額は35％減った。',
    ],
  ])('%s→%s: %s → %s', ([from, language, source, says]) => {
    expect(kindsOf([source, says], from, language)).toEqual([]);
  });
});
