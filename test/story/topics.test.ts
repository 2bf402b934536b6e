import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import catalogue from '../../src/catalogue/topics.json' with { type: 'json' };
import { createTopics, readOperatorTopics, type TopicSource } from '../../src/story/topics.ts';
import { topics } from './build.ts';

function found(over: Partial<TopicSource>): string[] {
  return topics.topicsOf({ title: '', text: '', categories: [], feedTopics: [], ...over }).map(({ id }) => id);
}

describe('a keyword', () => {
  test.for([
    ['AI helps doctors read scans', 'ai'],
    ['Start-ups rush to generative AI', 'ai'],
    ['New humanoids learn to cook', 'robotics'],
    ['The chip designer Arm sues a customer', 'chips'],
    ['Ransomware gang hits ports', 'cybersecurity'],
    ['生成AIで議事録を自動作成', 'ai'],
    ['半導体の輸出、3カ月ぶり増', 'chips'],
    ['台積電下季營收看增', 'chips'],
    ['랜섬웨어에 병원 전산 마비', 'cybersecurity'],
    ['반도체 수출 석 달 연속 증가', 'chips'],
    ['นักวิทยาศาสตร์พบดาวเคราะห์ดวงใหม่', 'science'],
    ['แรนซัมแวร์โจมตีโรงพยาบาล', 'cybersecurity'],
  ] as const)('in “%s” finds %s', ([title, topic]) => {
    expect(found({ title })).toContain(topic);
  });

  test.for([
    ['Ai Weiwei opens show in Lisbon', 'ai'],
    ['Dai and Kai paint a wall', 'ai'],
    ['Man breaks arm in fall from ladder', 'chips'],
    ['Arms deal angers neighbours', 'chips'],
    ['Rebels Arm Themselves in Border Towns', 'chips'],
    ['AI WEIWEI RETURNS TO BEIJING AFTER YEARS', 'ai'],
    ['Amazon rainforest loses less tree cover', 'big-tech'],
    ['Apple orchards flower early', 'big-tech'],
    ['Rustic chairs are back', 'developer-tools'],
    ['Potato chips recalled over allergens', 'chips'],
  ] as const)('in “%s” does not find %s', ([title, topic]) => {
    expect(found({ title })).not.toContain(topic);
  });
});

test('a feed of one topic gives it to its articles; categories count by label', () => {
  expect(found({ title: 'Weekly notes', feedTopics: ['space'] })).toEqual(['space']);
  expect(found({ title: 'Weekly notes', categories: ['Climate and environment'] })).toEqual(['climate']);
  expect(found({ title: '今週のまとめ', categories: ['半導體'] })).toContain('chips');
});

test('every topic says what spoke for it', () => {
  const [first] = topics.topicsOf({
    title: 'GPU prices fall',
    text: 'Makers of semiconductors…',
    categories: [],
    feedTopics: ['chips'],
  });
  expect(first).toMatchObject({ id: 'chips', why: ['feed', 'title: GPU', 'text: semiconductor'] });
  expect(first!.score).toBeGreaterThan(0.8);
});

test('an operator adds a topic, and keywords to one of ours', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'topics-')), 'topics.json');
  const own = [
    { id: 'beekeeping', labels: { en: 'Beekeeping' }, keywords: ['varroa', '養蜂'] },
    { id: 'chips', labels: {}, keywords: ['Fabrion'] },
  ];
  await writeFile(path, JSON.stringify(own));
  const { topicsOf, all } = createTopics(catalogue, await readOperatorTopics(path));
  const ids = (title: string) => topicsOf({ title, text: '', categories: [], feedTopics: [] }).map(({ id }) => id);

  expect(ids('Varroa mites spread north')).toEqual(['beekeeping']);
  expect(ids('A visit to Fabrion')).toEqual(['chips']);
  expect(all.find(({ id }) => id === 'chips')!.labels.ja).toBeDefined();
});

test('a topics file that is wrong is refused with what is wrong', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'topics-')), 'topics.json');
  await writeFile(path, '[{"id": "Two Words", "labels": {}, "keywords": ["x"]}]');
  await expect(readOperatorTopics(path)).rejects.toThrow(/topics file .*id/s);
});

test('a long text is read in time in proportion to its length', () => {
  const text = 'neural networks and Ai Weiwei AI arm '.repeat(50_000);
  const began = performance.now();
  topics.topicsOf({ title: text, text, categories: [], feedTopics: [] });
  expect(performance.now() - began).toBeLessThan(3_000);
});
