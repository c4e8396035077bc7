import type { Language } from '../../../layers/declaration/bilingual.ts';
import { quantity } from '../../figures.ts';
import { roadName } from '../demand/road-key.ts';
import type { Clash, Demanded, Rule } from '../network/answer.ts';

const ruleTexts: Record<Rule, Record<Language, string>> = {
  p: { nb: 'antallet stasjoner', en: 'the number of stations' },
  existing: { nb: 'stasjoner som skal stå', en: 'stations that must stand' },
  forbidden: { nb: 'steder som er forbudt', en: 'sites that are forbidden' },
  min_spacing: { nb: 'minste avstand mellom stasjoner', en: 'the least spacing between stations' },
  min_spacing_km: { nb: 'minste avstand langs en veg', en: 'the least spacing along a road' },
  capacity: { nb: 'kapasiteten', en: 'the capacity' },
  share: { nb: 'andelen som skal dekkes', en: 'the share to be covered' },
};

/** Which demands cannot be met together, and the rules that forbid it. */
export function clashInWords({ demands, rules, smallest }: Clash, language: Language): string {
  const told = demands.map((one) => demandInWords(one, language)).join('; ');
  const by = rules.map((rule) => ruleTexts[rule][language]).join(', ');
  const head = { nb: 'Kravene kan ikke oppfylles samtidig', en: 'The demands cannot be met together' }[language];
  const because = by && ` ${{ nb: 'på grunn av', en: 'because of' }[language]} ${by}`;
  const more = smallest ? '' : ` ${{ nb: '(gruppen kan være mindre)', en: '(the group may be smaller)' }[language]}`;
  return `${head}${told && `: ${told}`}${because}${more}.`;
}

function demandInWords(demanded: Demanded, language: Language): string {
  if (demanded.kind === 'demand') return demanded.id;
  const km = (value: number) => quantity(value, language, 1);
  const { road, direction, from_km, to_km } = demanded;
  const way = {
    forward: { nb: 'fra begynnelsen', en: 'from its beginning' },
    both: { nb: 'begge retninger', en: 'both directions' },
    backward: { nb: 'mot begynnelsen', en: 'towards its beginning' },
  }[direction][language];
  return `${roadName(road)} km ${km(from_km)}–${km(to_km)} (${way})`;
}
