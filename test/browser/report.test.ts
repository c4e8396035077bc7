import { expect } from 'chai';
import { chromium } from 'playwright-core';
import { checkInFull } from '../../services/conflicts/report/check-in-full.ts';
import { reportFormats } from '../../services/conflicts/report/formats.ts';
import { aboveNorthing, cabins, rectangle, Stage } from '../conflicts/scene.ts';
import { onServer } from '../setup/databases.ts';
import { withChromium } from '../setup/programs.ts';
import { flags, violations } from './map-page.ts';

const line = 6_700_000;

withChromium('the report of a check as a page', (executablePath) =>
  onServer('in the browser', (given) => {
    it('breaks no rule of WCAG that a program can find, wide and narrow, and nothing runs out sideways', async () => {
      const request = await new Stage(given).request({
        layers: aboveNorthing(line),
        zones: [
          cabins(rectangle(500_000, line + 100, 200, 100), {}, 'Øverst'),
          cabins(rectangle(500_000, line - 500, 200, 100), {}, 'Nederst'),
          cabins(rectangle(500_000, line - 900, 200, 100), { purpose: null }, 'Uten formål'),
        ],
      });
      const tools = { database: given.database(), catalogue: given.catalogue() };
      const full = await checkInFull(tools.database, tools.catalogue, request, { language: 'nb' });
      const html = await reportFormats.html(full, tools);
      const browser = await chromium.launch({ executablePath, args: flags });
      try {
        const context = await browser.newContext();
        for (const width of [1280, 320]) {
          const page = await context.newPage();
          await page.setViewportSize({ width, height: 800 });
          await page.setContent(html);
          expect(await violations(page)).to.deep.equal([]);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over, `${width} pixels`).to.equal(0);
          expect(await page.getByRole('img', { name: /Kart over Øverst/ }).isVisible()).to.equal(true);
        }
      } finally {
        await browser.close();
      }
    });
  }),
);
