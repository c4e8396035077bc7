import { megabytes } from '../megabytes.ts';
import type { Texts } from './texts.ts';

/** How to name a system, at the command line and when uploading. */
const crs = (epsg: number) => `--crs ${epsg}, ved opplasting ?crs=${epsg}`;
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
  wkb: 'den binære geometrien er ødelagt',
  wkt: 'WKT-teksten er ødelagt',
  position: 'koordinatene er ikke tall',
  'gml-crs': 'geometrien er i et annet koordinatsystem enn filen, eller i et ukjent',
  'gml-reference': 'det viser til en geometri som ikke finnes i filen',
  'gml-loop': 'geometrien viser til seg selv',
  'gml-kind': 'denne slags geometri kan ikke leses',
  'gml-no-border': 'flaten har ingen ytre avgrensning',
  'gml-arc': 'en bue eller sirkel har ikke de punktene den trenger',
  'gml-number': 'det står noe annet enn et tall blant koordinatene',
  'gml-positions': 'antallet koordinater går ikke opp i hele punkter (antall / dimensjoner)',
  'gml-gap': 'delene av en kurve henger ikke sammen',
  arc: 'en bue har ikke tre punkter, eller to til for hver',
  flatgeobuf: 'objektet er ødelagt',
  points: 'det har flere punkter enn som kan lastes, når buer er tegnet; del det opp eller forenkle det; høyst',
  'sosi-items': 'det har flere verdier enn noe kartobjekt har; høyst',
  'sosi-rings': 'flaten har flere ringer enn det kan finnes ut av; skriv øyer i parenteser',
  row: 'raden passer ikke til overskriften',
  sosi: 'det er ikke SOSI',
  'sosi-number': 'det står noe annet enn et tall blant koordinatene',
  'sosi-positions': 'antallet koordinater går ikke opp i hele punkter',
  'sosi-axes': 'det blander punkter med og uten høyde',
  'sosi-arc': 'en bue eller sirkel har ikke de punktene den trenger (antall)',
  'sosi-curve': 'denne slags kurve kan ikke tegnes; skriv den som KURVE eller BUEP',
  'sosi-gap': 'avgrensningen er ikke lukket; den ender i (øst, nord; element, linje)',
  'sosi-no-border': 'flaten har ingen avgrensning (REF)',
  'sosi-reference': 'det viser til en kurve som ikke finnes i filen',
  'sosi-twice': 'det viser til et kurvenummer som filen har to ganger',
};

const unsafe = { link: 'er en lenke', encrypted: 'er kryptert', twice: 'finnes to ganger' };

const fileFaults: Texts['fileFaults'] = {
  empty: () => 'Filen er tom. Kontroller at den ble skrevet ferdig.',
  'unknown-format': ({ formats }) =>
    `Filen har ikke et format som kan leses. Formater: ${formats}. Angi formatet hvis det er ett av dem (--format; ved opplasting ?format=).`,
  'no-such-format': ({ format, formats }) => `Formatet «${format}» finnes ikke. Formater: ${formats}.`,
  'not-json': ({ what, line, byte }) => `Filen er ikke JSON: ${what} på linje ${line} (byte ${byte}).`,
  truncated: ({ line, byte, feature }) =>
    `Filen slutter brått på linje ${line} (byte ${byte}), etter ${feature} hele objekter. Ingenting ble importert; skaff hele filen.`,
  'text-after-end': ({ line, byte }) =>
    `JSON-dokumentet er slutt, men det kommer mer på linje ${line} (byte ${byte}). Er det en sekvens? Bruk --format geojson-sequence (ved opplasting ?format=geojson-sequence).`,
  'not-features': ({ type }) =>
    `Filen er JSON, men ikke GeoJSON med objekter (typen er ${type}). Eksporter den som FeatureCollection.`,
  'esri-json': () => 'Filen er Esri-JSON, ikke GeoJSON. Eksporter den som GeoJSON.',
  topojson: () => 'Filen er TopoJSON, ikke GeoJSON. Eksporter den som GeoJSON.',
  'crs-missing': ({ columns }) =>
    `Filen sier ikke hvilket koordinatsystem koordinatene er i. Angi det: ${crs(25832)}. (Lest: ${columns})`,
  'crs-differs': ({ layers }) =>
    `Lagene i filen er i ulike koordinatsystemer: ${layers}. Importer dem ett for ett, med lagets navn.`,
  'crs-unclear': ({ what }) => `Koordinatsystemet kan ikke leses av ${what}. Angi det: ${crs(25832)}.`,
  'too-large': ({ bytes, limit }) =>
    `${megabytes(bytes)} av filen må leses under ett; ${megabytes(limit)} kan leses. Del den opp, eller gjør den om til GeoJSON-sekvenser, som kan være så store de vil (ogr2ogr -f GeoJSONSeq ny.geojsonl gammel.gpkg).`,
  'not-geopackage': ({ what }) => `Filen er SQLite, men ikke en GeoPackage: ${what}.`,
  'no-features': () => 'Filen har ingen objekter. Ingenting ble endret.',
  'no-coordinates': ({ layer }) =>
    `Tabellen har ikke kolonner med koordinater (lon og lat, x og y, eller wkt), men laget «${layer}» trenger dem.`,
  'layer-unknown': ({ types }) =>
    (types === ''
      ? 'Filen sier ikke hvilke objekttyper den har.'
      : `Ingen lag tar imot objekttypene i filen (${types}).`) +
    ' Angi laget: --layer ID; `grunnriss layers` viser dem.',
  'layer-unclear': ({ type, layers }) => `«${type}» kan høre til flere lag: ${layers}. Angi ett: --layer ID.`,
  'no-such-layer': ({ layer, layers }) => `Filen har ikke laget «${layer}». Lagene er: ${layers}.`,
  'bad-table': ({ what, line }) => `Tabellen kan ikke leses fra linje ${line}: ${what}.`,
  changed: () =>
    'Filen ble endret mens den ble lest. Ingenting ble importert; vent til den er ferdig skrevet, og prøv igjen.',
  'no-space': ({ folder }) =>
    `Det er ikke plass igjen på disken der filer pakkes ut (${folder}). Ingenting ble importert; frigjør plass, eller sett TMPDIR til en annen mappe.`,
  'nvdb-api': () =>
    'Filen er et svar fra NVDBs gamle API (versjon 2), som ikke er et kartformat. Hent dataene på nytt fra Vegkart som GeoJSON eller CSV (med WKT), eller som GML, og importer den filen.',
  'no-such-file': ({ path }) => `Filen ${path} finnes ikke. Kontroller navnet.`,
  'not-flatgeobuf': ({ what }) => `Filen er ikke FlatGeobuf 3: ${what}.`,
  'flatgeobuf-truncated': ({ byte, feature }) =>
    `Filen slutter brått (byte ${byte}), i objekt ${feature}. Ingenting ble importert; skaff hele filen.`,
  'shapefile-part': ({ part }) =>
    `Shapefilen mangler ${part}. En shapefil er flere filer (.shp, .shx, .dbf, .prj): legg dem i samme mappe eller i en zip-fil.`,
  'shapefile-rows': ({ shapes, rows }) =>
    `Shapefilen har ${shapes} geometrier (.shp) og ${rows} rader (.dbf): hvilke som hører sammen, er ikke kjent. Eksporter den på nytt, eller finn filene fra samme eksport.`,
  gdal: ({ what }) => `Filen kan ikke leses: ${what}. Eksporter den på nytt, helst som GeoPackage.`,
  'bad-archive': ({ what }) => `Zip-filen kan ikke pakkes ut: ${what}. Lag den på nytt.`,
  'archive-too-many': ({ entries, limit }) =>
    `Zip-filen har ${entries} filer; ${limit} tas imot. Pakk bare det som hører til planen.`,
  'archive-too-large': ({ limit }) => `Zip-filen blir mer enn ${megabytes(limit)} utpakket. Del den opp.`,
  'archive-unsafe': ({ name, what }) => `Zip-filen tas ikke imot: «${name}» ${unsafe[what]}.`,
  'archive-empty': ({ names }) => `Zip-filen har ingen kart som kan leses (den har: ${names}).`,
  'not-xml': ({ what, line }) => `Filen er ikke gyldig XML: ${what} på linje ${line}. Eksporter den på nytt.`,
  'xml-truncated': ({ line }) => `Filen slutter brått på linje ${line}. Ingenting ble importert; skaff hele filen.`,
  'xml-encoding': ({ encoding, line }) =>
    `Filen sier tegnsett ${encoding}, men er ikke skrevet slik (linje ${line}). Lagre den som UTF-8.`,
  'xml-doctype': ({ line }) =>
    `Filen har en DOCTYPE på linje ${line}. Slike leses ikke, fordi de kan hente inn andre filer. Fjern linjen.`,
  'xml-too-deep': ({ line, limit }) =>
    `Linje ${line}: elementene er nøstet mer enn ${limit} ganger. Det er ikke et kart.`,
  'xml-no-features': ({ root }) =>
    `Filen er XML (<${root}>), men uten objekter i featureMember eller member. Eksporter den som GML 3.2.`,
  'gml-references': ({ limit }) => `Geometriene viser til mer enn ${limit} andre. Eksporter filen uten xlink.`,
  'not-sosi': ({ found }) =>
    `Filen begynner ikke med .HODE, slik SOSI gjør (funnet: «${found}»). Kontroller at det er en hel SOSI-fil.`,
  'sosi-truncated': ({ last, elements }) =>
    `Filen slutter uten .SLUTT, etter ${elements} elementer (sist: ${last}). Ingenting ble importert; skaff hele filen.`,
  'sosi-after-end': ({ line }) =>
    `Det kommer mer etter .SLUTT, på linje ${line}. Er flere filer satt sammen? Del dem, og importer dem hver for seg.`,
  'sosi-charset': ({ charset, known }) =>
    `Tegnsettet «${charset}» er ikke kjent. Kjente: ${known}. Rett TEGNSETT i .HODE.`,
  'sosi-koordsys': ({ koordsys }) =>
    `KOORDSYS ${koordsys} har ingen kjent EPSG-kode (et lokalt eller ukjent system). Angi systemet: ${crs(25832)}.`,
  'sosi-transpar': ({ name }) => `«${name}» i ..TRANSPAR er ikke et brukbart tall. Rett hodet i filen.`,
};

export const texts: Texts = {
  reasons: {
    unreadable({ what }) {
      const [code = '', ...detail] = what.split(': ');
      const words = [unreadable[code] ?? code, ...detail].join(': ');
      return `det kan ikke leses: ${words.replace(/ \((\d+)\)$/, ', linje $1')}`;
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
    'outside-crs': (values) =>
      `${at(values)} er utenfor området til EPSG:${values.crs}; oppgi koordinatsystemet som filen er i (${crs(25833)})`,
    'axes-swapped': (values) =>
      `${at(values)} er utenfor området til EPSG:${values.crs}, men innenfor med aksene byttet om; skriv øst før nord`,
    'degrees-not-metres': (values) =>
      `${at(values)} ser ut som grader, men EPSG:${values.crs} er i meter; oppgi koordinatsystemet som filen er i (${crs(4326)})`,
    'metres-not-degrees': (values) =>
      `${at(values)} ser ut som meter, men EPSG:${values.crs} er i grader; oppgi koordinatsystemet som filen er i (${crs(25832)}; eller 25833)`,
    'millimetres-not-metres': (values) =>
      `${at(values)} ser ut som millimeter, men EPSG:${values.crs} er i meter; del koordinatene med 1000 og importer på nytt`,
    'centimetres-not-metres': (values) =>
      `${at(values)} ser ut som centimeter, men EPSG:${values.crs} er i meter; del koordinatene med 100 (i SOSI: ENHET 0.01) og importer på nytt`,
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
    'other-charset': ({ said, taken }) => `Filen sier tegnsett ${said}, men er skrevet i ${taken}; den er lest slik.`,
    'no-charset': ({ taken }) =>
      `Filen sier ikke hvilket tegnsett den er i; den er lest som ${taken}. Ser navnene feil ut, legg ved en .cpg-fil med tegnsettets navn.`,
    gdal: ({ text }) => `Da filen ble lest: ${text}`,
    'sosi-header-slip': ({ name, meant, line }) => `Linje ${line}: hodet har ikke noe «${name}»; er det ${meant}?`,
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
