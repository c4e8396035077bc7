import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { anyExampleDatabase } from '../setup/databases.ts';
import { withChromium } from '../setup/programs.ts';
import { coloursOf, drawn, eventually, mapInBrowser } from './map-page.ts';

withChromium('the web map', (browser) =>
  anyExampleDatabase('of the example county', (given) => {
    const map = mapInBrowser(given, browser);
    const hashOf = async (page: Page) => new URLSearchParams((await page.evaluate(() => location.hash)).slice(1));
    const layer = (page: Page, id: string) => page.locator(`#layer-${id}`);
    /** Click where a municipality's name stands. */
    const clickMiddle = async (page: Page) => {
      const box = await page.locator('.map canvas').boundingBox();
      await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await page.locator('.facts').waitFor();
    };

    it('draws tiles: many colours, none of them over the whole map', async () => {
      const page = await map.asItOpens();
      const colours = await coloursOf(page);
      const most = Math.max(...colours.values());
      const all = [...colours.values()].reduce((sum, count) => sum + count, 0);
      expect(colours.size).to.be.greaterThan(200);
      expect(most / all).to.be.lessThan(0.8);
    });

    it('starts with ground, roads, plans and treeline on, says of when each is, and that it is an example', async () => {
      const page = await map.asItOpens();
      for (const id of ['municipality', 'land-cover', 'water', 'road-link', 'zoning', 'treeline'])
        expect(await layer(page, id).isChecked(), id).to.equal(true);
      const row = page.locator('.layer', { has: layer(page, 'treeline') });
      expect(await row.innerText())
        .to.match(/Over skoggrensen/)
        .and.match(/Data fra \d/)
        .and.match(/eksempel/);
      expect(await page.locator('.example-note').innerText()).to.contain('eksempelfylke');
    });

    it('says of a layer without data that there are none, and does not let it be turned on', async () => {
      const page = await map.asItOpens();
      const row = page.locator('.layer', { has: layer(page, 'conflict') });
      expect(await row.textContent()).to.contain('ingen data');
      expect(await layer(page, 'conflict').isDisabled()).to.equal(true);
    });

    it('turns a layer off and on, on the map and in the address', async () => {
      const page = await map.open('#layers=municipality,water');
      // Water is the only blue there.
      const blue = async () =>
        [...(await coloursOf(page))].reduce((sum, [colour, count]) => {
          const [red = 0, , blue = 0] = colour.split(',').map(Number);
          return blue > red + 40 ? sum + count : sum;
        }, 0);
      const on = await blue();
      expect(on).to.be.greaterThan(1000);
      await layer(page, 'water').uncheck();
      await eventually(async () => (await blue()) < on / 10);
      expect((await hashOf(page)).get('layers')).to.equal('municipality');
      await layer(page, 'water').check();
      await eventually(async () => Math.abs((await blue()) - on) < on / 20);
    });

    it('shows one year of a layer that comes by year, and another when asked', async () => {
      const page = await map.open('#layers=land-cover');
      const row = page.locator('.layer', { has: layer(page, 'land-cover') });
      const select = row.getByLabel('År');
      const latest = JSON.stringify([...(await coloursOf(page))]);
      expect(await select.inputValue()).to.equal('2024');
      expect(await row.locator('.legend').innerText()).to.contain('Tegnforklaring 2024');
      // By keyboard alone.
      await select.focus();
      await page.keyboard.press('ArrowUp');
      expect(await row.locator('.legend').innerText()).to.contain('Tegnforklaring 2018');
      await eventually(async () => JSON.stringify([...(await coloursOf(page))]) !== latest);
      expect((await hashOf(page)).get('years')).to.equal('land-cover/2018');
      const english = await map.open(`?lang=en${await page.evaluate(() => location.hash)}`);
      const shown = english.locator('.layer', { has: layer(english, 'land-cover') });
      expect(await shown.getByLabel('Year').inputValue()).to.equal('2018');
      expect(await shown.locator('.legend').innerText()).to.contain('Legend 2018');
    });

    it('tells other clients which years there are, and draws the newest unless another is asked for', async () => {
      const answer = async (path: string) => (await fetch(`${map.url()}${path}`)).json() as Promise<never>;
      expect(await answer('/collections/land-cover')).to.deep.include({ years: [2018, 2024] });
      expect(await answer('/collections/water')).to.deep.include({ years: [] });
      for (const query of ['', '?year=2018']) {
        const { sources } = (await answer(`/styles/land-cover${query}`)) as {
          sources: Record<string, { url: string }>;
        };
        expect(Object.values(sources)[0]?.url).to.equal(`${map.url()}/tiles/land-cover${query}`);
      }
      expect((await fetch(`${map.url()}/styles/land-cover?year=new`)).status).to.equal(400);
    });

    it('answers a click with facts: titles and code texts in words, dataset, date, example', async () => {
      const page = await map.open();
      await clickMiddle(page);
      const facts = await page.locator('.facts').innerText();
      for (const word of ['Datasett', 'Leverandør', 'Datadato', 'eksempel', 'Kommuner']) expect(facts).to.contain(word);
      expect(facts).to.not.match(/undefined|null|\[object/);
      expect(await page.locator('.fact').count()).to.be.greaterThan(1);
      expect((await hashOf(page)).get('feature')).to.match(/^[a-z-]+\/\d+$/);
    });

    it('shows the same map, layers and facts from a shared link', async () => {
      const first = await map.open();
      await layer(first, 'treeline').uncheck();
      await clickMiddle(first);
      await drawn(first);
      const address = await first.evaluate(() => location.hash);
      const second = await map.open(address);
      await second.locator('.facts').waitFor();
      expect(await second.evaluate(() => location.hash)).to.equal(address);
      expect(await layer(second, 'treeline').isChecked()).to.equal(false);
      const name = (page: Page) => page.locator('.fact-name').first().innerText();
      expect(await name(second)).to.equal(await name(first));
    });

    it('speaks English when asked, with the same view', async () => {
      const page = await map.open();
      expect(await page.getAttribute('html', 'lang')).to.equal('nb');
      const before = await hashOf(page);
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForURL(/lang=en/);
      await drawn(page);
      expect(await page.getAttribute('html', 'lang')).to.equal('en');
      expect(await page.getByRole('tab').allInnerTexts()).to.deep.equal(['Layers', 'Check a plan']);
      expect(await page.locator('.layers').innerText())
        .to.contain('Above the treeline')
        .and.not.contain('skoggrensen');
      expect((await hashOf(page)).get('map')).to.equal(before.get('map'));
    });

    it('says when the service is gone, and tries again', async () => {
      const seen = map.complaints.length;
      const page = await map.visit('', (page) => page.route('**/collections?*', (route) => route.abort()));
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).to.contain('Får ikke kontakt med tjenesten');
      await page.unroute('**/collections?*');
      await page.getByRole('button', { name: 'Prøv igjen' }).click();
      await drawn(page);
      expect(await page.getByRole('alert').count()).to.equal(0);
      map.complaints.splice(seen);
    });

    it('says when tiles do not arrive: an empty map is not an empty place', async () => {
      const seen = map.complaints.length;
      const page = await map.visit('#layers=water', (page) =>
        page.context().route(/\/tiles\/water\/\d/, (route) => route.fulfill({ status: 503 })),
      );
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).to.contain('kartruter');
      map.complaints.splice(seen);
    });

    it('has asked no other host for anything, and nothing broke the security policy', () => {
      expect(map.outside).to.deep.equal([]);
      expect(map.complaints).to.deep.equal([]);
    });
  }),
);
