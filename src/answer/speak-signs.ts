/**
 * The words by which one hears to whom a message speaks, in each language. They are tried on text in lower case and
 * NFKC (`？` is `?`). Only `reaction` is removed from a text, so that what is left can be judged; the others are tested.
 */
export interface Signs {
  /** Thanks, laughter, assent, surprise: by themselves they ask nothing. */
  reaction: RegExp;
  /** A sentence that asks. */
  question: RegExp;
  /** A sentence that wants something of us. */
  request: RegExp;
  /** It has the form of a question and wants no answer. */
  rhetorical: RegExp;
  /** Said beside the talk. */
  aside: RegExp;
  /** Calls somebody by name. */
  person: RegExp;
  /** Speaks to people: plans, invitations, things that only they can know. */
  people: RegExp;
  /** Asks what "you" think: ours to answer only when nobody else is there. */
  opinion: RegExp;
  /** Names the article or us. */
  article: RegExp;
}

/** Alternatives, as whole words of a language that has spaces. */
export const anyWord = (...words: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');
export const anyOf = (...parts: (string | RegExp)[]) =>
  new RegExp(parts.map((part) => (typeof part === 'string' ? part : part.source)).join('|'), 'u');
export const all = (pattern: RegExp) => new RegExp(pattern.source, 'gu');

/** People laugh alike everywhere. */
export const laughter = 'lo+l+|lmf?ao+|rofl|(?:ha|he|hi){2,}h?|xd+|jaja+|w{3,}|555+|哈+|呵+|ㅋ+|ㅎ+|笑|草';
