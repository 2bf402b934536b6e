import { type Handler, Parser, type ParserOptions } from 'htmlparser2';

/** htmlparser2 takes quadratic time for depth; at this one the rest of the document is left unread. */
const hopelessDepth = 2000;

/**
 * Walks over the tags and texts of any document, in time that grows with its length alone. What is open at its end is
 * closed, unless it was left unread for its depth.
 *
 * @param handlerOf makes the handler; `at` tells it where in the document each event stands.
 */
export function walk(document: string, handlerOf: (at: Position) => Partial<Handler>, options: ParserOptions): void {
  let depth = 0;
  const position: Position = { start: () => parser.startIndex, end: () => parser.endIndex };
  const handler = handlerOf(position);
  const parser: Parser = new Parser(
    {
      ...handler,
      onopentagname(name) {
        if (++depth > hopelessDepth) throw new TooDeep();
        handler.onopentagname?.(name);
      },
      onclosetag(name, implied) {
        depth--;
        handler.onclosetag?.(name, implied);
      },
    },
    options,
  );
  try {
    parser.end(document);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
}

export interface Position {
  /** Index of the first letter of the event. */
  start(): number;
  /** Index of its last letter. */
  end(): number;
}

class TooDeep extends Error {}
