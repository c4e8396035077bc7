import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { build } from 'vite';
import { processes } from '../../services/processes.ts';
import { serving } from '../api/serving.ts';
import type { Given } from '../setup/databases.ts';

export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Draws WebGL without a graphics card.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** The web map of a suite's database in a real browser. */
export interface MapInBrowser {
  /** The map at its first address, drawn, opened once for all tests of the suite that only look at it. */
  asItOpens(): Promise<Page>;
  /** Open a page of its own at `/map/` + address and wait until the map is drawn. */
  open(address?: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same without waiting: for pages that are not to succeed. `prepare` runs before the page is asked for. */
  visit(address: string, prepare: (page: Page) => Promise<unknown>): Promise<Page>;
  url: () => string;
  /** Addresses outside the service that any page has asked for. */
  outside: string[];
  /** What any page has complained about on its console. */
  complaints: string[];
}

let built: Promise<unknown> | undefined;

/** Build the viewer as it is now, serve the database, start the browser; all end with the suite. */
export function mapInBrowser(given: Given, executablePath: string): MapInBrowser {
  const { url } = serving(given, { processes: [...processes] });
  const outside: string[] = [];
  const complaints: string[] = [];
  let browser: Browser;
  let first: Promise<Page> | undefined;
  before(async () => {
    const configFile = path.resolve(import.meta.dirname, '../../tiles/viewer/vite.config.ts');
    await (built ??= build({ configFile, logLevel: 'warn' }));
    browser = await chromium.launch({ executablePath, args: flags });
  });
  // A map that nobody looks at any more would go on drawing beside the next.
  afterEach(async () => {
    const kept = (await first)?.context();
    for (const context of browser.contexts()) if (context !== kept) await context.close();
  });
  after(() => browser.close());

  const visit: MapInBrowser['visit'] = async (address, prepare) => pageFor({ viewport: size }, address, prepare);
  const pageFor = async (
    options: BrowserContextOptions,
    address: string,
    prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ) => {
    const page = await (await browser.newContext(options)).newPage();
    page.on('request', (request) => {
      const asked = request.url();
      if (!asked.startsWith(`${url()}/`) && !/^(data|blob):/.test(asked)) outside.push(asked);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await prepare(page);
    await page.goto(`${url()}/map/${address}`);
    return page;
  };
  const open: MapInBrowser['open'] = async (address = '', options = {}) => {
    const page = await pageFor({ viewport: size, ...options }, address);
    await drawn(page);
    return page;
  };
  return {
    asItOpens: () => (first ??= open()),
    open,
    visit,
    url,
    outside,
    complaints,
  };
}

const size = { width: 1280, height: 800 };

/** Violations of WCAG 2.2 A and AA that a program can find, with what is wrong where. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .setLegacyMode() // without a second page, which only frames of other hosts need
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${failureSummary} ${html}`),
  );
}

/** Wait until all tiles in view are drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('.map canvas').waitFor();
  await page.locator('.readout').waitFor({ state: 'attached' });
  await page.locator('.busy').waitFor({ state: 'hidden' });
}

/** Ask until it is so: the map draws when it is ready, not when it is told. */
export async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 100; time++) {
    if (await isSo()) return;
    await wait(200);
  }
  throw new Error('It did not come to pass.');
}

/** What the map shows: how many pixels of each colour, as `r,g,b`. */
export async function coloursOf(page: Page): Promise<Map<string, number>> {
  const counted = await page.locator('.map canvas').evaluate((canvas) => {
    const copy = document.createElement('canvas');
    const source = canvas as HTMLCanvasElement;
    copy.width = source.width;
    copy.height = source.height;
    const pen = copy.getContext('2d');
    if (!pen) return [];
    pen.drawImage(source, 0, 0);
    const { data } = pen.getImageData(0, 0, copy.width, copy.height);
    const counts: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return Object.entries(counts);
  });
  return new Map(counted);
}
