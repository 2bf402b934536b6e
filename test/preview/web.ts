/** The picture in README: `node test/preview/web.ts` starts the program with its samples, and asks about the first story. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../support/chromium.ts';
import { startProgram } from '../support/program.ts';

const file = fileURLToPath(new URL('../../docs/screenshot.png', import.meta.url));
const question = 'What does it need to run?';

const folder = await mkdtemp(join(tmpdir(), 'tidings-preview-'));
await chmod(folder, 0o755);
const token = 'a-token-of-the-preview';
const program = await startProgram({ env: { DATA_DIR: folder, TRIAL: 'samples', WEB_TOKEN: token } });
const browser = await openBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1_360, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  await page.goto(`${program.address}/?token=${token}`);
  await page.locator('.turn.story').first().getByRole('button', { name: 'Key points' }).click();
  await page.locator('#thread .turn.said').first().waitFor();
  await page.locator('#thread textarea').fill(question);
  await page.locator('#thread textarea').press('Enter');
  await page.locator('#thread .turn.you', { hasText: question }).waitFor();
  await page.locator('#thread .turn.said').nth(1).waitFor();
  await page
    .locator('.digest')
    .first()
    .evaluate((digest) => digest.scrollIntoView({ block: 'start' }));
  await page.locator('.newer').evaluateAll((buttons) => {
    for (const button of buttons) button.remove();
  });
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {});
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await program.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}
