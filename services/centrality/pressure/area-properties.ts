import { pressureStep } from '../../../layers/codes/pressure.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import type { Growth } from './growth.ts';
import { pressureKinds } from './pressure.ts';

/** What the layers of regions and urban areas tell of growth. */
export function areaProperties({ residents, kinds }: Growth): SourceFeature['properties'] {
  const housing = kinds.housing.pressure;
  return {
    ...{ residents_from: residents?.from ?? null, residents_to: residents?.to ?? null },
    step: housing === null ? null : pressureStep(housing),
    ...Object.fromEntries(
      pressureKinds.flatMap((kind) =>
        Object.entries(kinds[kind]).map(([name, figure]) => [`${kind.replace('-', '_')}_${name}`, figure]),
      ),
    ),
  };
}
