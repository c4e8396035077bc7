import type { Bilingual } from '../../../layers/declaration/bilingual.ts';

/** Words about other places for a zone; `{count}` is there where places are counted. */
export const insteadTexts: Record<string, Bilingual> = {
  'instead-clear': {
    nb: 'Ingen av retningslinjene har noe imot arealet, og alle kartlagene dekker det.',
    en: 'None of the guidelines speaks against the land, and all layers cover it.',
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
  'instead-unsaid': {
    nb: 'Ingen steder kan foreslås: det er ikke kjent hvor dataene om {layers} dekker, så ikke noe areal er fullt vurdert. Oppgi dekning ved import (--coverage).',
    en: 'No place can be offered: it is not known where the data on {layers} cover, so no land is fully assessed. State the coverage on import (--coverage).',
  },
  'instead-taken-outside': { nb: 'Ikke helt innenfor kommunen.', en: 'Not wholly within the municipality.' },
  'instead-taken-draft': {
    nb: 'Gitt til noe annet av planen som sjekkes.',
    en: 'Given to something else by the plan that is checked.',
  },
  'instead-taken-zoning': {
    nb: 'Gitt til noe annet enn LNFR av en plan i kraft.',
    en: 'Given to something else than LNFR by a plan in force.',
  },
  'instead-taken-built': { nb: 'Bebygd, eller for nær en bygning.', en: 'Built, or too near a building.' },
  'instead-taken-water': { nb: 'Vann.', en: 'Water.' },
  'instead-taken-hazard': { nb: 'Fareområde.', en: 'Hazard.' },
  'instead-taken-protected-area': { nb: 'Vernet.', en: 'Protected.' },
  'instead-taken-land-cover': {
    nb: 'Jordbruk, veg, is, åpen mark som kan være jordbruk, eller ikke kartlagt.',
    en: 'Farmland, road, ice, open land that may be farmland, or not mapped.',
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
