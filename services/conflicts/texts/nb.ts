/** What the frame of the check says, in Bokmål; placeholders as in message.ts. */
export const nb = {
  zone: 'Sone {zone}: {purpose} ({object_type} {code}), {area:daa}.',
  mended: 'Geometrien var ugyldig ({fault}) og ble rettet uten at arealet endret seg nevneverdig.',
  'purpose-code-unknown': 'Formålskoden {code} er ukjent for {object_type}.',
  'same-id': 'Flere soner har id {id}; denne er nummer {feature} i planen, regnet fra 0.',
  'no-purpose':
    'Sonen mangler arealformål og kan ikke vurderes. Sett formål (arealformål, KPAREALFORMÅL, RPAREALFORMÅL).',
  'no-geometry': 'Sonen mangler geometri og kan ikke vurderes.',
  'bad-geometry': 'Geometrien kan ikke brukes: {reason}.',
  'broken-geometry': 'Geometrien er ugyldig ({fault}) og kan ikke rettes uten å endre arealet. Tegn grensen på nytt.',
  'overlay-failed': 'Overlegget lot seg ikke beregne for denne sonen.',
  'other-level': 'Sonen ligger på vertikalnivå {level}, ikke på grunnen; retningslinjen gjelder nivå 2.',
  'not-concerned': 'Retningslinjen gjelder {subject}; denne sonen er noe annet.',
  'plan-ended': 'Planen er ikke lenger i kraft.',
  'no-new-land': 'Sonen har ikke nytt eller utvidet areal.',
  'no-duty': 'Planen er ikke en kommuneplanens arealdel: plikten til å sikre gjelder ikke den.',
  'soft-duty': 'I en reguleringsplan er plikten svakere: høyst til vurdering.',
  'weak-knowledge': 'Betydningen er ikke vurdert: høyst til vurdering.',
  'old-law': 'Eldre lov: planen kunne ikke ha hensynssoner, høyst til vurdering.',
  'secured-part': '{share:%} av {area:daa} i planen er sikret (bebygd areal regnes ikke med).',
  'zones-left-out': '{count} soner i planen kunne ikke leses eller plasseres, og er ikke regnet med.',
  'taken-out-uncertain':
    'Usikkert: {zones} ({count} av planens soner) kunne ikke leses eller plasseres, og kan ha det samme formålet.',
  'too-small': '{area:daa} nytt areal er mindre enn retningslinjen gjelder ({least:daa}).',
  'new-land': '{area:daa} er nytt eller utvidet areal.',
  given: '{area:daa} er gitt fra før av plan {plan_id} ({date}).',
  ruled: '{area:daa} er siden gitt et annet formål av den nyere planen {plan_id} ({date}).',
  densified: 'Fortetting: videreutvikling innenfor et område som var gitt fra før.',
  'in-line':
    'I tråd med kommuneplanen {plan_id} av {date}, som viser samme formål som framtidig ({area:daa}). Arealet er likevel nytt.',
  clash: 'Motstrid: planene {older} og {newer} gir {area:daa} ulike formål; den nyeste går foran.',
  'no-building-layer': 'Det er ikke lastet inn bygninger: areal med status nåværende regnes som bebygd.',
  built: 'Nåværende areal inntil {distance:m} fra en bygning regnes som bebygd.',
  'present-unbuilt':
    '{area:daa} har status nåværende, men er ubebygd og ikke gitt av noen tidligere plan: regnes som nytt.',
  'state-purpose': 'Gi sonen en formålskode fra kodelistene: da kan den vurderes.',
  'layer-absent': 'Ikke vurdert: datagrunnlag mangler ({layers}).',
  'coverage-unknown': 'Det er ikke kjent hvor dataene dekker.',
  'coverage-none': 'Ikke vurdert: dataene dekker ikke noe av sonen.',
  'coverage-partial': 'Ikke vurdert: bare {share:%} av sonen er dekket av dataene.',
  'coverage-around': 'Ikke vurdert: dataene dekker sonen, men ikke alt landet rundt som regelen gjelder.',
  coverage: '{share:%} av sonen er dekket av dataene.',
  touching: 'Bare berøring: overlappet er smalere enn grensen og regnes ikke.',
  settled: 'Avklart {date} av {name}: {reason}',
  'settled-before': 'Var avklart {date} av {name} ({reason}), men geometrien er endret siden: ikke lenger avklart.',
  'not-a-guideline': 'Dette er ikke en retningslinje i planen: høyst til vurdering.',
  'clean-up-conflict':
    'Planvask: ville vært i konflikt, men planen i kraft er eldre enn retningslinjen, høyst til vurdering.',
  'clean-up': 'Planvask: planen i kraft er eldre enn retningslinjen, høyst til vurdering.',
} as const;

export type Texts = Record<keyof typeof nb, string>;
