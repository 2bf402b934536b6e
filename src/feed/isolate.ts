import { Worker } from 'node:worker_threads';

export type Ran<Result> =
  | { kind: 'done'; value: Result }
  /** The work itself says no. */
  | { kind: 'refused'; reason: string }
  | { kind: 'timeout' }
  /** Out of memory, or a crash: the thread is gone, the program is not. */
  | { kind: 'crashed'; reason: string };

export interface Isolate<Call, Result> {
  /** One call at a time, in order; each has the whole time limit for itself. */
  run(call: Call, timeoutMs?: number): Promise<Ran<Result>>;
  close(): Promise<void>;
}

export interface IsolateOptions {
  timeoutMs: number;
  heapMb: number;
  /** The thread ends after so long without work, to give its memory back. */
  idleMs: number;
}

/** What the thread says first, once its modules are loaded: on a busy machine that may take longer than any call. */
export const ready = 'ready';
/** A thread that is not ready by then never will be. */
const startMs = 15_000;

/** What the thread answers. */
export type Reply<Result> = { value: Result } | { reason: string };

/**
 * Runs untrusted input's work in a thread of its own, started when first needed, so that nothing in it can stop or
 * bloat the program. A heap limit does not bound buffers: bound the input too.
 */
export function createIsolate<Call, Result>(
  script: URL,
  { timeoutMs, heapMb, idleMs }: IsolateOptions,
): Isolate<Call, Result> {
  let thread: Thread | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const start = () => {
    clearTimeout(idle);
    thread ??= open(script, heapMb, (ended) => {
      if (thread?.worker === ended) thread = null;
    });
    thread.worker.ref();
    return thread;
  };
  const stop = () => {
    const ending = thread?.worker.terminate();
    thread = null;
    return ending;
  };
  const rest = () => {
    thread?.worker.unref();
    idle = setTimeout(stop, idleMs).unref();
  };
  const run = async (call: Call, limitMs: number): Promise<Ran<Result>> => {
    const { worker, started } = start();
    const ran: Ran<Result> = (await started)
      ? await ask<Call, Result>(worker, call, limitMs)
      : { kind: 'crashed', reason: 'the thread did not start' };
    if (ran.kind === 'timeout' || ran.kind === 'crashed') await stop();
    rest();
    return ran;
  };
  return {
    run(call, limitMs = timeoutMs) {
      const turn = last.then(() => run(call, limitMs));
      // What one caller gets wrong is not the next one's.
      last = turn.catch(() => {});
      return turn;
    },
    async close() {
      clearTimeout(idle);
      await last;
      clearTimeout(idle);
      await stop();
    },
  };
}

interface Thread {
  worker: Worker;
  /** False when it ended, or took too long. */
  started: Promise<boolean>;
}

/** A thread may break between two calls too; unheard, its error would end the program. */
function open(script: URL, heapMb: number, onEnd: (worker: Worker) => void): Thread {
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 },
  });
  worker.on('error', () => {}).on('exit', () => onEnd(worker));
  const started = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), startMs);
    const settle = (isReady: boolean) => {
      clearTimeout(timer);
      resolve(isReady);
    };
    worker.once('message', () => settle(true)).once('exit', () => settle(false));
  });
  return { worker, started };
}

function ask<Call, Result>(worker: Worker, call: Call, timeoutMs: number): Promise<Ran<Result>> {
  return new Promise((resolve) => {
    worker.postMessage(call);
    const settle = (ran: Ran<Result>) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(ran);
    };
    const onMessage = (reply: Reply<Result>) =>
      settle('value' in reply ? { kind: 'done', value: reply.value } : { kind: 'refused', reason: reply.reason });
    const onError = (error: Error) => settle({ kind: 'crashed', reason: error.message });
    const onExit = (code: number) => settle({ kind: 'crashed', reason: `exit ${code}` });
    const timer = setTimeout(() => settle({ kind: 'timeout' }), timeoutMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
