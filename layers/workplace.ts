import { integer, text, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Jobs by place of work, as grid cells or points. */
export const workplace = layer({
  id: 'workplace',
  title: { nb: 'Arbeidsplasser', en: 'Workplaces' },
  description: {
    nb: 'Sysselsatte etter arbeidssted, i rutenett eller punkter.',
    en: 'Jobs by place of work, by grid cell or point.',
  },
  group: 'settlement',
  geometry: 'any',
  fields: {
    jobs: integer({ nb: 'arbeidsplasser', en: 'jobs' }, { required: true }),
    year: year({ nb: 'år', en: 'year' }),
    industry: text({ nb: 'næring', en: 'industry' }),
  },
  names: {
    jobs: ['arbeidsplasser', 'ansatte', 'antallAnsatte', 'sysselsatte', 'employees'],
    year: ['aar', 'årgang'],
    industry: ['næring', 'næringskode', 'NACE'],
  },
  idNames: ['organisasjonsnummer', 'orgnr', 'ssbid', 'SSBID0250M', 'SSBID1000M', 'SSBID5000M'],
  tiles: { zooms: [8, 14] },
  paint: circle('#4f6d9e', { size: 3 }),
});
