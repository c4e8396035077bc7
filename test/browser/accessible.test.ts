import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { anyExampleDatabase } from '../setup/databases.ts';
import { withChromium } from '../setup/programs.ts';
import { drawn, mapInBrowser, violations } from './map-page.ts';

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

withChromium('the web map for everyone', (browser) =>
  anyExampleDatabase('of the example county', (given) => {
    const map = mapInBrowser(given, browser);

    it('prints the map with its legends, without its buttons', async () => {
      const page = await map.asItOpens();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.map canvas').isVisible()).to.equal(true);
      expect(await page.locator('.tools').isVisible()).to.equal(false);
      expect(await page.locator('#layer-plan').isVisible()).to.equal(false);
      expect(await page.getByText('Over skoggrensen').isVisible()).to.equal(true);
      await page.emulateMedia({ media: null });
    });

    it('breaks no rule of WCAG that a program can find, with everything open', async () => {
      const page = await map.asItOpens();
      expect(await violations(page)).to.deep.equal([]);
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true;
      });
      expect(await violations(page)).to.deep.equal([]);
      await page.mouse.click(800, 400);
      await page.locator('.facts').waitFor();
      expect(await violations(page)).to.deep.equal([]);
      await page.getByRole('tab', { name: 'Sjekk en plan' }).click();
      expect(await violations(page)).to.deep.equal([]);
    });

    it('is used with the keyboard alone: to the map, along it, facts and back', async () => {
      const page = await map.open();
      const focused = () => page.evaluate(() => document.activeElement?.tagName);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Gå til kartet');
      await page.keyboard.press('Enter');
      expect(await focused()).to.equal('CANVAS');
      expect(await page.locator('.cross-hint').isVisible()).to.equal(true);
      const before = await page.evaluate(() => location.hash);
      await page.keyboard.press('ArrowUp');
      await page.waitForFunction((hash) => location.hash !== hash, before);
      await drawn(page);
      await page.keyboard.press('Enter');
      await page.locator('.facts').waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).to.equal('facts-heading');
      await page.keyboard.press('Escape');
      expect(await page.locator('.facts').isVisible()).to.equal(false);
      expect(await focused()).to.equal('CANVAS');
    });

    it('reaches every control with Tab, each with a visible focus', async () => {
      const page = await map.open();
      const unseen: string[] = [];
      const reached = new Set<string>();
      for (let press = 0; press < 80; press++) {
        await page.keyboard.press('Tab');
        const { label, outline } = await page.evaluate(() => {
          const at = document.activeElement as HTMLElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(at);
          const label = at.getAttribute('aria-label') ?? at.id ?? at.textContent;
          return { label: `${at.tagName} ${label}`, outline: outlineStyle !== 'none' && outlineWidth !== '0px' };
        });
        reached.add(label);
        if (!outline && !label.startsWith('BODY')) unseen.push(label);
      }
      expect(unseen).to.deep.equal([]);
      const said = [...reached].join('\n');
      for (const wanted of ['municipality-search', 'tab-layers', 'layer-water', 'Zoom inn', 'Kopier lenke', 'Skriv ut'])
        expect(said).to.contain(wanted);
    });

    it('finds a municipality by its beginning and goes there', async () => {
      const page = await map.open();
      const before = await page.evaluate(() => location.hash);
      const { municipalities } = (await (await fetch(`${map.url()}/municipalities`)).json()) as {
        municipalities: { name: string }[];
      };
      const name = municipalities[1]?.name ?? '';
      const search = page.getByRole('combobox', { name: 'Finn kommune' });
      await search.fill(name.slice(0, 4).toLowerCase());
      expect(await page.getByRole('option').allInnerTexts()).to.satisfy((hits: string[]) =>
        hits.some((hit) => hit.startsWith(name)),
      );
      expect(await violations(page)).to.deep.equal([]);
      await search.press('Enter');
      await page.waitForFunction((hash) => location.hash !== hash, before);
      expect(await search.inputValue()).to.equal(name);
      await search.fill('finnes ikke');
      expect(await page.locator('.search [role=status]').innerText()).to.contain('Ingen kommune');
    });

    for (const [what, viewport, scale] of [
      ['320 pixels wide', { width: 320, height: 640 }, 1],
      ['at 200 % zoom', { width: 640, height: 400 }, 2],
    ] as const)
      it(`works ${what}: nothing runs out sideways, layers and facts come as sheets`, async () => {
        const page = await map.open('', { viewport, deviceScaleFactor: scale });
        expect(await sideways(page)).to.equal(0);
        const handle = page.getByRole('button', { name: 'Kartlag og plansjekk' });
        await handle.click();
        expect(await handle.getAttribute('aria-expanded')).to.equal('true');
        await page.locator('#layer-water').uncheck();
        expect(await sideways(page)).to.equal(0);
        expect(await violations(page)).to.deep.equal([]);
        await handle.click();
        const box = await page.locator('.map canvas').boundingBox();
        await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
        const sheet = page.locator('.facts');
        await sheet.waitFor();
        expect((await sheet.boundingBox())?.width).to.equal(viewport.width);
        expect(await sideways(page)).to.equal(0);
        expect(await violations(page)).to.deep.equal([]);
      });
  }),
);
