/**
 * The newcomer's minute, measured: first start to banner and to digest, later starts, idle memory of all processes
 * together (PSS), a question in the chat. Run: node test/bench/start.ts [runs]
 */
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../src/store/database.ts';
import { type Program, startProgram, until } from '../support/program.ts';

const runs = Number(process.argv[2] ?? 3);
const questions = [
  'What does Kestrel 3 need to run?',
  'How many parameters does Kestrel 3 have?',
  'Why did the backups survive?',
  'Who is the first customer of Tsubame?',
];

interface Figures {
  firstReadyMs: number;
  firstDigestMs: number;
  laterReadyMs: number;
  idlePssMb: number;
  answerMs: number[];
}

const all: Figures[] = [];
for (let run = 0; run < runs; run++) all.push(await measure());
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
const answers = all.flatMap(({ answerMs }) => answerMs);
console.table({
  'first start to banner, s': median(all.map(({ firstReadyMs }) => firstReadyMs)) / 1000,
  'first start to digest (samples), s': median(all.map(({ firstDigestMs }) => firstDigestMs)) / 1000,
  'later start to banner, s': median(all.map(({ laterReadyMs }) => laterReadyMs)) / 1000,
  'idle memory of all processes (PSS), MB': Math.round(median(all.map(({ idlePssMb }) => idlePssMb))),
  'question to answer, median ms': Math.round(median(answers)),
  'question to answer, slowest ms': Math.round(Math.max(...answers)),
});

async function measure(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'tidings-bench-'));
  await chmod(folder, 0o755);
  const env = { DATA_DIR: folder, TRIAL: 'samples' };
  const startedAt = Date.now();
  const first = await startProgram({ env });
  const { db } = openDatabase(await urlOf(first, folder), 2);
  await until(
    async () => (await sql<{ n: number }>`select count(*)::int as n from web_messages`.execute(db)).rows[0]!.n > 0,
    'a digest',
  );
  const firstDigestMs = Date.now() - startedAt;
  const answerMs: number[] = [];
  for (const question of questions) answerMs.push(await timeAnswer(question, first, db));
  await db.destroy();
  await first.end('SIGTERM');
  const later = await startProgram({ env });
  // Idle: threads and connections that are not used are given back within half a minute.
  await new Promise((resolve) => setTimeout(resolve, 35_000));
  const idlePssMb = await pssOf(later.process.pid as number, folder);
  await later.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
  return { firstReadyMs: first.readyMs, firstDigestMs, laterReadyMs: later.readyMs, idlePssMb, answerMs };
}

async function urlOf(_program: Program, folder: string): Promise<string> {
  const { createHash } = await import('node:crypto');
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 10);
  return `postgresql://tidings@localhost/tidings?host=${encodeURIComponent(`/tmp/tidings-${mark}`)}`;
}

async function timeAnswer(
  question: string,
  program: Program,
  db: ReturnType<typeof openDatabase>['db'],
): Promise<number> {
  const { rows } = await sql<{ id: number }>`select max(id) as id from web_messages`.execute(db);
  const askedAt = performance.now();
  await program.say(question);
  await until(
    async () =>
      (await sql`select 1 from web_messages where id > ${rows[0]!.id} and part_id is not null`.execute(db)).rows
        .length > 0,
    'an answer',
  );
  return performance.now() - askedAt;
}

/** Shared memory counted in parts: what the kernel would get back. Linux only. */
async function pssOf(pid: number, folder: string): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const postmaster = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const parentOf = async (each: number) =>
    Number(/PPid:\s+(\d+)/.exec(await readFile(`/proc/${each}/status`, 'utf8').catch(() => ''))?.[1] ?? 0);
  const parents = new Map(await Promise.all(pids.map(async (each) => [each, await parentOf(each)] as const)));
  const ours = pids.filter(
    (each) => [pid, postmaster].includes(each) || [pid, postmaster].includes(parents.get(each) ?? 0),
  );
  const sizes = await Promise.all(
    ours.map(async (each) =>
      Number(/^Pss:\s+(\d+)/m.exec(await readFile(`/proc/${each}/smaps_rollup`, 'utf8').catch(() => ''))?.[1] ?? 0),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
