/** What happens, as lines of JSON: a fixed event name and fields. */
import { type DestinationStream, type Logger, pino } from 'pino';

export function createLog(level: string, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      redact: ['*.token', '*.handle', '*.authorization'],
      serializers: { error: told, err: told },
    },
    destination,
  );
}

/** Causes of causes are followed so far; an error may be its own. */
const deepest = 4;

/**
 * An error by what every one has. Its other fields are an SDK's or the database's, and may hold a request with our token
 * or a row with people's words.
 */
function told(value: unknown, depth = 0): unknown {
  if (!(value instanceof Error) || depth >= deepest) return value instanceof Error ? value.message : value;
  const { code } = value as { code?: unknown };
  return {
    type: value.name,
    message: value.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: value.stack,
    ...(value.cause === undefined ? {} : { cause: causeOf(value.cause, depth + 1) }),
    ...(value instanceof AggregateError
      ? { errors: value.errors.slice(0, 5).map((each) => told(each, depth + 1)) }
      : {}),
  };
}

/** What is thrown without being an error can be anything. */
function causeOf(cause: unknown, depth: number): unknown {
  return cause instanceof Error ? told(cause, depth) : typeof cause;
}
