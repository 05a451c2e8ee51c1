// Opens the monitor's page in Chromium. Each line on stdin is a command, each answer a line of JSON:
//   figures           what the page shows just now
//   look WIDTH SCHEME /#PATH   serious findings of axe, overflow and errors of a page looked at so
//   find CASE         what the page of a case shows that was found by its number, by keyboard alone
//   key KEY           the prose that the page of that case shows once the key is typed in
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const [url, executablePath, profile] = process.argv.slice(2);
// milliseconds for whatever is waited for, on a slow machine too
const PATIENCE = 120_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  timeout: PATIENCE,
});
browser.setDefaultTimeout(PATIENCE);
const problems = [];

async function open(path, width, scheme) {
  const page = await browser.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => request.url().startsWith(url) || problems.push(`asked for ${request.url()}`));
  await page.goto(url + path);
  await page.waitForSelector('#live[data-state="live"]');
  return page;
}

const page = await open('/', 1280, 'light');
let casePage = null;

const commands = {
  figures: () => page.evaluate(() => {
    const number = (text) => Number(text.replaceAll(',', ''));
    const cells = (row) => [...row.cells].map((cell) => cell.textContent);
    const figures = Object.fromEntries([...document.querySelectorAll('[data-figure]')].map((one) => [one.dataset.figure, number(one.textContent)]));
    const categories = Object.fromEntries([...document.querySelectorAll('button.pick')].map((one) => [one.dataset.name, number(cells(one.closest('tr'))[2])]));
    const deadLetters = Object.fromEntries([...document.querySelectorAll('[data-code]')].map((row) => [row.dataset.code, number(cells(row)[2])]));
    const warnings = Object.fromEntries([...document.querySelectorAll('[data-warning]')].map((row) => [row.dataset.warning, number(cells(row)[2])]));
    const underWay = [...document.querySelectorAll('[data-lag]')].reduce((sum, one) => sum + number(one.textContent), 0);
    const newest = document.querySelector('.case a')?.textContent ?? null;
    const sinks = Object.fromEntries([...document.querySelectorAll('[data-sink]')].map((row) => [row.dataset.sink, cells(row).join(' | ')]));
    const reconciliation = document.querySelector('[data-panel="reconciliation"]').textContent;
    return { figures, categories, deadLetters, warnings, underWay, newest, sinks, reconciliation };
  }),

  async look(width, scheme, path) {
    const looked = await open(path, Number(width), scheme);
    await looked.waitForSelector('main h1');
    await looked.waitForSelector(path === '/' ? '.case' : '.revisions');
    await looked.evaluate(axe);
    const findings = await looked.evaluate(() => globalThis.axe.run().then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`))));
    const overflow = await looked.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await looked.close();
    return { findings, overflow: Math.max(0, overflow), problems };
  },

  async find(caseNumber) {
    casePage = await open('/', 390, 'dark');
    await casePage.keyboard.press('Tab');
    await casePage.keyboard.press('Tab');
    await casePage.keyboard.press('Tab');
    await casePage.keyboard.type(caseNumber);
    await casePage.waitForSelector('#found a');
    await casePage.keyboard.press('ArrowDown');
    await casePage.keyboard.press('Enter');
    await casePage.waitForSelector('.revisions');
    return casePage.evaluate(() => ({
      title: document.querySelector('h1').textContent,
      revisions: [...document.querySelectorAll('.revisions li')].map((row) => row.textContent.slice(0, 10)),
      changes: [...document.querySelectorAll('.changed')].map((one) => one.textContent),
      prose: document.querySelectorAll('.prose').length,
    }));
  },

  async key(key) {
    await casePage.fill('#clinical-key', key);
    await casePage.keyboard.press('Enter');
    await casePage.waitForSelector('.prose');
    return casePage.locator('.prose').allTextContents();
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...rest] = line.split(' ');
  console.log(JSON.stringify(await commands[name](...rest)));
}
await browser.close();
