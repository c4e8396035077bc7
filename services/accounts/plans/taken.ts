import { ecosystem } from '../../../layers/ecosystem.ts';
import { landCover } from '../../../layers/land-cover.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { datasetIds } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import type { Version } from '../extent/extent-account.ts';
import type { Ground } from './ground.ts';
import { takes } from './takes.ts';

/** Land of a zone, well-known binary, analysis CRS. */
interface ZoneLand {
  zone: number;
  geom: Buffer;
}

/** Ellipsoidal m² of a zone's land on something: a kind of takes.ts, a class. */
interface Row {
  zone: number;
  name: string;
  area_m2: number;
}

/** What land of zones lies on: by kind, by class of the land cover, and by ecosystem type. */
export async function measureTaken(
  session: Session,
  ground: Ground,
  lands: readonly ZoneLand[],
): Promise<Record<'kinds' | 'cover' | 'types', Row[]>> {
  if (lands.length === 0) return { kinds: [], cover: [], types: [] };
  const { constraints, landCover: cover, ecosystem: types, treeline } = ground;
  const pairs = takes
    .filter(({ classes, layer }) => !classes && layer !== 'treeline')
    .flatMap(({ id, layer, belt_m = 0 }) => datasetIds(constraints, layer).map((dataset) => ({ id, dataset, belt_m })));
  const above = treeline
    ? await session.rows<Omit<Row, 'name'>>(statement('accounts/taken-above-treeline'), {
        ...askedOf(ground, lands),
        ...{ treelines: datasetIds(constraints, 'treeline'), definition: treeline.definition },
      })
    : [];
  const aboveLine = takes.filter(({ layer }) => layer === 'treeline');
  return {
    kinds: [
      ...(await takenKinds(session, ground, pairs, lands)),
      ...aboveLine.flatMap(({ id }) => above.map((row) => ({ ...row, name: id }))),
    ],
    cover: cover ? await takenClasses(session, ground, { layer: landCover, version: cover }, lands) : [],
    types: types ? await takenClasses(session, ground, { layer: ecosystem, version: types }, lands) : [],
  };
}

/** What of land of zones is protected. */
export async function measureProtected(session: Session, ground: Ground, lands: readonly ZoneLand[]): Promise<Row[]> {
  const datasets = datasetIds(ground.constraints, 'protected-area');
  const pairs = datasets.map((dataset) => ({ id: 'protected', dataset, belt_m: 0 }));
  return lands.length === 0 ? [] : takenKinds(session, ground, pairs, lands);
}

const askedOf = ({ constraints, municipality }: Ground, lands: readonly ZoneLand[]) => ({
  ...{ zones: lands.map(({ zone }) => zone), geoms: lands.map(({ geom }) => geom) },
  ...{ division: constraints.division, municipality },
});

const takenKinds = (
  session: Session,
  ground: Ground,
  pairs: readonly { id: string; dataset: number; belt_m: number }[],
  lands: readonly ZoneLand[],
): Promise<Row[]> =>
  session.rows(statement('accounts/taken'), {
    ...askedOf(ground, lands),
    kinds: pairs.map(({ id }) => id),
    datasets: pairs.map(({ dataset }) => dataset),
    belts: pairs.map(({ belt_m }) => belt_m),
  });

const takenClasses = (
  session: Session,
  ground: Ground,
  { layer, version: { datasets, year } }: { layer: Layer; version: Version },
  lands: readonly ZoneLand[],
): Promise<Row[]> =>
  session.rows(layerStatement('accounts/taken-classes', layer), { ...askedOf(ground, lands), datasets, year });
