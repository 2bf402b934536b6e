import { afterEach, expect, test, vi } from 'vitest';
import { terminalIo } from '../../src/cli/io.ts';

afterEach(() => void vi.restoreAllMocks());

/** What stands on standard output after `run`. */
function printed(json: boolean, run: (io: ReturnType<typeof terminalIo>) => void): string {
  let all = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    all += String(text);
    return true;
  });
  run(terminalIo(json, {}, () => Promise.reject(new Error('no database here'))));
  return all;
}

const headline = 'Quiet\u001b]0;owned\u0007 \u001b[2J\u009b31mred\rover';

test('terminal escapes in what a feed says are dead', () => {
  const shown = printed(false, (io) => io.out(`1.\t${headline}\n日本語 🙂`));

  expect(shown).toBe('1.\tQuiet]0;owned [2J31mredover\n日本語 🙂\n');
});

test('as JSON the same text comes back, and its control characters are escaped', () => {
  const shown = printed(true, (io) => io.out(JSON.stringify({ headline }, null, 2)));

  expect(JSON.parse(shown)).toEqual({ headline });
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
