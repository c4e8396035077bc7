import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { areaKindTexts, nameOfArea } from '../settlement/area-texts.ts';
import type { Table } from '../../tables/table.ts';
import type { CentralityAnswer } from './centrality.ts';
import type { WithoutClasses } from './index-of-cells.ts';
import type { OpportunityKind } from '../places/read-places.ts';

const columns: Bilingual[] = [
  { nb: 'Nummer', en: 'Number' },
  { nb: 'Navn', en: 'Name' },
  { nb: 'Bosatte', en: 'Residents' },
  { nb: 'Sentralitet', en: 'Centrality' },
  { nb: 'Klasse', en: 'Class' },
  { nb: 'Av dette arbeidsplasser', en: 'Of this jobs' },
  { nb: 'Av dette tjenester', en: 'Of this services' },
  { nb: 'Vektede arbeidsplasser nådd', en: 'Weighted jobs reached' },
  { nb: 'Vektede tjenester nådd', en: 'Weighted services reached' },
  { nb: 'Bosatte uten veg', en: 'Residents without a road' },
];

const words = {
  areas: { nb: 'Regioner og tettsteder', en: 'Regions and urban areas' },
  areaKind: { nb: 'Slag område', en: 'Kind of area' },
  byDecay: { nb: 'Sentralitet med', en: 'Centrality by' },
  from: { nb: 'Hvor det som nås, ligger', en: 'Where what is reached lies' },
  to: { nb: 'Ligger i kommune', en: 'Lies in municipality' },
  kind: { nb: 'Slag', en: 'Kind' },
  share: { nb: 'Andel', en: 'Share' },
  basis: { nb: 'Grunnlag', en: 'Basis' },
  what: { nb: 'Hva', en: 'What' },
  figure: { nb: 'Verdi', en: 'Value' },
  jobs: { nb: 'arbeidsplasser', en: 'jobs' },
  services: { nb: 'tjenester', en: 'services' },
  year: { nb: 'Folketall fra år', en: 'Residents of year' },
  anchor: { nb: 'Kommune på 1000', en: 'Municipality at 1000' },
  unanchored: {
    nb: 'Ankeret er ikke i dataene: skalaen gjelder bare disse kommunene',
    en: 'The anchor is not in the data: the scale is of these municipalities alone',
  },
  without: { nb: 'Ingen klasser', en: 'No classes' },
  cutoff: { nb: 'Lengste reisetid, minutter', en: 'Longest travel time, minutes' },
  decay: { nb: 'Avstandsfunksjon', en: 'Decay' },
  standIn: { nb: 'Bosatte står inn for', en: 'Residents stand in for' },
} satisfies Record<string, Bilingual>;

const reasons: Record<WithoutClasses, Bilingual> = {
  'anchor-without-residents': { nb: 'ingen bosatte i ankeret', en: 'no residents of the anchor' },
  'anchor-without-jobs': { nb: 'ingen data om arbeidsplasser i ankeret', en: 'no data on jobs in the anchor' },
  'anchor-without-services': { nb: 'ingen data om tjenester i ankeret', en: 'no data on services in the anchor' },
  'another-anchor': { nb: 'klassene gjelder med Oslo på 1000', en: 'classes hold with Oslo at 1000' },
  'another-scaling': { nb: 'klassene gjelder lineær skala', en: 'classes hold on the linear scale' },
};

/** Centrality by municipality, where what is reached lies, and what the figures rest on. */
export function centralityTables(answer: CentralityAnswer, language: Language): Table[] {
  const { areas, municipalities, opportunities, scale } = answer;
  const others = municipalities[0]?.index_by_decay.slice(1).map(({ decay }) => decay.kind) ?? [];
  const kinds: OpportunityKind[] = ['jobs', 'services'];
  return [
    {
      name: columns[3]?.[language] ?? '',
      headings: [
        ...columns.map((column) => column[language]),
        ...others.map((kind) => `${words.byDecay[language]} ${kind}`),
      ],
      rows: municipalities.map((own) => [
        ...[own.number, own.name, own.residents, own.index, own.class, own.jobs, own.services],
        ...[own.reached?.jobs ?? null, own.reached?.services ?? null, own.residents_without_road],
        ...own.index_by_decay.slice(1).map(({ index }) => index),
      ]),
    },
    {
      name: words.areas[language],
      headings: [words.areaKind, ...columns].map((column) => column[language]),
      rows: areas.map((own) => [
        ...[
          areaKindTexts[own.kind][language],
          own.number,
          nameOfArea(own, language),
          own.residents,
          own.index,
          own.class,
        ],
        ...[own.jobs, own.services, own.reached?.jobs ?? null, own.reached?.services ?? null],
        own.residents_without_road,
      ]),
    },
    {
      name: words.from[language],
      headings: [columns[0], words.kind, words.to, words.share].map((column) => column[language]),
      rows: municipalities.flatMap((own) =>
        kinds.flatMap((kind) =>
          own[`${kind}_from`].map(({ municipality, share }) => [
            own.number,
            words[kind][language],
            municipality,
            share,
          ]),
        ),
      ),
    },
    {
      name: words.basis[language],
      headings: [words.what[language], words.figure[language]],
      rows: [
        [words.year[language], answer.years.join(', ')],
        [words.anchor[language], scale.municipality],
        ...(scale.anchored ? [] : [[words.unanchored[language], null]]),
        ...scale.without_classes.map((reason) => [words.without[language], reasons[reason][language]]),
        [words.cutoff[language], answer.cutoff_min],
        [words.decay[language], JSON.stringify(answer.decay)],
        ...kinds.flatMap((kind) =>
          opportunities[kind].residents_stand_in ? [[words.standIn[language], words[kind][language]]] : [],
        ),
      ],
    },
  ];
}
