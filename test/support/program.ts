/** The whole program as a process of its own, on a database of the test's: started, spoken to, stopped or killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../web/installation.ts';

/** As `npm start` has them; the compiled program is kept for the next start. */
export const nodeOptions = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=2',
  '--import',
  './src/main/compile-cache.js',
];

export interface Program {
  readonly process: ChildProcess;
  /** Everything that it has printed. */
  readonly output: string[];
  /** Where its pages are; '' without the web role. */
  readonly address: string;
  /** Milliseconds from the spawn to the banner. */
  readonly readyMs: number;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** What the web chat's script would send. */
  say(text: string, channel?: string): Promise<void>;
}

export interface ProgramOptions {
  env: Record<string, string>;
  args?: string[];
}

export async function startProgram({ env, args = [] }: ProgramOptions): Promise<Program> {
  const port = env.PORT ?? String(await freePort());
  const startedAt = Date.now();
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...nodeOptions, 'src/main.ts', ...args], {
    env: { PATH, HOME, PORT: port, TIMEZONE: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  const exited = once(child, 'exit');
  const banner = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        if (/^\s+Feeds\s/.test(line)) resolve();
      });
    }
    void exited.then(() => reject(new Error(`it ended:\n${output.join('\n')}`)));
  });
  await banner;
  const readyMs = Date.now() - startedAt;
  const link = output.map((line) => /Web\s+(http\S+)/.exec(line)?.[1]).find((found) => found !== undefined) ?? '';
  const cookie = link === '' ? '' : await enter(link);
  const address = link === '' ? '' : new URL(link).origin;
  return {
    process: child,
    output,
    address,
    readyMs,
    async end(signal) {
      child.kill(signal);
      await exited;
    },
    async say(text, channel = 'home') {
      const body = new URLSearchParams({ text, event: crypto.randomUUID() });
      const headers = { cookie, accept: 'application/json', origin: address };
      const response = await fetch(`${address}/c/${channel}/say`, { method: 'POST', headers, body });
      if (response.status !== 202) throw new Error(`say: ${response.status} ${await response.text()}`);
    },
  };
}

async function enter(link: string): Promise<string> {
  const response = await fetch(link, { redirect: 'manual' });
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] as string;
}

/** Asks again and again until something is there; @throws when it is not there in time. */
export async function until<T>(
  look: () => Promise<T | null | undefined | false>,
  what: string,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`not there in ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
