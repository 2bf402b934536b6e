import { expect, test } from 'vitest';
import { installMenu, menuLanguages } from '../../../adapters/line/rich-menu.ts';
import { decodeAction } from '../../../src/action.ts';
import { lineMenuCommand } from '../../../src/cli/line.ts';
import { accessToken, startLine } from './counterpart.ts';

const given = async () => {
  const line = await startLine();
  return {
    line,
    install: (language: (typeof menuLanguages)[number]) =>
      installMenu({ channelAccessToken: accessToken, apiUrl: line.apiUrl }, language),
  };
};

test.for(menuLanguages)('the menu in %s is made, pictured and shown to everybody', async (language) => {
  const { line, install } = await given();
  const id = await install(language);

  const { menu, image } = line.richMenus.get(id)!;
  expect(line.defaultMenu).toBe(id);
  expect([...image!.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
  const dimensions = Buffer.from(image!).subarray(16, 24);
  expect([dimensions.readUInt32BE(0), dimensions.readUInt32BE(4)]).toEqual([menu.size.width, menu.size.height]);
  expect(menu.areas.map(({ action }: { action: { data: string } }) => decodeAction(action.data)?.value)).toEqual([
    'digest',
    'topics',
    'settings',
    'help',
  ]);
  await line.close();
});

test('made again, it takes the place of the one before', async () => {
  const { line, install } = await given();
  await install('ja');
  const id = await install('en');
  expect([...line.richMenus.keys()]).toEqual([id]);
  await line.close();
});

test('the command says what it did, and what it cannot do', async () => {
  const said: string[] = [];
  const io = {
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
    json: false,
    progress: () => {},
    now: () => new Date(),
    env: {},
    open: () => Promise.reject(new Error('not needed')),
  };
  const command = lineMenuCommand(async () => ({ languages: menuLanguages, install: async () => 'richmenu-1' }));

  expect(await command.run([], io)).toBe(0);
  expect(await command.run(['fr'], io)).toBe(2);
  expect(await lineMenuCommand(null).run([], io)).toBe(2);
  expect(said.join('\n')).toMatch(/richmenu-1[\s\S]*ja, en, zh-TW[\s\S]*LINE_CHANNEL_ACCESS_TOKEN/);
});
