import { z } from 'zod';
import { parameter } from './parameter.ts';

/** Most features in one answer; asking for more is no error and gives these (/req/core/fc-limit-response-1). */
export const mostFeatures = 10_000;

/** How many features at most (/req/core/fc-limit-definition). */
export const limit = parameter({
  name: 'limit',
  kind: 'number',
  schema: z.int().min(1).default(100),
  meaning: {
    nb: `høyst så mange objekter: et heltall fra 1; mer enn ${mostFeatures} gir ${mostFeatures}.`,
    en: `at most so many features: a whole number from 1; more than ${mostFeatures} gives ${mostFeatures}.`,
  },
});

/**
 * Where a page begins: after the feature of this number. Pages go by number, not by count, so that nothing is given
 * twice or left out when an edition changes between two pages: a feature keeps its number.
 */
export const after = parameter({
  name: 'after',
  kind: 'number',
  schema: z.int().min(0).default(0),
  meaning: {
    nb: 'objektnummeret siden begynner etter; følg lenken «next» i stedet for å sette det selv.',
    en: "the feature number that the page begins after; follow the link 'next' rather than setting it yourself.",
  },
});
