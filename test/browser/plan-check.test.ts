import { expect } from 'chai';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Page } from 'playwright-core';
import { publishCheck } from '../../services/conflicts/answer/publish-findings.ts';
import { readPlan } from '../../services/imports/plans/plan-file.ts';
import { toDegrees } from '../../tiles/viewer/src/crs.ts';
import { areaOf, county, covers, featuresOf, ringsOf } from '../example/county.ts';
import { anyExampleDatabase } from '../setup/databases.ts';
import { withChromium } from '../setup/programs.ts';
import { coloursOf, eventually, mapInBrowser } from './map-page.ts';

/** A square of 120 m about the point of an area that lies deepest inside it, by a grid of 100 m. */
function deepInside(feature: Parameters<typeof areaOf>[0]): Position[][] {
  const area = areaOf(feature);
  const corners = ringsOf(area).flat();
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  let best = { depth: 0, at: [0, 0] as [number, number] };
  for (let x = Math.min(...xs); x < Math.max(...xs); x += 100)
    for (let y = Math.min(...ys); y < Math.max(...ys); y += 100) {
      if (!covers(area, [x, y])) continue;
      const depth = Math.min(...corners.map(([cx = 0, cy = 0]) => Math.hypot(x - cx, y - cy)));
      if (depth > best.depth) best = { depth, at: [x, y] };
    }
  const [x, y] = best.at;
  const half = 60;
  return [
    [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
      [x - half, y - half],
    ],
  ];
}

/** A draft with new cabins far above every part of the example's treelines, in UTM coordinates that the file names. */
function cabinsInTheMountains(): string {
  const features = featuresOf(county(), 'treeline').map((line, index): Feature => ({
    type: 'Feature',
    id: `hytter-${index}`,
    properties: {
      objekttype: 'KpArealformålOmråde',
      arealformål: 1120,
      arealbruksstatus: 2,
      områdenavn: `BFR${index}`,
    },
    geometry: { type: 'Polygon', coordinates: deepInside(line) },
  }));
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } };
  return JSON.stringify({ type: 'FeatureCollection', crs, features });
}

withChromium('checking a plan on the map', (browser) =>
  anyExampleDatabase('of the example county', (given) => {
    const map = mapInBrowser(given, browser);
    let plan: string;
    before(() => (plan = cabinsInTheMountains()));

    const choose = async (page: Page, text: string, name = 'plan.geojson') => {
      await page.getByRole('tab', { name: /Sjekk en plan|Check a plan/ }).click();
      const mimeType = 'application/geo+json';
      await page.locator('#plan-file').setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
    };
    /** Pixels of the red that only a conflict is drawn in. */
    const red = async (page: Page) =>
      [...(await coloursOf(page))].reduce((sum, [colour, count]) => {
        const [r = 0, g = 0, b = 0] = colour.split(',').map(Number);
        return r > 150 && g < 60 && b < 70 ? sum + count : sum;
      }, 0);

    it('draws new cabins above the treeline red, and says why, how much, and what would solve it', async () => {
      const page = await map.open('#layers=municipality');
      const before = await red(page);
      await choose(page, plan);
      await page.locator('.overall').waitFor();
      expect(await page.locator('.overall').innerText()).to.contain('Konflikt');
      const finding = page.locator('.finding-conflict').first();
      const said = await finding.innerText();
      expect(said).to.contain('14,4 daa').and.contain('6.2.4').and.contain('Dette løser det');
      expect(said).to.contain('skal ikke nye og utvidede fritidsboligområder lokaliseres over skoggrensen');
      await finding.getByRole('button', { name: 'Vis i kartet' }).click();
      await eventually(async () => (await red(page)) > before + 500);
    });

    it('takes a file that is dropped', async () => {
      const page = await map.open();
      await page.getByRole('tab', { name: 'Sjekk en plan' }).click();
      const data = await page.evaluateHandle((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'sluppet.geojson'));
        return transfer;
      }, plan);
      await page.dispatchEvent('.drop', 'drop', { dataTransfer: data });
      await page.getByText('Resultat for sluppet.geojson').waitFor();
    });

    it('keeps the check when the language changes, and quotes the guideline in Norwegian then too', async () => {
      const page = await map.open();
      await choose(page, plan);
      await page.locator('.overall').waitFor();
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByText('Result for plan.geojson').waitFor();
      expect(await page.locator('.finding-conflict').first().innerText()).to.contain('What would solve it');
      expect(await page.locator('blockquote').first().getAttribute('lang')).to.equal('nb');
      expect(await page.locator('blockquote').first().innerText()).to.contain('skoggrensen');
    });

    it('says what is wrong with a file that is no plan, and takes the next one', async () => {
      const page = await map.open();
      await choose(page, '{"type":"Feat', 'ødelagt.geojson');
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText())
        .to.contain('ødelagt.geojson')
        .and.contain('JSON');
      await choose(page, plan);
      await page.locator('.overall').waitFor();
      expect(await page.getByRole('alert').count()).to.equal(0);
    });

    it("shows the service's own words when the plan cannot be checked", async () => {
      const seen = map.complaints.length;
      const page = await map.open();
      const without = JSON.parse(plan) as { features: Feature[] };
      for (const feature of without.features) feature.properties = { områdenavn: 'uten formål' };
      await choose(page, JSON.stringify(without));
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText())
        .to.contain('Planen ble ikke sjekket')
        .and.match(/arealformål/i);
      map.complaints.splice(seen);
    });

    it("shows a published finding: verdict, the words of the guideline, and the plan's other findings", async () => {
      const collection = JSON.parse(plan) as FeatureCollection;
      const draft = await readPlan(collection, { catalogue: given.catalogue(), facts: { plan_id: '9901_2026001' } });
      await publishCheck(given.database(), given.catalogue(), draft);
      const [zone] = featuresOf(county(), 'treeline').map(deepInside);
      const [[corner = []] = []] = zone ?? [];
      const [lng, lat] = toDegrees(25832)?.([(corner[0] ?? 0) + 60, (corner[1] ?? 0) + 60]) ?? [0, 0];
      const page = await map.open(`#map=15/${lat}/${lng}`);
      expect(await page.locator('#layer-conflict').isChecked()).to.equal(true);
      const box = await page.locator('.map canvas').boundingBox();
      await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      // Several findings lie there: the one about the treeline.
      const facts = page.locator('.fact', { hasText: 'lokaliseres over skoggrensen' }).first();
      await facts.waitFor();
      if ((await facts.getAttribute('open')) === null) await facts.locator('summary').first().click();
      await facts.locator('blockquote').waitFor();
      expect(await facts.innerText())
        .to.match(/Konflikt|Til vurdering/)
        .and.contain('lokaliseres over skoggrensen');
      // Said once, in the reader's language.
      expect(await facts.innerText()).to.not.match(/holiday homes|begrunnelse/i);
      await facts.getByRole('button', { name: /Funn i utsnittet/ }).click();
      await facts.locator('.plan-findings li').first().waitFor();
    });

    it('has asked no other host for anything, and nothing broke the security policy', () => {
      expect(map.outside).to.deep.equal([]);
      expect(map.complaints).to.deep.equal([]);
    });
  }),
);
