/** What a model is asked to fill in for a brief. */
import { z } from 'zod';
import type { PointKind } from '../model.ts';
import { claimSchema, type DraftClaim, keyedClaimSchema, listOf } from './model-claims.ts';

export interface BriefShape {
  /** The brief is in another language than an article. */
  translated: boolean;
  /** Ids of the gauges to read. */
  gauges: string[];
  faq: boolean;
}

export interface DraftBrief {
  gist: DraftClaim;
  takeaway: DraftClaim[];
  points: Record<PointKind, DraftClaim>;
  faq?: { question: string; answer: DraftClaim }[];
  gauges?: { gauge: string; first: number; second: number; reason: DraftClaim }[];
}

export function briefSchema({ translated, gauges, faq }: BriefShape): z.ZodType<DraftBrief> {
  const claim = claimSchema(translated);
  const score = z.literal([0, 1, 2, 3, 4, 5]);
  const shape = {
    gist: claim.describe('What happened, in one sentence.'),
    // Only checked here: not every server takes the length of a list in a schema.
    takeaway: z
      .array(claim)
      .refine(({ length }) => length > 0, 'two or three items, not none')
      .describe('Two or three sentences that a reader should remember, each an item.'),
    points: z.object({
      happened: claim.describe('What happened: 40 to 70 words.'),
      matters: orNothing(claim).describe('Why it matters: 40 to 70 words, your reading of what is cited.'),
      watch: orNothing(claim).describe('What to watch next: 40 to 70 words, your reading of what is cited.'),
    }),
    ...(faq && {
      faq: listOf(z.object({ question: z.string(), answer: claim })).describe(
        'Three questions that a reader would ask and the articles answer, each with its answer.',
      ),
    }),
    ...(gauges.length > 0 && {
      gauges: listOf(z.object({ gauge: z.enum(gauges), first: score, second: score, reason: claim })).describe(
        'One reading for each gauge: a score for its first and its second pole, and one sentence of reason.',
      ),
    }),
  };
  // The spreads leave zod's inference behind: a key that is absent here is optional in DraftBrief.
  return z.object(shape) as unknown as z.ZodType<DraftBrief>;
}

/** A server that only promises JSON may leave a part out: the brief goes without it. */
function orNothing(claim: z.ZodType<DraftClaim>) {
  const nothing: DraftClaim = { cites: [], names: [], text: '' };
  return z.preprocess((value) => value ?? nothing, claim);
}

export function repairSchema(translated: boolean) {
  return z.object({ claims: z.array(keyedClaimSchema(translated)) });
}
