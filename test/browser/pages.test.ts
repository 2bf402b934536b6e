/** The pages in a real browser: with and without a script, by keyboard, on a phone, in the dark. */

import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { action } from '../../src/action.ts';
import type { Inbound } from '../../src/adapter.ts';
import { content, paragraph } from '../../src/content.ts';
import type { ChannelId, MessageId, PartId } from '../../src/model.ts';
import { changeChannel } from '../../src/store/channels.ts';
import { aClaim, aDigest, aDigestStory, partIds } from '../support/builders.ts';
import { chromiumPath, needsChromium, openBrowser } from '../support/chromium.ts';
import { storeTest } from '../support/store.ts';
import { type Installation, makeChannel, startInstallation } from '../web/installation.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1400, height: 900 } };

describe.skipIf(chromiumPath === null)(`in a browser${needsChromium}`, () => {
  let browser: Browser;
  let web: Installation;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await web.close();
    expect(faults.splice(0)).toEqual([]);
  });

  async function visit(path: string, options: BrowserContextOptions = desktop): Promise<Page> {
    const context = await browser.newContext(options);
    const [name, value] = web.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: web.url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) faults.push(message.text());
    });
    await page.goto(web.url + path);
    return page;
  }

  async function withDigest(url: string): Promise<string[]> {
    web = await startInstallation(url);
    const channel = await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
    const gauge = {
      gauge: 'terminator-idiocracy',
      scores: [3, 1] as [number, number],
      verdict: 0 as const,
      reason: aClaim('Why.'),
      estimate: true,
    };
    const first = aDigestStory({ update: 'A second one is planned.', gauges: [gauge], topics: ['energy'] });
    const digest = aDigest({ channel: channel.id, stories: [first, ...aDigest({ stories: 4 }).stories], sample: true });
    const posted = await web.adapter.post(
      { channel: channel.id, thread: null },
      web.adapter.render(digest, channel, partIds())[0]!,
    );
    web.onInbound((inbound) =>
      reply(inbound, `Answer to ${inbound.kind === 'message' ? inbound.text : inbound.kind}.`),
    );
    return posted.messages.map(({ id }) => id.slice('web:'.length));
  }

  async function reply(inbound: Inbound, text: string): Promise<void> {
    const thread = 'parent' in inbound ? inbound.parent : null;
    const said = content([paragraph(text)], {
      buttons: [{ label: 'Helpful', press: action('rate', { value: 'yes' }), style: 'plain' }],
    });
    const to = {
      place: { channel: inbound.channel, thread: thread as MessageId | null },
      handle: null,
      message: null,
      author: inbound.author,
      title: null,
      repeated: false,
    };
    await web.adapter.reply(to, said, randomUUID() as PartId);
  }

  storeTest('ages move on while a page is left open', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/');
    await page.clock.install();
    await page.reload();
    const ages = () => page.locator('.turn.story time').allInnerTexts();
    const before = await ages();
    await page.clock.fastForward('49:00:00');
    expect(before.every((age) => /ago|now/.test(age))).toBe(true);
    await expect.poll(ages).not.toEqual(before);
    expect((await ages()).every((age) => /^\d+[hd] ago$/.test(age))).toBe(true);
  });

  storeTest('a message is sent by Enter, stands there at once, and is answered without a reload', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/');
    await page.evaluate(() => Object.assign(window, { here: true }));
    await page.locator('#text').fill('what is new?\nand why?');
    await page.locator('#text').press('Enter');

    await page.locator('#log .turn.you .bubble', { hasText: 'what is new?' }).waitFor();
    await page.locator('#log .turn.us.said', { hasText: 'Answer to what is new?' }).waitFor();
    await page.locator('#log .turn.you[data-id]').waitFor();
    expect(await page.locator('#log .turn.you').count()).toBe(1);
    expect(await page.locator('.working, .pending').count()).toBe(0);
    expect(await page.locator('#text').inputValue()).toBe('');
    expect(await page.evaluate(() => 'here' in window)).toBe(true);

    await page.locator('#text').blur();
    await page.keyboard.type('typed into nothing');
    expect(await page.locator('#text').inputValue()).toBe('typed into nothing');
  });

  storeTest('everything works without a script', async ({ url }) => {
    const rows = await withDigest(url);
    const page = await visit('/', { ...desktop, javaScriptEnabled: false });
    await page.locator('#text').fill('what is new?');
    await page.locator('.composer .send').click();
    await page.locator('#log .turn.us.said', { hasText: 'Answer to what is new?' }).waitFor();

    await page.locator(`#m${rows[1]}`).getByRole('button', { name: 'Key points' }).click();
    await page.waitForURL(`**/c/home/t/${rows[1]}*`);
    await page.locator('#thread-log', { hasText: 'Answer to press.' }).waitFor();
    await page.locator('#thread-text').fill('and who?');
    await page.locator('.thread .send').click();
    await page.locator('#thread-log', { hasText: 'Answer to and who?' }).waitFor();
    await page.locator('.thread .close').click();
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  storeTest('who reads further up is told of a digest by its head, not by its last story', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/');
    await page
      .locator('.scroller')
      .first()
      .evaluate((scroller) => scroller.scrollTo(0, -scroller.scrollHeight));
    const channel = await makeChannel(web.deps.db, { id: 'web:home' as ChannelId });
    const another = aDigest({ channel: channel.id, stories: 3 });
    await web.adapter.post({ channel: channel.id, thread: null }, web.adapter.render(another, channel, partIds())[0]!);

    await expect.poll(() => page.locator('#log .turn.story').count()).toBe(8);
    expect(await page.locator('.newer').innerText()).toMatch(/^↓ .*November/);
  });

  storeTest('the newest message is in view, with and without a script', async ({ url }) => {
    await withDigest(url);
    await reply(
      { channel: 'web:home', author: { id: '', name: null, administrator: null } } as Inbound,
      'The last word.',
    );
    for (const javaScriptEnabled of [true, false]) {
      const page = await visit('/', { ...desktop, javaScriptEnabled });
      const last = await page.locator('#log .turn').last().boundingBox();
      expect(last!.y + last!.height).toBeLessThan(900);
    }
  });

  storeTest('by keyboard alone: to a story, into its thread, a question, and back', async ({ url }) => {
    const rows = await withDigest(url);
    const page = await visit('/');
    await page.locator(`#m${rows[2]} .headline a`).focus();
    await page.keyboard.press('Enter');
    await page.locator('#thread-text').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'thread-text');
    expect(new URL(page.url()).pathname).toBe(`/c/home/t/${rows[2]}`);
    await page.keyboard.type('how many homes?');
    await page.keyboard.press('Enter');
    await page.locator('#thread-log .turn.us', { hasText: 'Answer to how many homes?' }).waitFor();
    expect(web.received).toMatchObject([{ parent: `web:${rows[2]}` }]);
    await page.locator(`#m${rows[2]} .thread-link`, { hasText: '2 replies' }).waitFor();

    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.matches('.headline a'));
    expect(new URL(page.url()).pathname).toBe('/c/home');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await page.keyboard.type('line one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('line two');
    expect(await page.locator('#text').inputValue()).toBe('line one\nline two');
  });

  storeTest('commands are suggested, and so is what can be followed', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/');
    await page.locator('#text').pressSequentially('su');
    const shown = page.locator('#hints li:visible');
    await shown.first().waitFor();
    expect(await shown.locator('code').first().textContent()).toMatch(/^subscribe/);
    await page.locator('#text').fill('');
    await page.locator('#text').pressSequentially('subscribe art');
    await page.locator('#hints .found', { hasText: 'Artificial intelligence' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('#text').inputValue()).toBe('subscribe Artificial intelligence');
    expect(web.received).toEqual([]);
  });

  storeTest('what cannot be sent is kept, and sent once when tried again', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/');
    await page.context().setOffline(true);
    await page.locator('#text').fill('are you there?');
    await page.locator('#text').press('Enter');
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.context().setOffline(false);
    await again.click();
    await page.locator('#log .turn.us', { hasText: 'Answer to are you there?' }).waitFor();
    expect(web.received).toHaveLength(1);
    expect(await page.locator('#log .turn.you').count()).toBe(1);
  });

  storeTest('an answer grows before the reader’s eyes, in one message', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/');
    const author = { id: '', name: null, administrator: null };
    const to = {
      place: { channel: 'web:home' as ChannelId, thread: null },
      handle: null,
      message: null,
      author,
      title: null,
      repeated: false,
    };
    await page.locator('[data-connected=yes]').waitFor();
    await web.adapter.working!(to);
    await page.locator('#log .working').waitFor();
    const stream = await web.adapter.stream!(to, randomUUID() as PartId);
    await stream.append('It opened on');
    await page.locator('#log .streaming .draft', { hasText: 'It opened on' }).waitFor();
    expect(await page.locator('#log .working').count()).toBe(0);
    await stream.finish(content([paragraph('It opened on Monday.')]));
    await page.locator('#log .said', { hasText: 'It opened on Monday.' }).waitFor();
    expect(await page.locator('#log .streaming').count()).toBe(0);
  });

  storeTest('a page that was away catches up, once', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/');
    await page.locator('[data-connected=yes]').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    const away = { channel: 'web:home', author: { id: '', name: null, administrator: null } } as Inbound;
    await reply(away, 'Said meanwhile.');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('#log .said', { hasText: 'Said meanwhile.' }).waitFor();
    expect(await page.locator('#log .said').count()).toBe(1);
  });

  storeTest(
    'when the channel speaks another language the page does, but not under a begun message',
    async ({ url }) => {
      web = await startInstallation(url);
      const { db } = web.deps;
      const channel = await makeChannel(db, { id: 'web:home' as ChannelId });
      const page = await visit('/c/home');
      await page.waitForSelector('[data-connected=yes]');
      const author = { id: 'me', name: null, administrator: null };
      const to = { place: { channel: channel.id, thread: null }, message: null, author, title: null, handle: null };
      const reply = (text: string) =>
        web.adapter.reply({ ...to, repeated: false }, content([paragraph(text)]), randomUUID() as PartId);

      await changeChannel(db, channel.id, { language: 'ja' });
      await page.fill('textarea', 'half a');
      await reply('One.');
      await page.getByText('One.').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.inputValue('textarea')).toBe('half a');
      await page.fill('textarea', '');
      await reply('Two.');
      await page.locator('html[lang=ja]').waitFor();
      await page.getByText('Two.').waitFor();
    },
  );

  storeTest('on a phone a thread lies over the channel, and nothing is wider than the screen', async ({ url }) => {
    const rows = await withDigest(url);
    for (const path of ['/', `/c/home/t/${rows[1]}`, '/sources', '/topics', '/c/home/settings', '/nowhere']) {
      const page = await visit(path, phone);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    }
    const page = await visit(`/c/home/t/${rows[1]}`, phone);
    expect(await page.locator('.thread').boundingBox()).toMatchObject({ x: 0, y: 0, width: 360 });
    await page.locator('.thread .close').click();
    await page.locator('.side-menu summary').click();
    await page.locator('.channel-list a').first().waitFor({ state: 'visible' });
  });

  storeTest('each button is heard with the story that it is of, and seen without', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/');
    const of = 'Story 2 of the morning';
    for (const name of ['Key points', 'Ask', 'More like this', 'Less like this'])
      await page.getByRole('button', { name: `${name} ${of}`, exact: true }).waitFor();
    for (const name of ['Open', 'Discuss'])
      await page.getByRole('link', { name: `${name} ${of}`, exact: true }).waitFor();
    const box = await page.getByRole('button', { name: `Ask ${of}` }).boundingBox();
    expect(box!.width).toBeLessThan(80);
  });

  storeTest('what is half written is there again after another page, a reload and a closed thread', async ({ url }) => {
    const rows = await withDigest(url);
    const page = await visit('/');
    await page.locator('#text').pressSequentially('half a');
    await page.goto(`${web.url}/topics`);
    await page.goto(web.url);
    await expect.poll(() => page.inputValue('#text')).toBe('half a');

    await page.locator(`#m${rows[1]} .thread-link`).click();
    await page.locator('#thread-text').pressSequentially('why did');
    await page.keyboard.press('Escape');
    await page.locator('#thread-text').waitFor({ state: 'detached' });
    await page.locator(`#m${rows[2]} .thread-link`).click();
    await page.locator(`.composer[data-thread="${rows[2]}"]`).waitFor();
    expect(await page.inputValue('#thread-text')).toBe('');
    await page.locator(`#m${rows[1]} .thread-link`).click();
    await page.locator(`.composer[data-thread="${rows[1]}"]`).waitFor();
    await expect.poll(() => page.inputValue('#thread-text')).toBe('why did');

    await page.locator('#thread-text').press('Enter');
    await page.locator('#thread-log', { hasText: 'Answer to why did.' }).waitFor();
    await page.reload();
    expect(await page.inputValue('#thread-text')).toBe('');
  });

  storeTest('a double click on a button is one press', async ({ url }) => {
    const rows = await withDigest(url);
    const pressed: (string | null)[] = [];
    web.onInbound(async (inbound) => {
      if (inbound.kind === 'press') pressed.push(inbound.message);
    });
    const page = await visit('/');
    await page.locator(`#m${rows[1]} .rate button`).first().dblclick();
    await page.locator(`#m${rows[2]} .rate button`).first().click();
    await expect.poll(() => pressed).toContain(`web:${rows[2]}`);
    expect(pressed).toEqual([`web:${rows[1]}`, `web:${rows[2]}`]);
  });

  storeTest('on a phone a story has its number, and its text the whole width', async ({ url }) => {
    const rows = await withDigest(url);
    const page = await visit('/', phone);
    const card = page.locator(`#m${rows[2]}`);
    await card.locator('.number').waitFor({ state: 'visible' });
    const [turn, gist] = await Promise.all([card.boundingBox(), card.locator('.gist').boundingBox()]);
    expect(gist!.width).toBeGreaterThan(turn!.width - 60);
  });

  storeTest('nothing moves while a page loads', async ({ url }) => {
    await withDigest(url);
    const page = await visit('/', desktop);
    await page.locator('#log .turn').last().waitFor();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let total = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) total += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(total)));
        }),
    );
    expect(shift).toBeLessThan(0.01);
  });

  storeTest(
    'axe finds nothing to mend, in the light and in the dark',
    async ({ url }) => {
      const rows = await withDigest(url);
      await web.send('/c/home/say', { text: 'what did it cost?', event: randomUUID(), thread: rows[1]! });
      const paths = ['/', `/c/home/t/${rows[1]}`, '/sources', '/topics', '/c/home/settings', '/nowhere'];
      for (const options of [desktop, phone]) {
        for (const path of paths) {
          const page = await visit(path, { ...options, colorScheme: 'light', bypassCSP: true });
          await page.addScriptTag({ path: axe });
          const light = await background(page);
          expect(await violations(page), `${path} at ${options.viewport.width}`).toEqual([]);
          // The dark differs by its colours alone, so only the rules on colour are asked again.
          await page.emulateMedia({ colorScheme: 'dark' });
          await expect.poll(() => background(page)).not.toBe(light);
          await colourHasSettled(page);
          expect(
            await violations(page, ['color-contrast', 'link-in-text-block']),
            `${path} at ${options.viewport.width}, dark`,
          ).toEqual([]);
          await page.context().close();
        }
      }
    },
    60_000,
  );
});

async function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** A button's colour glides to its new one; half-way it is nobody's choice. */
async function colourHasSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const gliding = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.all(gliding.map(({ finished }) => finished));
  });
}

/** @param rules the ids to keep to; every rule without. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { run } = (
      window as unknown as {
        axe: {
          run: (options: {
            runOnly?: readonly string[];
          }) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await run(runOnly === undefined ? {} : { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
  }, rules);
}
