import { oneOf } from '../declaration/field.ts';

/** The level at which a nature or recreation area matters; `not-assessed` is said, not guessed. */
export const natureValue = oneOf(
  {
    national: { nb: 'nasjonal', en: 'national' },
    regional: { nb: 'regional', en: 'regional' },
    local: { nb: 'lokal', en: 'local' },
    'not-assessed': { nb: 'ikke vurdert', en: 'not assessed' },
  },
  {
    title: { nb: 'verdi', en: 'value' },
    sourceValues: {
      nasjonalt: 'national',
      internasjonal: 'national',
      regionalt: 'regional',
      lokalt: 'local',
      'ikke verdisatt': 'not-assessed',
      ukjent: 'not-assessed',
    },
  },
);

/** Source names of a nature area's name, value and source, as the national and municipal data sets write them. */
export const natureNames = {
  // OMRNAVN is the SOSI name; namn and kjelde are what regional registers in Nynorsk write.
  name: ['navn', 'NAVN', 'namn', 'områdenavn', 'OMRÅDENAVN', 'OMRNAVN', 'offisieltNavn', 'name_area'],
  value: ['verdi', 'VERDI', 'forvaltningsnivå', 'verdinivå'],
  source: ['kilde', 'KILDE', 'kjelde', 'datakilde', 'opphav', 'OPPHAV'],
};
