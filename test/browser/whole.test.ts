/** The whole program as a newcomer meets it: one command, then a browser. It is killed in between. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumPath, needsChromium, openBrowser } from '../support/chromium.ts';
import { nodeOptions } from '../support/program.ts';
import { freePort } from '../web/installation.ts';

/** A digest is there so long after the first start, in milliseconds; without other work on the machine it is far less. */
const firstDigestMs = 60_000;

describe.skipIf(chromiumPath === null)(`the whole program in a browser${needsChromium}`, () => {
  let browser: Browser;
  let folder: string;
  let port: number;
  let running: ChildProcess | null = null;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    [folder, port] = await Promise.all([mkdtemp(join(tmpdir(), 'tidings-whole-')), freePort()]);
  });
  afterEach(async () => {
    if (running !== null) await end(running, 'SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('digest, subscription, story, question; killed and started again, it goes on', {
    timeout: 180_000,
  }, async () => {
    const address = await start();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    await page.goto(address);
    await page.locator('.turn.digest').waitFor({ timeout: firstDigestMs });
    expect(page.url()).not.toContain('token');
    // Its stories come one after the other.
    await page
      .locator('.turn.story')
      .filter({ has: page.locator('.label', { hasText: 'sample' }) })
      .nth(2)
      .waitFor();

    await say(page, 'subscribe "tidal power"');
    await page.locator('#log .turn.us', { hasText: 'Following “tidal power”' }).waitFor();

    const story = page.locator('.turn.story').first();
    const headline = await story.locator('.headline').innerText();
    await story.getByRole('button', { name: 'Key points' }).click();
    await page.locator('#thread-log .turn.us', { hasText: 'What happened' }).waitFor();
    await ask(page, `What happened with ${headline}?`);
    await page.locator('#thread-log .turn.us blockquote').first().waitFor();
    const thread = page.url();
    const before = await words(page, '#thread-log');

    await end(running!, 'SIGKILL');
    await start();
    await page.goto(thread);
    expect(await words(page, '#thread-log')).toEqual(before);
    await ask(page, 'And who said so?');
    await page.locator('#thread-log .turn.us').nth(2).waitFor();
    await page.locator('.thread .close').click();
    await say(page, 'list');
    await page
      .locator('#log .turn.us', { hasText: 'This channel follows' })
      .filter({ hasText: 'tidal power' })
      .waitFor();
    expect(await page.locator('.turn.digest').count()).toBe(1);

    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByRole('link', { name: 'Read on the web' }).click();
    await page.locator('.digest-page .headline a').first().click();
    await page.locator('.story-page h1').waitFor();
    expect(await page.locator('.story-page h1').innerText()).toBe(headline);
    expect(await page.locator('.discussion li').count()).toBeGreaterThan(2);
  });

  /** @returns the address with the token, as the banner tells it. */
  async function start(): Promise<string> {
    // As in a fresh shell: the test runner's own variables (BASE_URL is one) are not the program's.
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, TRIAL: 'samples', DATA_DIR: folder, PORT: String(port) };
    const child = spawn(process.execPath, [...nodeOptions, 'src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    const said: string[] = [];
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    for await (const line of createInterface(child.stdout)) {
      said.push(line);
      const address = /http:\/\/\S+token=\S+/.exec(line)?.[0];
      if (address !== undefined) {
        child.stdout.resume();
        return address;
      }
    }
    throw new Error(`it ended before it was ready:\n${said.join('\n')}`);
  }
});

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
}

async function ask(page: Page, text: string): Promise<void> {
  await page.locator('#thread-text').fill(text);
  await page.locator('#thread-text').press('Enter');
}

async function words(page: Page, list: string): Promise<string[]> {
  return page.locator(`${list} .bubble, ${list} .speech`).allInnerTexts();
}
