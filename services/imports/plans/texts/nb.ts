import { planTypes } from '../../../../layers/codes/plan.ts';
import { purposeOf } from '../../../../layers/codes/purposes.ts';
import { quantity } from '../../../figures.ts';
import { texts as imports } from '../../texts/nb.ts';
import type { PlanTexts } from './texts.ts';

const area = (m2: number): string =>
  m2 >= 10_000 ? `${quantity(m2 / 1000, 'nb', 1)} daa` : `${quantity(m2, 'nb', m2 < 100 ? 1 : 0)} m²`;

const metres = (m: number): string => `${quantity(m, 'nb', m < 10 ? 2 : 0)} m`;

const ofLaw = (law: number): string => (law === 1985 ? '1985-loven' : '2008-loven');

const named = (zone: {
  name: string | null;
  id: string | null;
  object_type: string | null;
  code: number | null;
}): string =>
  zone.name ??
  (zone.code === null ? null : `${purposeOf(zone.object_type, zone.code).name.nb} (${zone.code})`) ??
  zone.id ??
  'et område uten navn';

/** Hva en planlegger må rette, i Bokmål. */
export const nb: PlanTexts = {
  defects: {
    'no-zones': {
      title: 'Planen har ingen arealformål',
      remedy:
        'Eksporter planen med arealformålene som flater (RpArealformålOmråde, KpArealformålOmråde), ikke bare grenser og tekst.',
    },
    'no-plan-id': {
      title: 'Arealplan-ID mangler',
      remedy: 'Skriv kommunenummer og plan-ID i filen (for eksempel 3330_2021005), eller oppgi den ved opplasting.',
    },
    'plan-id-form': {
      title: 'Arealplan-ID mangler kommunenummer',
      found: ({ plan_id }) => `Filen har «${plan_id}».`,
      remedy: 'Skriv den som kommunenummer, understrek og plan-ID: 3330_2021005.',
    },
    'no-plan-name': { title: 'Plannavn mangler', remedy: 'Fyll ut plannavn på planområdet.' },
    'no-plan-type': {
      title: 'Plantype mangler',
      remedy:
        'Fyll ut plantype, for eksempel 20 (kommuneplanens arealdel), 34 (områderegulering) eller 35 (detaljregulering).',
    },
    'name-against-type': {
      title: 'Plannavn og plantype sier ikke det samme',
      found: ({ name, plan_type }) =>
        `Planen heter «${name}», men plantypen er ${plan_type} (${planTypes[plan_type as keyof typeof planTypes]?.nb.toLowerCase() ?? 'ukjent'}).`,
      remedy: 'Rett plantypen hvis den er feil.',
    },
    'no-plan-status': {
      title: 'Planstatus mangler',
      remedy: 'Fyll ut planstatus, for eksempel 2 (planforslag) eller 3 (endelig vedtatt).',
    },
    'no-law': {
      title: 'Lovreferanse mangler',
      remedy: 'Fyll ut hvilken plan- og bygningslov planen følger: 1985 eller 2008.',
    },
    'no-in-force': {
      title: 'Vedtaksdato mangler på en vedtatt plan',
      remedy: 'Fyll ut ikrafttredelsesdato eller dato for endelig vedtak.',
    },
    'no-outline': {
      title: 'Plangrensen mangler',
      found: ({ zones }) =>
        zones === 0
          ? 'Ingen arealformål kunne leses inn i stedet: planen har ingen utstrekning.'
          : `Omrisset av de ${zones} arealformålene er brukt i stedet.`,
      remedy:
        'Ta med planområdet (RpOmråde eller KpOmråde) som flate. Uten det kan vi ikke se om noe av planen mangler formål.',
    },
    rejected: {
      title: 'Objekter som ikke kunne leses inn',
      found: ({ reason, values }) => `${sentence(imports.reasons[reason](values as never))}.`,
      remedy: 'Rett objektet i fagsystemet og eksporter på nytt. Objektet er ikke med i planen før det er rettet.',
    },
    'no-object-type': {
      title: 'Arealformål uten objekttype',
      remedy:
        'Oppgi objekttypen (RpArealformålOmråde, KpArealformålOmråde, RbFormålOmråde eller KpArealbrukOmråde): formålskoden betyr ikke det samme i dem.',
    },
    'no-purpose': { title: 'Områder uten arealformål', remedy: 'Fyll ut formålskoden.' },
    'unknown-purpose': {
      title: 'Formålskoder som ikke finnes i kodelisten',
      found: ({ object_type, code }) => `Kode ${code} finnes ikke for ${object_type}.`,
      remedy: 'Bruk en kode fra kodelisten for objekttypen. Er koden fra den andre loven, er objekttypen feil.',
    },
    'mixed-laws': {
      title: 'Planen blander formål fra to lover',
      found: ({ old, new: now }) => `${now} områder følger 2008-loven, ${old} følger 1985-loven.`,
      remedy: 'En plan følger én lov. Skriv de gamle formålene om til kodene fra 2008, eller del filen i to planer.',
    },
    'wrong-law': {
      title: 'Objekttyper fra en annen lov enn planens',
      found: ({ object_type, law }) => `${object_type} hører ikke til i en plan etter ${ofLaw(law)}.`,
      remedy: 'Rett lovreferansen på planen, eller skriv området om til lovens egne objekttyper og koder.',
    },
    'wrong-kind': {
      title: 'Objekttyper som ikke hører til plantypen',
      found: ({ object_type, plan_type }) =>
        `${object_type} i plantype ${plan_type} (${planTypes[plan_type as keyof typeof planTypes]?.nb.toLowerCase() ?? 'ukjent'}).`,
      remedy:
        'Kommuneplaner har objekttyper som begynner på Kp, reguleringsplaner på Rp. Rett plantypen eller objekttypen.',
    },
    'no-zone-status': {
      title: 'Arealbruksstatus mangler',
      remedy: 'Fyll ut 1 (nåværende), 2 (framtidig) eller 3 (videreutvikling av nåværende).',
    },
    'no-consideration-code': {
      title: 'Hensynssoner uten kode',
      remedy:
        'Fyll ut koden for sonen, for eksempel 310 (ras- og skredfare), 560 (bevaring naturmiljø) eller 570 (bevaring kulturmiljø).',
    },
    'unknown-consideration': {
      title: 'Hensynssoner med en kode som ikke finnes',
      found: ({ code }) => `Kode ${code} finnes ikke.`,
      remedy: 'Bruk en kode fra kodelisten for hensynssoner, 110–910.',
    },
    'unknown-value': {
      title: 'Verdier som ikke finnes i kodelisten',
      found: ({ field, value, count }) => `${sentence(nb.fields[field] ?? field)} «${value}» på ${count} objekter.`,
      remedy: 'Bruk en verdi fra kodelisten.',
    },
    overlap: {
      title: 'Arealformål som overlapper',
      found: ({ area_m2, level, other }) =>
        `Overlapper ${named(other)} med ${area(area_m2)}${level === 2 ? '' : ` (vertikalnivå ${level})`}.`,
      remedy: 'La områdene dele grenselinje: på ett vertikalnivå kan et areal bare ha ett formål.',
    },
    gap: {
      title: 'Hull mellom arealformålene',
      found: ({ area_m2 }) => `${area(area_m2)} uten formål.`,
      remedy: 'Trekk grensene sammen, eller gi arealet et formål.',
    },
    'outline-uncovered': {
      title: 'Deler av planområdet uten arealformål',
      found: ({ area_m2 }) => `${area(area_m2)} innenfor plangrensen har ikke formål på bakken (vertikalnivå 2).`,
      remedy: 'Gi arealet et formål, eller trekk plangrensen inn.',
    },
    'outside-outline': {
      title: 'Områder som går utenfor plangrensen',
      found: ({ area_m2, share, farthest_m }) =>
        share > 0.999
          ? `Hele området (${area(area_m2)}) ligger utenfor.`
          : `${area(area_m2)} ligger utenfor, inntil ${metres(farthest_m)} fra grensen.`,
      remedy: 'Klipp området langs plangrensen, eller utvid plangrensen.',
    },
    'topology-failed': {
      title: 'Hull og overlapp kunne ikke beregnes',
      found: ({ what }) => `Databasen svarte: ${what}`,
      remedy: 'Rett geometrifeilene over først, og prøv igjen.',
    },
    repaired: {
      title: 'Flater som ble rettet ved innlesing',
      found: ({ fault, before_m2, after_m2 }) =>
        `${sentence(imports.faults[fault])}.${before_m2 === null || after_m2 === null ? '' : ` Arealet endret seg med ${area(Math.abs(after_m2 - before_m2))}.`}`,
      remedy: 'Rett flaten i fagsystemet også: ellers står feilen igjen i planregisteret.',
    },
    'expired-purpose': {
      title: 'Utgåtte formålskoder',
      found: ({ code }) => `Kode ${code} brukes ikke i nye planer.`,
      remedy: 'Bruk en gjeldende kode hvis planen er ny. I en vedtatt plan kan koden stå.',
    },
    'no-level': {
      title: 'Vertikalnivå mangler',
      found: ({ count, of }) => `${count} av ${of} områder er lest som «på bakken» (2).`,
      remedy:
        'Fyll ut vertikalnivå. Ligger noe under bakken (1) eller over (3), må det stå, ellers blir det vurdert som bakken.',
    },
    'no-zone-name': {
      title: 'Områder uten navn',
      found: ({ count, of }) => `${count} av ${of} områder har ikke feltnavn.`,
      remedy: 'Du kan gi dem navn som i plankartet (BFT1, SKV2); da er funn lettere å kjenne igjen.',
    },
  },
  severities: {
    error: { one: 'feil', many: 'feil', heading: 'Må rettes' },
    warning: { one: 'merknad', many: 'merknader', heading: 'Bør ses på' },
    information: { one: 'opplysning', many: 'opplysninger', heading: 'Til opplysning' },
  },
  layers: { plan: 'plangrense', zoning: 'arealformål', 'zoning-consideration': 'hensynssoner' },
  fields: {
    status: 'arealbruksstatus',
    level: 'vertikalnivå',
    plan_type: 'plantype',
    plan_status: 'planstatus',
    law: 'lovreferanse',
    object_type: 'objekttype',
  },
  area,
  zone: {
    unnamed: 'uten navn',
    id: (id) => `id ${id}`,
    feature: (index, file) => `objekt nr. ${index + 1}${file === null ? '' : ` i ${file}`}`,
  },
  report: {
    title: (plan) => `Plankontroll: ${plan}`,
    ready: 'Ingen feil er funnet.',
    mend: (errors) => `${errors} feil må rettes før planen kan tas inn i planregisteret.`,
    look: (warnings) => (warnings === 1 ? '1 merknad bør ses på.' : `${warnings} merknader bør ses på.`),
    facts: {
      plan_id: 'Arealplan-ID',
      name: 'Plannavn',
      plan_type: 'Plantype',
      plan_status: 'Planstatus',
      law: 'Lov',
      in_force: 'I kraft',
      predecessor: 'Erstatter',
      files: 'Filer',
      crs: 'Koordinatsystem',
    },
    notStated: 'ikke oppgitt',
    counts: 'Hva som ble lest inn',
    countHeadings: ['', 'Lest', 'Lastet', 'Av dem rettet', 'Avvist'],
    map: 'Kart',
    mapMeaning:
      'Plangrense, arealformål og hensynssoner. Tallene viser hvor hver feil er; de samme tallene står i listene.',
    what: 'Hva',
    where: 'Hvor',
    place: (lat, lon) => `${lat}° N, ${lon}° Ø`,
    coordinates: (x, y, crs) => `N ${y}, Ø ${x} (EPSG:${crs})`,
    remedy: 'Slik retter du',
    andMore: (count) => `og ${count} til`,
    reader: 'Om filen',
    leftOut: 'Ikke tatt med',
    leftOutMeaning:
      'Disse objekttypene er ikke arealbruk (grenser, bestemmelsesområder, påskrift, juridiske linjer) og er ikke kontrollert.',
    noType: 'uten objekttype',
    tolerance: (m2) => `Hull og overlapp på inntil ${area(m2)} er regnet som avrunding av koordinater og er ikke med.`,
  },
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
