import { describe, expect, test } from 'vitest';
import { rankStories } from '../../src/story/rank.ts';
import { ruleFor } from '../../src/story/rule.ts';
import { worthAsking } from '../../src/story/shortlist.ts';
import { absenceSentence, factorSentence, whyNot } from '../../src/story/why.ts';
import { aCandidate, anArticleOf, aTaste, follows, hoursBefore, morning } from './build.ts';

function sources(count: number, over: Parameters<typeof anArticleOf>[0] = {}) {
  return Array.from({ length: count }, () => anArticleOf(over));
}

function headlines(ranked: { candidate: { headline: string } }[]) {
  return ranked.map(({ candidate }) => candidate.headline);
}

describe('ranking', () => {
  test('puts what many independent sources tell before what one tells', () => {
    const many = aCandidate({ headline: 'Many tell this', articles: sources(5) });
    const one = aCandidate({ headline: 'One tells that', articles: sources(1) });
    expect(headlines(rankStories([one, many], aTaste(), morning, 7))).toEqual(['Many tell this', 'One tells that']);
  });

  test('counts ten copies of one agency text as one source', () => {
    const copied = aCandidate({ headline: 'Agency copy', articles: sources(10, { origin: 1 as never }) });
    const told = aCandidate({ headline: 'Told by two', articles: sources(2) });
    const [first, second] = rankStories([copied, told], aTaste(), morning, 7);
    expect(first!.candidate.headline).toBe('Told by two');
    expect(second!.alsoIn).toBe(0);
    expect(second!.factors.find(({ code }) => code === 'sources')!.params).toMatchObject({ count: 1 });
  });

  test('puts the newer first where all else is equal, and leaves out what is not followed', () => {
    const old = aCandidate({ headline: 'Yesterday evening', lastAt: hoursBefore(20) });
    const fresh = aCandidate({ headline: 'This morning', lastAt: hoursBefore(1) });
    const other = aCandidate({ headline: 'Not of this topic', topics: { gaming: 0.9 } });
    expect(headlines(rankStories([old, other, fresh], aTaste(), morning, 7))).toEqual([
      'This morning',
      'Yesterday evening',
    ]);
  });

  test('puts the channel’s language first, and others only to fill up, labelled', () => {
    const foreign = aCandidate({ headline: '大きな発表', language: 'ja', articles: sources(6, { language: 'ja' }) });
    const own = aCandidate({ headline: 'A small report' });
    const ranked = rankStories([foreign, own], aTaste(), morning, 7);
    expect(headlines(ranked)).toEqual(['A small report', '大きな発表']);
    expect(ranked.map(({ foreign }) => foreign)).toEqual([false, true]);
    expect(headlines(rankStories([foreign, own], aTaste({ translates: true }), morning, 7))[0]).toBe('大きな発表');
  });

  test('shows a story of several languages by its article in the channel’s', () => {
    const english = anArticleOf({ title: 'In English', weight: 2 });
    const japanese = anArticleOf({ title: '日本語で', language: 'ja' });
    const both = aCandidate({ articles: [english, japanese] });
    const [ranked] = rankStories([both], aTaste({ language: 'ja' }), morning, 7);
    expect(ranked).toMatchObject({ foreign: false, article: { title: '日本語で' } });
  });

  test('does not fill a digest with one company', () => {
    const company = Array.from({ length: 8 }, (_, n) =>
      aCandidate({ headline: `Vexor item ${n} of ${n * 7} kinds`, names: ['vexor'], articles: sources(3) }),
    );
    const others = Array.from({ length: 6 }, (_, n) =>
      aCandidate({ headline: `Different matter ${n * 13} here`, names: [`name${n}`], articles: sources(2) }),
    );
    const chosen = rankStories([...company, ...others], aTaste(), morning, 7);
    expect(chosen.filter(({ candidate }) => candidate.names[0] === 'vexor').length).toBeLessThanOrEqual(3);
    expect(chosen).toHaveLength(7);
  });

  test('shows one of two stories that tell the same', () => {
    const twice = ['Kestrel AI releases Lumen 4 model', 'Kestrel AI releases its Lumen 4 model today'].map((headline) =>
      aCandidate({ headline }),
    );
    expect(rankStories(twice, aTaste(), morning, 7)).toHaveLength(1);
  });

  test('leaves out what the channel had, and marks it when it has news', () => {
    const had = aCandidate({ headline: 'Had it', revision: 1 });
    const news = anArticleOf({ title: 'Toll rises to 34', publishedAt: hoursBefore(1) });
    const update = aCandidate({
      headline: 'Had it, news since',
      revision: 2,
      articles: [anArticleOf({ publishedAt: hoursBefore(20) }), news],
    });
    const taste = aTaste({ had: () => ({ revision: 1 }) });
    const ranked = rankStories([had, update], taste, morning, 7);
    expect(headlines(ranked)).toEqual(['Had it, news since']);
    expect(ranked[0]!.update!.title).toBe('Toll rises to 34');
  });

  test('follows more, less and mutes, and says so', () => {
    const [a, b, c] = [
      aCandidate({ headline: 'Funding round', topics: { ai: 0.6, startups: 0.7 } }),
      aCandidate({ headline: 'Safety finding', topics: { ai: 0.6, 'ai-safety': 0.7 } }),
      aCandidate({ headline: 'Crypto coin again', topics: { ai: 0.6 } }),
    ];
    const rules = [
      { id: 1, kind: 'less' as const, value: 'topic:startups', label: 'funding' },
      { id: 2, kind: 'more' as const, value: 'topic:ai-safety', label: 'ai-safety' },
      { id: 3, kind: 'mute' as const, value: 'crypto', label: '“crypto”' },
    ];
    const ranked = rankStories([a, b, c], aTaste({ rules }), morning, 7);
    expect(headlines(ranked)).toEqual(['Safety finding', 'Funding round']);
    expect(ranked[1]!.factors.map(factorSentence)).toContain('you asked for less funding: −1');
    expect(ranked[0]!.score - ranked[1]!.score).toBeCloseTo(2);
  });

  test('points of the factors add up to the score', () => {
    const [ranked] = rankStories([aCandidate({ articles: sources(4) })], aTaste(), morning, 7);
    expect(ranked!.factors.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(ranked!.score);
    expect(ranked!.factors.map(({ code }) => code)).toEqual(['sources', 'recent', 'topic', 'language']);
  });

  test('finds keyword and feed subscriptions', () => {
    const word = aCandidate({ headline: 'Perovskite cell sets record', topics: {} });
    const plural = aCandidate({ headline: 'Perovskites at sea', topics: {} });
    const feed = aCandidate({ topics: {}, articles: [anArticleOf({ feed: 4711 as never, title: 'From the feed' })] });
    const excluded = aCandidate({ headline: 'Perovskite toys', topics: {} });
    const subscriptions = [follows('keyword', 'perovskite -toys'), follows('feed', '4711')];
    const ranked = rankStories([word, plural, feed, excluded], aTaste({ subscriptions }), morning, 7);
    expect(ranked.map(({ candidate }) => candidate)).toEqual(expect.arrayContaining([word, plural, feed]));
    expect(ranked).toHaveLength(3);
  });

  test('finds the same by its index as by looking at every story', () => {
    const words = ['robot', 'robots', 'data center', 'AI chip', '半導体工場', '반도체', 'robot arm', 'C++'];
    const many = Array.from({ length: 400 }, (_, n) =>
      aCandidate({ headline: `${words[n % words.length]} and ${words[(n * 5 + 2) % words.length]} ${n}`, topics: {} }),
    );
    for (const query of [
      'robot',
      'robot -arm',
      '"data center"',
      'AI -robot',
      'chip OR 반도체',
      '半導体',
      'c++',
      '-robot chip',
      'robot center',
      'from:source',
    ]) {
      const taste = { ...aTaste({ subscriptions: [follows('keyword', query)] }), had: undefined };
      const indexed = worthAsking(many, taste, morning, 400).map(({ story }) => story);
      const looked = many.filter((one) => worthAsking([one], taste, morning, 1).length === 1).map(({ story }) => story);
      expect(new Set(indexed), query).toEqual(new Set(looked));
      expect(looked.length, query).toBeGreaterThan(0);
    }
  });

  test('is the same however often it is asked', () => {
    const candidates = Array.from({ length: 40 }, (_, n) => aCandidate({ lastAt: hoursBefore(n % 12) }));
    const once = rankStories(candidates, aTaste(), morning, 7).map(({ candidate }) => candidate.story);
    const again = rankStories(candidates, aTaste(), morning, 7).map(({ candidate }) => candidate.story);
    expect(again).toEqual(once);
    expect(worthAsking(candidates, aTaste(), morning, 5).map(({ story }) => story)).toEqual(once.slice(0, 5));
  });
});

describe('why a story is not there', () => {
  const shown = aCandidate({ headline: 'Shown', articles: [anArticleOf({ title: 'Shown to all' }), ...sources(8)] });
  const asked = (over: Partial<Parameters<typeof whyNot>[0]>) =>
    whyNot({ candidate: shown, candidates: [shown], taste: aTaste(), now: morning, limit: 1, ...over });

  test('names the reason', () => {
    const other = aCandidate({ headline: 'Outranked' });
    const mute = { id: 1, kind: 'mute' as const, value: 'shown', label: '“shown”' };
    expect(asked({ candidate: null }).code).toBe('unknown-link');
    expect(asked({ taste: aTaste({ rules: [mute] }) })).toMatchObject({ code: 'muted', params: { label: '“shown”' } });
    expect(asked({ taste: aTaste({ subscriptions: [follows('topic', 'gaming')] }) }).code).toBe('not-followed');
    expect(asked({ taste: aTaste({ had: () => ({ revision: 1 }) }) }).code).toBe('had-before');
    expect(asked({ candidates: [] }).code).toBe('too-old');
    expect(asked({ candidate: other, candidates: [shown, other] })).toMatchObject({
      code: 'outranked',
      params: { rank: 2 },
    });
    expect(asked({})).toMatchObject({ code: 'included', params: { number: 1 } });
  });

  test('says it in a sentence', () => {
    expect(absenceSentence(asked({ candidate: null }))).toBe('No article with this address has come from any source.');
  });
});

test('one tap means the topic on the side, else the name that the headline leads with', () => {
  const label = (topic: string) => topic.toUpperCase();
  const side = aCandidate({ topics: { ai: 0.9, startups: 0.7 }, names: ['vexor'] });
  const plain = aCandidate({ headline: 'How Vexor grew', topics: { ai: 0.9 }, names: ['vexor'] });
  expect(ruleFor(side, [follows('topic', 'ai')], label)).toEqual({ value: 'topic:startups', label: 'STARTUPS' });
  expect(ruleFor(plain, [follows('topic', 'ai')], label)).toEqual({ value: 'keyword:"Vexor"', label: '“Vexor”' });
});
