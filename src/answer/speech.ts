/** Text on its way to a platform while an answer is being written: in order, one piece at a time, joined when it lags. */
import type { Logger } from 'pino';
import type { ClaimStream } from './model-stream.ts';

export interface Speech {
  /** A reader for the answer's letters. Once something was shown, an answer that begins anew is not shown again. */
  listen(open: (show: (text: string) => void) => ClaimStream): (delta: string) => void;
  /** @returns when all that was let through has been shown. */
  end(): Promise<void>;
}

export function createSpeech(onText: (text: string) => Promise<void>, log: Logger): Speech {
  let stream: ClaimStream | null = null;
  let waiting = '';
  let spoken = false;
  let speaking: Promise<void> | null = null;

  function show(text: string): void {
    waiting += text;
    spoken = true;
    speaking ??= speak();
  }

  async function speak(): Promise<void> {
    try {
      while (waiting !== '') {
        const text = waiting;
        waiting = '';
        await onText(text);
      }
    } catch (error) {
      // The whole answer is still delivered when it is done.
      log.warn({ err: error }, 'answer not streamed');
    } finally {
      speaking = null;
    }
  }

  return {
    listen(open) {
      if (spoken) return () => {};
      const current = open((text) => {
        if (stream === current) show(text);
      });
      stream = current;
      return (delta) => current.push(delta);
    },

    async end() {
      await stream?.end();
      await speaking;
    },
  };
}
