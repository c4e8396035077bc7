import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { Explained } from '../../../layers/declaration/explained.ts';

/** A number that the plan's words leave open: ours to choose, the user's to change, printed when changed. */
export interface Parameter {
  default: number;
  unit: string;
  min: number;
  max: number;
  why: Bilingual;
}

/** Parameters of how land is judged, the same under every rule. */
export const commonParameters = {
  touching_m: {
    default: 2,
    unit: 'm',
    min: 0,
    max: 100,
    why: {
      nb: 'et overlapp som er smalere, er naboens grense eller tegnestøy; dataenes egen nøyaktighet gjelder når den er dårligere',
      en: "a narrower overlap is a neighbour's border or drawing noise; the data's own accuracy counts where it is worse",
    },
  },
  built_m: {
    default: 50,
    unit: 'm',
    min: 0,
    max: 1000,
    why: {
      nb: 'areal med status nåværende regnes som bebygd så nær en bygning: avstanden som holder hus i samme tettsted',
      en: 'present land counts as built so near a building: the distance that keeps houses in one urban area',
    },
  },
  unbuilt_area_m2: {
    default: 1000,
    unit: 'm²',
    min: 0,
    max: 1e6,
    why: {
      nb: 'mindre sammenhengende rester av nåværende areal er hager og mellomrom, ikke ubebygd areal',
      en: 'smaller connected remainders of present land are gardens and gaps, not unbuilt land',
    },
  },
} satisfies Record<string, Parameter>;

export type CommonParameters = Record<keyof typeof commonParameters, number>;

/** A parameter that no rule has, or a value outside its limits. */
export class BadParameter extends Explained {
  readonly parameter: string;
  constructor(parameter: string, explanation: Bilingual) {
    super(explanation);
    this.parameter = parameter;
  }
}

/**
 * The values to use: those given, else the defaults.
 * @param declared all parameters that the chosen rules and the frame have; a name may belong to several rules
 * @throws BadParameter when a given name is nobody's, or its value is not a number within the limits
 */
export function chooseParameters(
  declared: readonly Record<string, Parameter>[],
  given: Readonly<Record<string, unknown>>,
): Record<string, number>[] {
  const known = new Set(declared.flatMap((parameters) => Object.keys(parameters)));
  for (const name of Object.keys(given))
    if (!known.has(name))
      throw new BadParameter(name, {
        nb: `Det finnes ingen parameter «${name}». Parametre: ${[...known].sort().join(', ')}.`,
        en: `There is no parameter '${name}'. Parameters: ${[...known].sort().join(', ')}.`,
      });
  return declared.map((parameters) =>
    Object.fromEntries(
      Object.entries(parameters).map(([name, parameter]) => [
        name,
        name in given ? withinLimits(name, given[name], parameter) : parameter.default,
      ]),
    ),
  );
}

function withinLimits(name: string, value: unknown, { min, max, unit }: Parameter): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new BadParameter(name, {
    nb: `${name} må være et tall fra ${min} til ${max} ${unit}; fikk ${JSON.stringify(value)}.`,
    en: `${name} must be a number from ${min} to ${max} ${unit}; got ${JSON.stringify(value)}.`,
  });
}
