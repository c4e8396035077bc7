import type { AccountTable } from '../account-table.ts';

/** Whether the coverages close, year by year, and what of the change is mapping noise. */
export const proofTable: AccountTable = {
  name: { nb: 'Bevis', en: 'Proof' },
  columns: [
    { nb: 'Kartlag', en: 'Layer' },
    { nb: 'År', en: 'Year' },
    { nb: 'Kommunens areal m²', en: 'Area m²' },
    { nb: 'Sum av flater m²', en: 'Sum of polygons m²' },
    { nb: 'Union m²', en: 'Union m²' },
    { nb: 'Overlapp m²', en: 'Overlap m²' },
    { nb: 'Uten flate m²', en: 'Unclassified m²' },
    { nb: 'Relativt avvik', en: 'Relative misfit' },
    { nb: 'Går opp', en: 'Closes' },
    { nb: 'Data', en: 'Data' },
    { nb: 'Minste bredde m', en: 'Sliver width m' },
    { nb: 'Kartleggingsstøy m²', en: 'Mapping noise m²' },
    { nb: 'Støyens andel av endring', en: 'Noise by gross change' },
    { nb: 'Målemåte', en: 'Method of area' },
    { nb: 'Kartprojeksjon', en: 'CRS' },
  ],
  rows: ({ extent, crs, area_method }, language) =>
    extent.flatMap(({ layer, area_m2, data, from, to, proof_by_year, ...account }) =>
      [
        { year: from.year, proof: proof_by_year.from },
        { year: to.year, proof: proof_by_year.to },
      ].map(({ year, proof }) => [
        ...[layer, year, area_m2, proof.sum_m2, proof.union_m2, proof.overlap_m2, proof.unclassified_m2],
        ...[proof.relative_misfit, closes(proof.closes)[language], data],
        ...[account.sliver_width_m, account.noise_m2, account.noise_share, area_method, crs],
      ]),
    ),
};

const closes = (is: boolean) => (is ? { nb: 'ja', en: 'yes' } : { nb: 'nei', en: 'no' });
