import type { Bilingual } from '../../../layers/declaration/bilingual.ts';

/** Words about other places for a zone; `{count}` is there where places are counted. */
export const insteadTexts: Record<string, Bilingual> = {
  'instead-clear': {
    nb: 'Ingen av reglene som ble spurt, har noe imot arealet, og alle kartlagene dekker det.',
    en: 'None of the rules that were asked speaks against the land, and all layers cover it.',
  },
  'instead-slope': { nb: 'Terrenget stiger {share:%} i middel.', en: 'The ground rises {share:%} on the average.' },
  'instead-slope-unknown': { nb: 'Hvor bratt det er, er ikke kjent.', en: 'How steep it is, is not known.' },
  'instead-review': { nb: 'Til vurdering: {rule}.', en: 'For review: {rule}.' },
  'instead-conflict': { nb: 'Konflikt: {rule}.', en: 'Conflict: {rule}.' },
  'instead-not-assessed': { nb: 'Ikke vurdert: {rule}.', en: 'Not assessed: {rule}.' },
  'instead-failed': { nb: 'Kunne ikke regnes ut: {rule}.', en: 'Could not be worked out: {rule}.' },
  'instead-steep': { nb: 'For bratt.', en: 'Too steep.' },
  'instead-not-looked-at': {
    nb: 'Ikke dekket av kartlaget {layer}.',
    en: 'Not covered by the layer {layer}.',
  },
  'instead-none': {
    nb: 'Det ble ikke funnet noe annet areal i kommunen som er stort nok, ubebygd og fullt vurdert.',
    en: 'No other land in the municipality was found that is large enough, unbuilt and fully assessed.',
  },
  'instead-absent': {
    nb: 'Ingen steder kan foreslås: det finnes ingen data for {layers}, så ikke noe areal er fullt vurdert.',
    en: 'No place can be offered: there are no data for {layers}, so no land is fully assessed.',
  },
  'instead-no-municipality': {
    nb: 'Sonen ligger ikke i noen kjent kommune.',
    en: 'The zone lies in no municipality that is known.',
  },
};

export const kindTexts = {
  reserve: { nb: 'ubebygd reserve i plan som gjelder', en: 'unbuilt reserve of a plan in force' },
  densification: { nb: 'fortetting i eksisterende område', en: 'room in an existing area' },
  'other-land': { nb: 'annet areal', en: 'other land' },
} satisfies Record<string, Bilingual>;
