import type { Texts } from './texts.ts';

const at = ({ x, y }: { x: number; y: number }) => `(${x}, ${y})`;
const unit = { metre: 'm', degree: '°' } as Record<string, string>;

const unreadable: Texts['unreadable'] = {
  json: 'det er ikke JSON',
  encoding: 'det er ikke UTF-8; lagre filen som UTF-8',
  'not-a-feature': 'det er ikke et GeoJSON-objekt (Feature)',
  'too-large': 'det er større enn 128 MB; del det opp',
  'too-deep': 'parentesene er nøstet mer enn 100 ganger',
  geometry: 'geometrien mangler type',
  coordinates: 'koordinatene er ikke lister av tall',
  curve: 'det har buer; få dem skrevet som linjer',
  wkb: 'den binære geometrien er ødelagt',
  wkt: 'WKT-teksten er ødelagt',
  position: 'koordinatene er ikke tall',
  row: 'raden passer ikke til overskriften',
};

const fileFaults: Texts['fileFaults'] = {
  empty: () => 'Filen er tom. Kontroller at den ble skrevet ferdig.',
  'unknown-format': ({ formats }) =>
    `Filen har ikke et format som kan leses. Formater: ${formats}. Angi formatet med --format hvis det er ett av dem.`,
  'no-such-format': ({ format, formats }) => `Formatet «${format}» finnes ikke. Formater: ${formats}.`,
  'not-json': ({ what, line, byte }) => `Filen er ikke JSON: ${what} på linje ${line} (byte ${byte}).`,
  truncated: ({ line, byte, feature }) =>
    `Filen slutter brått på linje ${line} (byte ${byte}), etter ${feature} hele objekter. Ingenting ble importert; skaff hele filen.`,
  'text-after-end': ({ line, byte }) =>
    `JSON-dokumentet er slutt, men det kommer mer på linje ${line} (byte ${byte}). Er det en sekvens? Bruk --format geojson-sequence.`,
  'not-features': ({ type }) =>
    `Filen er JSON, men ikke GeoJSON med objekter (typen er ${type}). Eksporter den som FeatureCollection.`,
  'esri-json': () => 'Filen er Esri-JSON, ikke GeoJSON. Eksporter den som GeoJSON.',
  topojson: () => 'Filen er TopoJSON, ikke GeoJSON. Eksporter den som GeoJSON.',
  'crs-missing': ({ columns }) =>
    `Filen sier ikke hvilket koordinatsystem koordinatene er i. Angi det: --crs 25832. (Lest: ${columns})`,
  'crs-differs': ({ layers }) =>
    `Lagene i filen er i ulike koordinatsystemer: ${layers}. Importer dem ett for ett, med lagets navn.`,
  'crs-unclear': ({ what }) => `Koordinatsystemet kan ikke leses av ${what}. Angi det: --crs 25832.`,
  'too-large': ({ bytes, limit }) =>
    `Filen har ${bytes} byte i ett stykke; ${limit} kan leses. Del den, eller gjør den om til GeoJSON-sekvenser (ogr2ogr -f GeoJSONSeq).`,
  'not-geopackage': ({ what }) => `Filen er SQLite, men ikke en GeoPackage: ${what}.`,
  'no-features': () => 'Filen har ingen objekter. Ingenting ble endret.',
  'no-coordinates': ({ layer }) =>
    `Tabellen har ikke kolonner med koordinater (lon og lat, x og y, eller wkt), men laget «${layer}» trenger dem.`,
  'layer-unknown': ({ types }) =>
    `Ingen lag tar imot objekttypene i filen (${types}). Angi laget: --layer ID; \`grunnriss layers\` viser dem.`,
  'layer-unclear': ({ type, layers }) => `«${type}» kan høre til flere lag: ${layers}. Angi ett: --layer ID.`,
  'no-such-layer': ({ layer, layers }) => `Filen har ikke laget «${layer}». Lagene er: ${layers}.`,
  'bad-table': ({ what, line }) => `Tabellen kan ikke leses fra linje ${line}: ${what}.`,
};

export const texts: Texts = {
  reasons: {
    unreadable({ what }) {
      const [code = '', ...detail] = what.split(': ');
      return `det kan ikke leses: ${[unreadable[code] ?? code, ...detail].join(': ')}`;
    },
    'no-geometry': () => 'det mangler geometri, og laget trenger det',
    'empty-geometry': () => 'geometrien har ingen koordinater',
    'wrong-type': ({ type, wanted }) => `det er ${type}; laget har ${texts.geometryKinds[wanted]}`,
    'not-finite': ({ vertex }) => `koordinat ${vertex + 1} er ikke et endelig tall`,
    'too-many-vertices': ({ vertices, limit }) =>
      `det har ${vertices} punkter, ${limit} kan lastes; del det opp eller forenkle det`,
    'too-few-points': ({ part }) =>
      part === 'ring' ? 'en ring har færre enn 4 punkter' : 'en linje har bare ett punkt',
    'ring-open': ({ ring, gap, unit: of }) =>
      `ring ${ring + 1} er ikke lukket: endene er ${gap.toPrecision(3)} ${unit[of]} fra hverandre; la den slutte der den begynner`,
    'outside-crs': (values) => `${at(values)} er utenfor området til EPSG:${values.crs}; angi riktig system med --crs`,
    'axes-swapped': (values) =>
      `${at(values)} er utenfor området til EPSG:${values.crs}, men innenfor med aksene byttet om; skriv øst før nord`,
    'degrees-not-metres': (values) =>
      `${at(values)} ser ut som grader, men EPSG:${values.crs} er i meter; prøv --crs 4326`,
    'metres-not-degrees': (values) =>
      `${at(values)} ser ut som meter, men EPSG:${values.crs} er i grader; prøv --crs 25832 eller 25833`,
    invalid: ({ fault, areaBefore, areaAfter }) =>
      `${texts.faults[fault]}; å rette det ville endre arealet fra ${round(areaBefore)} til ${round(areaAfter)} m²`,
    'duplicate-id': ({ id }) => `et tidligere objekt har id-en «${id}»`,
    'missing-value': ({ field }) => `det mangler verdi for «${field}»; angi feltet i kilden: --map ${field}=…`,
    'bad-value': ({ field, value, kind }) => `«${value}» passer ikke i «${field}» (${kind})`,
  },
  faults: {
    'self-intersection': 'grensen krysser seg selv',
    'ring-self-intersection': 'en ring berører eller krysser seg selv',
    'hole-outside': 'et hull ligger utenfor',
    'holes-nested': 'et hull ligger i et hull',
    'shells-nested': 'en del ligger inni en annen',
    'rings-repeated': 'en ring finnes to ganger',
    'interior-split': 'hull deler flaten i to',
    collapsed: 'det har ingen utstrekning',
    'ring-closed': 'en ring hadde et gap på høyst 1 cm og ble lukket',
    other: 'geometrien er ugyldig',
  },
  unreadable,
  fileFaults,
  warnings: {
    'map-not-used': ({ field, name }) => `Ingen objekter har «${name}», som ble angitt for «${field}».`,
    'far-away': ({ distanceKm }) =>
      `Objektene ligger ${distanceKm} km fra nærmeste kommune. Er koordinatsystemet riktig?`,
    'outline-from-zones': ({ zones }) =>
      `Filen har ingen plangrense. Omrisset av ${zones} soner er brukt som plangrense; legg inn plangrensen hvis planen er større.`,
    'nothing-loaded': () => 'Ingen objekter kunne lastes.',
  },
  geometryKinds: { point: 'punkter', line: 'linjer', polygon: 'flater', any: 'punkter, linjer og flater' },
  report: {
    counts: (read, loaded, repaired, rejected) =>
      `${read} lest = ${loaded} lastet (${repaired} av dem rettet) + ${rejected} avvist`,
    place: (crs, extent) => `EPSG:${crs}, ${extent}`,
    rejected: 'Avvist',
    feature: (index, id) => `objekt ${index}${id === null ? '' : ` (${id})`}`,
    andMore: (count) => `og ${count} til`,
    repaired: 'Rettet',
    areaChange: (before, after) => `${before} → ${after} m²`,
    unknownCodes: 'Koder som ikke står i listen (beholdt)',
    unmapped: 'Felt i kilden uten felt her (beholdt)',
    withoutId: (count) => `${count} objekter har ingen id; numrene endres når objektene endres.`,
    identical: (count) => `${count} objekter er like et tidligere.`,
    withHeights: (count) => `Høydene til ${count} objekter er utelatt.`,
    ownOutline: (count) =>
      `${count} flater, i alle målestokker til sammen, er tegnet hver for seg: grensene passer ikke til naboenes. Se etter overlapp og glipper.`,
    warnings: 'Se på dette',
  },
};

const round = (area: number | null): string => (area === null ? '0' : String(Math.round(area)));
