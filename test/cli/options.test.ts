import { expect, test } from 'vitest';
import { readOptions } from '../../src/cli/options.ts';

const usage = '<file or address> [--language ja] [--questions file] [--json]';

test.for([
  [['file', '--language', 'ja', '--json']],
  [['--language', 'ja', 'file']],
  [['file', '-not this', '-']],
  [['file', '--help']],
])('%j are arguments', ([args]) => {
  expect(readOptions(args!, usage)).toEqual({ kind: 'args', args });
});

test('a value may be joined by =, and behind -- nothing is an option', () => {
  expect(readOptions(['--language=ja', '--', '--odd'], usage)).toEqual({
    kind: 'args',
    args: ['--language', 'ja', '--odd'],
  });
});

test.for([
  [['--langauge', 'ja', 'file'], 'There is no option --langauge. Did you mean --language?'],
  [['--lang=ja', 'file'], 'There is no option --lang. Did you mean --language?'],
  [['file', '-l', 'ja'], 'There is no option -l. Did you mean --language?'],
  [['file', '--xyz'], 'There is no option --xyz.'],
  [['file', '--language'], 'What should stand behind --language is missing.'],
  [['--language', '--json', 'file'], 'What should stand behind --language is missing.'],
  [['file', '--json=yes'], '--json takes no value.'],
] as const)('%j is refused: %s', ([args, say]) => {
  expect(readOptions([...args], usage)).toEqual({ kind: 'mistake', say });
});

test('a command without options has --help alone', () => {
  expect(readOptions(['--jsno'], '')).toEqual({ kind: 'mistake', say: 'There is no option --jsno.' });
  expect(readOptions(['--help'], '')).toEqual({ kind: 'args', args: ['--help'] });
});
