import { expect } from 'chai';
import { chromium } from 'playwright-core';
import { loadSmallMunicipalities } from '../accounts/small-municipalities.ts';
import { serving } from '../api/serving.ts';
import { onServer } from '../setup/databases.ts';
import { withChromium } from '../setup/programs.ts';
import { flags, violations } from './map-page.ts';

withChromium('the page of a municipality', (executablePath) =>
  onServer('in the browser', (given) => {
    const { url } = serving(given);
    before(async function () {
      this.timeout(120_000);
      await loadSmallMunicipalities(given);
    });

    it('breaks no rule of WCAG that a program can find, wide, narrow and on paper, and compares without a script', async () => {
      const browser = await chromium.launch({ executablePath, args: flags });
      try {
        const context = await browser.newContext();
        const page = await context.newPage();
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          await page.goto(`${url()}/municipalities/9901?f=html&lang=nb`);
          expect(await violations(page)).to.deep.equal([]);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over, `${width} pixels`).to.equal(0);
        }
        expect(await page.getByRole('img', { name: /skog til bebygd 2/ }).isVisible()).to.equal(true);
        await page.getByLabel('Sammenlign med').selectOption({ label: 'Øst' });
        await page.getByRole('button', { name: 'Vis' }).click();
        await page.getByRole('heading', { name: 'Sammenligning' }).waitFor();
        expect(await page.getByRole('columnheader', { name: 'Øst' }).isVisible()).to.equal(true);
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('form').isVisible()).to.equal(false);
        expect(await page.getByRole('heading', { name: 'Hva vi kan tape' }).isVisible()).to.equal(true);
      } finally {
        await browser.close();
      }
    });
  }),
);
