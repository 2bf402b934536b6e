/** A server that never ends fills the memory of who reads it whole. */

/** Bytes: more than 64 vectors of 3,000 numbers, or an answer streamed word by word. */
const longestBody = 16 * 2 ** 20;

/** The same answers, but each body fails once it is longer than any of ours can be; the rest is not read. */
export function boundedBodies(ask: typeof fetch, maxBytes = longestBody): typeof fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(atMost(maxBytes)), { status, statusText, headers });
  };
}

function atMost(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let length = 0;
  return new TransformStream({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length > maxBytes) controller.error(new Error(`a body of more than ${maxBytes} bytes`));
      else controller.enqueue(chunk);
    },
  });
}
