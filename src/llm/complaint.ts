/**
 * What a server says when it refuses. OpenAI's SDK reads only `{ "error": … }`; others write `{ "detail": … }` or
 * `{ "message": … }`, and without their words nobody knows what to leave out.
 */

/** The same answers, but each refusal in the form that the SDK reads. */
export function readableRefusals(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    if (response.status < 400) return response;
    const { status, headers } = response;
    return new Response(inSdkForm(await response.text().catch(() => '')), { status, headers: plainHeaders(headers) });
  };
}

/** The body is new: what was said of the old one's length and packing is no longer true. */
function plainHeaders(headers: Headers): Headers {
  const copy = new Headers(headers);
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) copy.delete(name);
  copy.set('content-type', 'application/json');
  return copy;
}

function inSdkForm(body: string): string {
  const value = parsed(body);
  const error = typeof value === 'object' && value !== null ? (value as { error?: unknown }).error : undefined;
  if (typeof error === 'object' && error !== null) return body;
  return JSON.stringify({ error: { message: (typeof error === 'string' ? error : body).slice(0, 2_000) } });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Longer than the model's context, or than a whole minute of its rate limit: only a shorter request helps. */
export function isTooLong(status: number, code: string | null, complaint: string): boolean {
  if (status === 413 || code === 'context_length_exceeded') return true;
  return (status === 429 ? tooLarge : tooLong).test(complaint);
}

const tooLarge = /request too large/i;
const tooLong =
  /context[ _](length|size|window)|maximum (model )?length|(prompt|input|request|messages?) (is |are |was )?too (long|large)|too many (input |prompt )?tokens|reduce the length|tokens.{0,40}must be <=|n_ctx/i;

/** The server's own filter, not a fault of the request's form. */
export function isFiltered(code: string | null, complaint: string): boolean {
  return code === 'content_filter' || /content[ _](management|policy|filter)/i.test(complaint);
}
