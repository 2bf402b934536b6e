/** The terminal, as commands see it. */
import type { Io } from './command.ts';

export interface TerminalIo extends Io {
  close(): Promise<void>;
}

export function terminalIo(
  json: boolean,
  env: Io['env'],
  openDatabase: () => Promise<{ db: Awaited<ReturnType<Io['open']>>['db']; close(): Promise<void> }>,
): TerminalIo {
  let opened: ReturnType<typeof openDatabase> | undefined;
  const live = process.stderr.isTTY === true && !json;
  let line = false;
  const endLine = () => {
    if (line) process.stderr.write('\r\u001b[2K');
    line = false;
  };
  return {
    json,
    env,
    now: () => new Date(),
    out(text) {
      endLine();
      process.stdout.write(`${text}\n`);
    },
    err(text) {
      endLine();
      process.stderr.write(`${text}\n`);
    },
    progress(done, total, label) {
      if (!live) return;
      const width = 24;
      const filled = total === 0 ? width : Math.round((done / total) * width);
      process.stderr.write(`\r\u001b[2K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total} ${label}`);
      line = true;
      if (done >= total) endLine();
    },
    async open() {
      opened ??= openDatabase();
      return opened;
    },
    async close() {
      endLine();
      await (await opened)?.close();
    },
  };
}
