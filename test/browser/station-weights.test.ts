import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { energyStationsProcess } from '../../services/stations/process.ts';
import { loadCase } from '../cases/load-case.ts';
import { anyDatabase } from '../setup/databases.ts';
import { withChromium } from '../setup/programs.ts';
import { county } from '../stations/small-county.ts';
import { coloursOf, eventually, mapInBrowser, violations } from './map-page.ts';

/** Weights that turn the ranking about: one criterion with hardly any, one with nearly all, the others left out. */
const moved = { long_vehicles_day: 1, spacing_km: 99, grid_mw: 0, grid_km: 0, services: 0 };
const discs = '18,72,92';

const listed = (page: Page) =>
  page
    .locator('.ranked li')
    .evaluateAll((rows) => rows.map((row) => [row.querySelector('.rank'), row.querySelector('a')].map((part) => part?.textContent))); // prettier-ignore

withChromium('the weights of energy stations in the map', (browser) =>
  anyDatabase('of a small county', (given) => {
    const map = mapInBrowser(given, browser);
    const ranked = async (inputs: object) => {
      const context = { database: given.database(), catalogue: given.catalogue(), language: 'nb' as const };
      const { ranking } = await energyStationsProcess.execute(energyStationsProcess.inputs.parse(inputs), context);
      return ranking.features.flatMap(({ properties: { rank, name, id } }) => (rank === null ? [] : [[String(rank), name ?? id]])); // prettier-ignore
    };

    it('rank as the service ranks, go with the link, and turn back: by keyboard, with no rule of WCAG broken', async () => {
      await loadCase(given.database(), given.catalogue(), { id: 'c', crs: 'EPSG:25832', layers: county }, new Set());
      const usual = await ranked({});
      const other = await ranked({ weights: moved, draws: 0, publish: false });
      expect(other).to.not.deep.equal(usual);
      const link = `weights=${Object.entries(moved).map((pair) => pair.join('/')).join()}`; // prettier-ignore
      const page = await map.open(`#map=9/59.9/9.2&${link}`, { viewport: { width: 320, height: 640 } });
      await page.getByRole('button', { name: 'Kartlag og plansjekk' }).click();
      await page.locator('.ranked li').first().waitFor();
      expect(await listed(page)).to.deep.equal(other);
      expect(await violations(page)).to.deep.equal([]);
      await eventually(async () => (await coloursOf(page)).has(discs));
      await page.getByRole('slider', { name: 'Lange kjøretøy som passerer' }).press('Home');
      await page.waitForFunction(() => location.hash.includes('long_vehicles_day/0'));
      expect(await page.locator('.stage [role=status]').innerText()).to.match(/ er nr\. 1\.$/);
      await page.getByRole('button', { name: 'Tilbake til de vanlige vektene' }).press('Enter');
      expect(await listed(page)).to.deep.equal(usual);
      expect(await page.evaluate(() => location.hash)).to.not.contain('weights');
      for (const slider of await page.getByRole('slider').all()) await slider.press('Home');
      expect(await page.locator('.ranked').innerText()).to.contain('Alle vekter er 0');
      await page.getByRole('tab', { name: 'Kartlag' }).click();
      await eventually(async () => !(await coloursOf(page)).has(discs));
    });
  }),
);
