import type { Parameter } from '../judgement/parameter.ts';

/** The least land that is a conflict. */
export const minimumArea: Parameter = {
  default: 1000,
  unit: 'm²',
  min: 0,
  max: 1e8,
  why: {
    nb: 'ett dekar: under det er det en grense som drøftes, ikke et utbyggingsområde',
    en: 'one dekar: below that a boundary is being discussed, not a development area',
  },
};

/** From which size on land is large. */
export const largeArea: Parameter = {
  default: 50_000,
  unit: 'm²',
  min: 0,
  max: 1e9,
  why: {
    nb: 'femti dekar: så store områder virker ut over kommunen',
    en: 'fifty dekar: land of that size matters beyond its municipality',
  },
};

/** How near is near, where the plan's words leave it open. */
export const near = (metres: number): Parameter => ({
  default: metres,
  unit: 'm',
  min: 0,
  max: 2000,
  why: {
    nb: 'så nær kan bygging virke inn på området selv om den ligger utenfor',
    en: 'so near, building can affect the area although it lies outside',
  },
});

/** How far a resource that is registered as a point is taken to reach. */
export const pointRadius: Parameter = {
  default: 200,
  unit: 'm',
  min: 0,
  max: 2000,
  why: {
    nb: 'en ressurs som er registrert som et punkt, har en utstrekning som ingen har tegnet',
    en: 'a resource registered as a point has an extent that nobody has drawn',
  },
};
