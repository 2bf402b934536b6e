/** What a story's row says, from its articles: the headline that stands for it, its language, its topics. */
import { sameLanguage } from './candidate.ts';

export interface Member {
  id: number;
  feed: number;
  weight: number;
  origin: number;
  title: string;
  language: string;
  publishedAt: Date;
  topics: Record<string, number>;
  excerptOnly: boolean;
  minutes: number;
}

export interface Summary {
  headline: string;
  language: string;
  topics: Record<string, number>;
  firstAt: Date;
  lastAt: Date;
  articles: number;
  sources: number;
}

/** @param members at least one */
export function summarise(members: Member[]): Summary {
  const language = commonLanguage(members);
  const own = members.filter((member) => sameLanguage(member.language, language));
  const times = members.map(({ publishedAt }) => publishedAt.getTime());
  return {
    headline: [...own].sort(bestFirst)[0]!.title,
    language,
    topics: commonTopics(members),
    firstAt: new Date(Math.min(...times)),
    lastAt: new Date(Math.max(...times)),
    articles: members.length,
    sources: Math.min(new Set(members.map(({ origin }) => origin)).size, new Set(members.map(({ feed }) => feed)).size),
  };
}

/** Whole text before excerpt, originals before copies, heavier sources, then who was first. */
export function bestFirst(a: Omit<Member, 'title' | 'topics'>, b: Omit<Member, 'title' | 'topics'>): number {
  return (
    Number(a.excerptOnly) - Number(b.excerptOnly) ||
    Number(a.origin !== a.id) - Number(b.origin !== b.id) ||
    b.weight - a.weight ||
    Math.min(b.minutes, 4) - Math.min(a.minutes, 4) ||
    a.publishedAt.getTime() - b.publishedAt.getTime() ||
    a.id - b.id
  );
}

function commonLanguage(members: Member[]): string {
  const weights = new Map<string, number>();
  for (const { language, id, origin } of members)
    weights.set(language, (weights.get(language) ?? 0) + (id === origin ? 1 : 0.1));
  return [...weights].sort((a, b) => b[1] - a[1])[0]![0];
}

/** The mean over the articles and the best of them, half each: one stray keyword makes no topic of ten reports. */
function commonTopics(members: Member[]): Record<string, number> {
  const totals = new Map<string, { sum: number; most: number }>();
  for (const { topics } of members)
    for (const [id, score] of Object.entries(topics)) {
      const { sum, most } = totals.get(id) ?? { sum: 0, most: 0 };
      totals.set(id, { sum: sum + score, most: Math.max(most, score) });
    }
  const scores = [...totals].map(([id, { sum, most }]) => [id, (sum / members.length + most) / 2] as const);
  return Object.fromEntries(
    scores.filter(([, score]) => score >= leastScore).map(([id, score]) => [id, Math.round(score * 100) / 100]),
  );
}

const leastScore = 0.25;
