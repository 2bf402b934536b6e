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
      process.stdout.write(`${json ? asciiControls(text) : withoutControls(text)}\n`);
    },
    err(text) {
      endLine();
      process.stderr.write(`${withoutControls(text)}\n`);
    },
    progress(done, total, label) {
      if (!live) return;
      const width = 24;
      const filled = total === 0 ? width : Math.round((done / total) * width);
      process.stderr.write(
        `\r\u001b[2K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total} ${withoutControls(label)}`,
      );
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

/** What is printed is in part a feed's: of control characters only the ends of lines and tabs reach the terminal. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/** JSON has escaped all but those above ASCII, and stays the same to who reads it. */
function asciiControls(text: string): string {
  return text.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
