/** A real browser, where there is one: `CHROMIUM`, or the usual places. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

export const chromiumPath =
  [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path !== undefined && existsSync(path)) ?? null;

/** For the name of a test that waits for it. */
export const needsChromium = chromiumPath === null ? ' (waits for Chromium: install it, or name it in CHROMIUM)' : '';

/** It speaks to nobody but the page's own server. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error(`no browser${needsChromium}`);
  return chromium.launch({ executablePath: chromiumPath, args: quietly });
}
