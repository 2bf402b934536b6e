/**
 * Shows an answer while it is being written, but only words that already stand: a claim's citations come before its
 * text, so each clause is checked as a whole claim is before it is let through. Of a clause that is still open only
 * words that the sentences have are shown, up to the first that may turn it: a name, a number, `not`, `refused`. A claim
 * on a sentence that denies something waits until it is whole, since a missing "not" shows only at its end.
 */
import { parse } from 'jsonriver';
import { evidenceFor, type GroundOptions, textFaults } from '../brief/ground.ts';
import type { Evidence } from '../brief/ground-evidence.ts';
import { deniesAnything } from '../brief/ground-negation.ts';
import { claimOf, cleanText, type DraftClaim, restsOnPlanted } from '../brief/model-claims.ts';
import type { Article } from '../model.ts';
import { addressesReader } from '../text/injection.ts';
import { unspaced } from '../text/words.ts';
import { settledPart } from './model-settled.ts';

export interface ClaimStreamOptions {
  articles: readonly Article[];
  /** BCP 47, of the answer. */
  language: string;
  show(text: string): void;
  /** Told of each claim that stands as a whole. */
  stood?(claim: DraftClaim): void;
}

/** What is there of an answer so far. */
interface Partial {
  said?: boolean;
  claims?: { text?: string; cites?: DraftClaim['cites']; names?: DraftClaim['names'] }[];
}

export interface ClaimStream {
  push(delta: string): void;
  /** @returns when all that came has been looked at. */
  end(): Promise<void>;
}

export function createClaimStream(options: ClaimStreamOptions): ClaimStream {
  const letters = createLetters();
  const gate = createGate(options);
  // What is not JSON ends the stream early; the whole answer is read and judged elsewhere.
  const reading = read(letters, gate).catch(() => {});
  return {
    push: (delta) => letters.push(delta),
    async end() {
      letters.close();
      await reading;
    },
  };
}

async function read(letters: AsyncIterable<string>, gate: Gate): Promise<void> {
  let last: Partial = {};
  for await (const value of parse(letters)) {
    last = value as Partial;
    gate.look(last, false);
  }
  gate.look(last, true);
}

interface Gate {
  look(answer: Partial, whole: boolean): void;
}

interface OpenClaim {
  evidence: Evidence;
  shown: string;
  /** How much of it there was when it was last looked at. */
  looked: number;
}

function createGate({ articles, language, show, stood }: ClaimStreamOptions): Gate {
  let at = 0;
  let open: OpenClaim | null = null;
  let begun = false;
  let halted = false;

  function look({ said, claims = [] }: Partial, whole: boolean): void {
    if (said !== true) return;
    while (!halted && at < claims.length) {
      const complete = whole || at < claims.length - 1;
      const seen = claims[at];
      if (seen?.text === undefined || seen.cites === undefined) {
        if (!complete) return;
      } else {
        advance({ text: seen.text, cites: seen.cites, names: seen.names }, complete);
      }
      if (!complete) return;
      at += 1;
      open = null;
    }
  }

  function advance(draft: DraftClaim, complete: boolean): void {
    open ??= openClaim(draft);
    if (open === null) return;
    const least = begun ? piece : firstPiece;
    if (!complete && draft.text.length < open.looked + least) return;
    open.looked = draft.text.length;
    const text = cleanText(complete ? draft.text : settledPart(draft.text, language, open.evidence));
    if (!complete && text.length < open.shown.length + firstPiece) return;
    if (stands(open, draft, text, complete)) {
      if (complete) stood?.(draft);
      release(open, text);
    } else if (complete && open.shown !== '') halted = true;
  }

  function openClaim(draft: DraftClaim): OpenClaim | null {
    const claim = claimOf(draft, articles, false);
    if (restsOnPlanted(claim, articles)) return null;
    const evidence = evidenceFor(claim, articles);
    // Planted orders are no report: what rests on nothing else waits until it is whole, and is then refused.
    if (evidence?.sentences.every((sentence) => addressesReader(sentence, evidence.language))) return null;
    return evidence === null ? null : { evidence, shown: '', looked: 0 };
  }

  function stands({ evidence }: OpenClaim, { names }: DraftClaim, text: string, complete: boolean): boolean {
    if (!complete && deniesAnything(evidence)) return false;
    const known: GroundOptions = { language, names };
    return textFaults({ text, inferred: false }, evidence, known).length === 0;
  }

  function release(claim: OpenClaim, text: string): void {
    if (!text.startsWith(claim.shown)) {
      halted = true;
      return;
    }
    const fresh = text.slice(claim.shown.length);
    if (fresh === '') return;
    const gap = claim.shown === '' && begun && !unspaced(language) ? ' ' : '';
    begun = true;
    claim.shown = text;
    show(gap + fresh);
  }

  return { look };
}

/** New letters that are worth a look: the first ones soon, then most of a line at a time, since each look costs. */
const firstPiece = 6;
const piece = 64;

/** Deltas as an async iterable, from the first brace on. */
function createLetters() {
  const queue: string[] = [];
  let wake: (() => void) | null = null;
  let closed = false;
  let started = false;
  return {
    push(delta: string) {
      const brace = started ? 0 : delta.indexOf('{');
      if (brace < 0) return;
      started = true;
      queue.push(delta.slice(brace));
      wake?.();
    },
    close() {
      closed = true;
      wake?.();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (queue.length > 0) yield queue.splice(0).join('');
        else if (closed) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}
