import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '../../src/main/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): { line: string; fields: Record<string, unknown> } {
  let line = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      line += String(chunk);
      done();
    },
  });
  write(createLog('info', stream));
  return { line, fields: JSON.parse(line) };
}

test.for(['error', 'err'])('an error under %s is logged whole: message, place and cause', (name) => {
  const error = new Error('slack chat.postMessage: connection lost', { cause: new TypeError('fetch failed') });
  const { fields } = logged((log) => log.error({ job: 'post-delivery', [name]: error }, 'job failed'));
  expect(fields).toMatchObject({
    msg: 'job failed',
    job: 'post-delivery',
    [name]: {
      type: 'Error',
      message: 'slack chat.postMessage: connection lost',
      stack: expect.stringContaining('log.test.ts'),
      cause: { type: 'TypeError', message: 'fetch failed' },
    },
  });
});

test('what an SDK hangs on its errors stays out: requests with our tokens, rows with people’s words', () => {
  const request = Object.assign(new Error('request failed'), { config: { headers: { cookie: 'xoxb-secret' } } });
  const row = Object.assign(new Error('null value'), { code: '23502', detail: 'Failing row contains (my words)' });
  const error = Object.assign(new Error('broken', { cause: request }), { original: request });
  expect(logged((log) => log.error({ error }, 'job failed')).line).not.toContain('xoxb-secret');
  const { line, fields } = logged((log) => log.error({ error: row }, 'job failed'));
  expect(line).not.toContain('my words');
  expect(fields.error).toMatchObject({ code: '23502' });
});

test('of several failures in one each is told, and a text stays a text', () => {
  const error = new AggregateError([
    new Error('connect ECONNREFUSED ::1'),
    new Error('connect ECONNREFUSED 127.0.0.1'),
  ]);
  expect(logged((log) => log.warn({ error }, 'tick')).fields.error).toMatchObject({
    errors: [{ message: 'connect ECONNREFUSED ::1' }, { message: 'connect ECONNREFUSED 127.0.0.1' }],
  });
  expect(logged((log) => log.warn({ error: 'plain words' }, 'tick')).fields.error).toBe('plain words');
});

test('errors that cause each other come to an end', () => {
  const [one, other] = [new Error('one'), new Error('other')];
  one.cause = other;
  other.cause = one;
  expect(logged((log) => log.error({ error: one }, 'job failed')).line.length).toBeLessThan(20_000);
});
