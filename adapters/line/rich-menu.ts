/** The menu under a one-to-one chat: today, topics, settings, help. Made, pictured, and shown to everybody by a command. */
import { readFile } from 'node:fs/promises';
import type { messagingApi } from '@line/bot-sdk';
import { type Action, action, encodeAction } from '../../src/action.ts';
import type { Language } from '../../src/model.ts';
import { createClient, inTime } from './client.ts';
import { lineWords } from './words.ts';

/** Pixels of the pictures in menu/, which `test/preview/line.ts` draws. */
export const menuSize = { width: 1_200, height: 405 };

/** Languages that there is a picture for. */
export const menuLanguages = ['ja', 'en', 'zh-TW'] as const;
export type MenuLanguage = (typeof menuLanguages)[number];

export function menuItems(language: Language): { label: string; press: Action }[] {
  const words = lineWords(language);
  const command = (label: string, value: string) => ({ label, press: action('do', { value }) });
  return [
    command(words.today, 'digest'),
    command(words.topics, 'topics'),
    command(words.settings, 'settings'),
    command(words.help, 'help'),
  ];
}

const namePrefix = 'tidings-menu';

export function menuRequest(language: MenuLanguage): messagingApi.RichMenuRequest {
  const items = menuItems(language);
  const width = menuSize.width / items.length;
  const areas = items.map(({ label, press }, index) => ({
    bounds: { x: index * width, y: 0, width, height: menuSize.height },
    action: { type: 'postback' as const, label: label.slice(0, 20), data: encodeAction(press), displayText: label },
  }));
  return {
    size: menuSize,
    selected: true,
    name: `${namePrefix}-${language}`,
    chatBarText: { ja: 'メニュー', en: 'Menu', 'zh-TW': '選單' }[language],
    areas,
  };
}

/**
 * Puts the menu in the place of the one that was made before.
 *
 * @returns its id.
 * @throws HTTPFetchError of the SDK's, or TimedOut.
 */
export async function installMenu(
  given: { channelAccessToken: string; apiUrl?: string | undefined },
  language: MenuLanguage,
): Promise<string> {
  const client = createClient(given.channelAccessToken, given.apiUrl);
  const picture = await readFile(new URL(`./menu/${language}.png`, import.meta.url));
  const { richmenus } = await inTime(client.getRichMenuList());
  const { richMenuId } = await inTime(client.createRichMenu(menuRequest(language)));
  await inTime(client.setRichMenuImage(richMenuId, new Blob([picture], { type: 'image/png' })), 30_000);
  await inTime(client.setDefaultRichMenu(richMenuId));
  for (const { richMenuId: old, name } of richmenus)
    if (name.startsWith(namePrefix)) await inTime(client.deleteRichMenu(old));
  return richMenuId;
}
