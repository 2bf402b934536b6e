import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type { Brief } from '../../src/model.ts';
import { honestBrief } from '../llm/honest-model.ts';
import { bodies, modelTest } from '../llm/stand-in.ts';
import { keepStory } from '../story/build.ts';
import { nodeOptions } from '../support/program.ts';

const file = fileURLToPath(new URL('./write-process.ts', import.meta.url));

interface Worker {
  child: ChildProcess;
  begun: Promise<void>;
  /** What it has printed when it ended. */
  briefs: Promise<Brief[]>;
}

function startWorker(...args: string[]): Worker {
  const child = spawn(process.execPath, [...nodeOptions, file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const briefs: Brief[] = [];
  const begun = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (line === 'begun') resolve();
      else briefs.push(JSON.parse(line));
    });
  });
  return { child, begun, briefs: once(lines, 'close').then(() => briefs) };
}

modelTest(
  'three processes that want the same briefs ask for each once',
  { timeout: 120_000 },
  async ({ db, url, mock }) => {
    // No answer comes before all have begun: each meets the others' claims.
    let open = () => {};
    const begun = new Promise<void>((resolve) => {
      open = resolve;
    });
    mock.onMessage(/./, async (request) => {
      await begun;
      return { content: honestBrief(request) };
    });
    const stories = await Promise.all(Array.from({ length: 6 }, () => keepStory(db)));
    const ids = stories.map(({ id }) => id);

    const workers = ['en', 'en', 'en'].map((language) => startWorker(url, `${mock.url}/v1`, language, ...ids));
    await Promise.all(workers.map((worker) => worker.begun));
    open();
    const written = await Promise.all(workers.map(({ briefs }) => briefs));

    expect(bodies(mock)).toHaveLength(6);
    const sorted = written.map((briefs) => briefs.toSorted((a, b) => (a.story < b.story ? -1 : 1)));
    expect(sorted[0]).toHaveLength(6);
    expect(sorted[0]?.every(({ method }) => method === 'model')).toBe(true);
    expect(sorted[1]).toEqual(sorted[0]);
    expect(sorted[2]).toEqual(sorted[0]);
  },
);

modelTest(
  'a worker killed while the model writes leaves the brief to one of the others',
  { timeout: 120_000 },
  async ({ db, url, mock }) => {
    let asked = 0;
    mock.onMessage(/./, async (request) => {
      asked += 1;
      if (asked === 1) await new Promise(() => {});
      return { content: honestBrief(request) };
    });
    const { id } = await keepStory(db);
    const args = [url, `${mock.url}/v1`, 'en', id];

    const killed = startWorker(...args);
    await vi.waitFor(() => expect(asked).toBe(1), { timeout: 60_000, interval: 50 });
    killed.child.kill('SIGKILL');
    await once(killed.child, 'close');
    // Its claim would lapse in 30 s.
    await db
      .updateTable('briefs')
      .set({ claimed_until: new Date(0) })
      .execute();
    const others = [startWorker(...args), startWorker(...args)];
    const written = await Promise.all(others.map(({ briefs }) => briefs));

    expect(await killed.briefs).toEqual([]);
    expect(asked, 'the killed request, and one more').toBe(2);
    expect(written[0]).toMatchObject([{ story: id, method: 'model' }]);
    expect(written[1]).toEqual(written[0]);
    expect(await db.selectFrom('briefs').select(['attempts', 'claimed_until']).execute()).toEqual([
      { attempts: 2, claimed_until: null },
    ]);
  },
);
