import { expect } from 'chai';
import { difference, featureCollection, intersect } from '@turf/turf';
import type { Feature } from 'geojson';
import type { Area } from '../../services/example/rings.ts';
import type { ExampleCounty } from '../../services/example/county.ts';
import { areaOf, county, distanceToBorder, featuresOf, planar, polygonsOf, ringsOf } from './county.ts';

const turfed = (area: Area): Feature<Area> => ({ type: 'Feature', properties: {}, geometry: area });
const common = (a: Area, b: Area): number => {
  const met = intersect(featureCollection([turfed(a), turfed(b)]));
  return met ? planar(met.geometry) : 0;
};

type Draft = ExampleCounty['drafts'][number];

const zonesOf = (plan: Draft, purpose: number, status: number | null) =>
  plan.features.filter(
    ({ properties }) => properties?.['arealformål'] === purpose && properties['arealbruksstatus'] === status,
  );

/** A rule needs 1 daa. */
const daa = 1000;

/** Every staged case is there whatever the seed. */
const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

for (const seed of seeds)
  describe(`drafts of the example county (seed ${seed})`, () => {
    let master: Draft;
    let regulation: Draft;
    let treeline: Area[];
    let cabins: Feature[];
    before(() => {
      [master, regulation] = county(0.02, seed).drafts;
      treeline = ['flybilder', 'laser'].flatMap((part) => featuresOf(county(0.02, seed), 'treeline', part).map(areaOf));
      cabins = zonesOf(master, 1120, 2);
    });
    const aboveLine = (zone: Feature) => treeline.reduce((sum, area) => sum + common(areaOf(zone), area), 0);
    const size = (zone: Feature) => planar(areaOf(zone));
    const beyond = (
      layer: string,
      zones: Feature[],
      keep: (properties: Record<string, unknown>) => boolean = () => true,
    ) =>
      featuresOf(county(0.02, seed), layer)
        .filter(({ properties, geometry }) => keep(properties) && geometry?.type !== 'Point')
        .some((feature) => zones.some((zone) => common(areaOf(zone), areaOf(feature)) > daa));

    it('amend the master plan in force under its own id', () => {
      const { kommunenummer, planidentifikasjon, planstatus } = master.features[0].properties ?? {};
      expect(planstatus).to.equal(2);
      const ids = featuresOf(county(0.02, seed), 'plan').map(({ properties }) => properties['plan_id']);
      expect(ids).to.include(`${kommunenummer}_${planidentifikasjon}`);
    });

    it('propose cabins wholly above the treeline, wholly below it, and across it', () => {
      const shares = cabins.map((zone) => aboveLine(zone) / size(zone));
      expect(shares.some((share) => share > 0.999)).to.equal(true);
      expect(shares.some((share) => share === 0)).to.equal(true);
      expect(shares.some((share) => share > 0.05 && share < 0.95)).to.equal(true);
    });

    it('propose a quota zone wholly above, one partly above, and leisure land above', () => {
      const quota = zonesOf(master, 5220, 2).map((zone) => aboveLine(zone) / size(zone));
      expect(quota.some((share) => share > 0.999)).to.equal(true);
      expect(quota.some((share) => share > 0.02 && share < 0.98)).to.equal(true);
      expect(zonesOf(master, 1170, 2).some((zone) => aboveLine(zone) > daa)).to.equal(true);
    });

    it('extend a built cabin area: part of a new zone had the purpose before', () => {
      const { kommunenummer, planidentifikasjon } = master.features[0].properties ?? {};
      const before = featuresOf(county(0.02, seed), 'zoning', `${kommunenummer}_${planidentifikasjon}`)
        .filter(({ properties }) => properties['purpose'] === 1120 && properties['status'] === 1)
        .map(areaOf);
      const old = cabins.map((zone) => before.reduce((sum, area) => sum + common(areaOf(zone), area), 0) / size(zone));
      expect(old.some((share) => share > 0.05 && share < 0.95)).to.equal(true);
    });

    it('run into nature, outdoor life, reindeer, minerals and heritage', () => {
      const building = [...zonesOf(master, 1110, 2), ...zonesOf(master, 1300, 2)];
      expect(beyond('contiguous-nature', cabins), 'nature').to.equal(true);
      expect(
        beyond('recreation-area', cabins, ({ value }) => value === 'national'),
        'recreation',
      ).to.equal(true);
      expect(beyond('wild-reindeer', cabins), 'reindeer').to.equal(true);
      const weighty = ({ importance, registration }: Record<string, unknown>) =>
        importance === 'national' && registration === 'deposit';
      expect(beyond('mineral-resource', building, weighty), 'mineral').to.equal(true);
      expect(beyond('heritage-environment', building), 'environment').to.equal(true);
      const protectedSites = featuresOf(county(0.02, seed), 'heritage-site').filter(
        ({ properties }) => properties['protection'] === 'AUT',
      );
      expect(
        protectedSites.some((site) => building.some((zone) => common(areaOf(zone), areaOf(site)) > 100)),
        'AUT',
      ).to.equal(true);
    });

    it('cut a corridor through: without the cabins it is one part, with them at least two of 1 daa', () => {
      const [corridor] = featuresOf(county(0.02, seed), 'nature-corridor').filter(({ id }) => id === 'cabins-corridor');
      const left = cabins.reduce<Area | null>((rest, zone) => {
        const cut = rest && difference(featureCollection([turfed(rest), turfed(areaOf(zone))]));
        return cut ? cut.geometry : null;
      }, areaOf(corridor));
      const parts = left
        ? polygonsOf(left).filter((coordinates) => planar({ type: 'Polygon', coordinates }) >= daa)
        : [];
      expect(parts.length).to.be.at.least(2);
    });

    it('have a detailed regulation with cabins below, in the belt of and above the treeline', () => {
      const rows = [...zonesOf(regulation, 1121, null), ...zonesOf(regulation, 1122, null)].map((zone) => {
        const area = areaOf(zone);
        const corners = ringsOf(area).flat();
        const line = Math.max(
          ...corners.map((corner) => Math.min(...treeline.map((each) => distanceToBorder(each, corner)))),
        );
        return { share: aboveLine(zone) / size(zone), farthest: line };
      });
      expect(
        rows.some(({ share }) => share === 0),
        'below',
      ).to.equal(true);
      expect(
        rows.some(({ farthest }) => farthest < 50),
        'in the belt',
      ).to.equal(true);
      expect(
        rows.some(({ share }) => share > 0.999),
        'above',
      ).to.equal(true);
    });
  });
