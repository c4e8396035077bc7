import { expect } from 'chai';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import type { FieldValue } from '../../layers/declaration/derivation.ts';
import { fold } from '../../layers/declaration/fold.ts';
import { mappingTo } from '../../services/imports/mapping.ts';
import { ObjectTypes } from '../../services/imports/object-type.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';

interface Sample {
  /** The product, and where its names were read. */
  product: string;
  /** What the format says beside the properties: a feature's element in GML, OBJTYPE in SOSI, a table's name. */
  objectType?: string;
  /** Written as the product writes them. */
  properties: Record<string, unknown>;
  layer: string;
  /** Every field that is filled, with its value. */
  values: Record<string, FieldValue>;
  id?: string;
  accuracyM?: number;
  /** Properties that no field takes; those of `group` are kept whole beside the fields they fill. */
  unmapped?: string[];
  unknown?: { field: string; value: string }[];
}

const samples: Sample[] = [
  {
    product: 'Kommuneplan 20190401 in GML (kommuneplan_20190401_filprod.xsd)',
    objectType: 'KpArealformålOmråde',
    properties: {
      identifikasjon: {
        Identifikasjon: { lokalId: 'b7f3', navnerom: 'http://data.geonorge.no/3330/kp', versjonId: '1' },
      },
      arealplanId: { NasjonalArealplanId: { kommunenummer: '3330', planidentifikasjon: '2021005' } },
      vertikalnivå: '2',
      arealformål: '1120',
      arealbruksstatus: '2',
      beskrivelse: 'Felt ved Ustaoset',
      områdenavn: 'FB12',
      eierform: '3',
    },
    layer: 'zoning',
    values: {
      object_type: 'KpArealformålOmråde',
      purpose: 1120,
      purpose_group: 'holiday-homes',
      status: 2,
      level: 2,
      name: 'FB12',
      plan_id: '3330_2021005',
    },
    id: 'b7f3',
    unmapped: ['identifikasjon', 'arealplanId', 'beskrivelse', 'eierform'],
  },
  {
    product: 'SOSI Plan 4.5, short names (SOSI part 2)',
    objectType: 'KpArealformålOmråde',
    properties: {
      NASJONALAREALPLANID: { KOMM: '3330', PLANID: '2021005' },
      VERTNIV: '1',
      KPAREALFORMÅL: '2010',
      AREALST: '1',
      OMRÅDENAVN: 'Tunnel',
    },
    layer: 'zoning',
    values: {
      object_type: 'KpArealformålOmråde',
      purpose: 2010,
      purpose_group: 'transport',
      status: 1,
      level: 1,
      name: 'Tunnel',
      plan_id: '3330_2021005',
    },
    unmapped: ['NASJONALAREALPLANID'],
  },
  {
    product: 'a municipal export without diacritics (ArcGIS: KPAREALFORMAL, AREALST)',
    objectType: 'KpArealformalOmrade',
    properties: { KPAREALFORMAL: 1200, AREALST: 2, PLANID: '2021005', KOMM: 3330, OMRADENAVN: 'RÅ1' },
    layer: 'zoning',
    values: {
      object_type: 'KpArealformålOmråde',
      purpose: 1200,
      purpose_group: 'extraction',
      status: 2,
      level: 2,
      name: 'RÅ1',
      plan_id: '3330_2021005',
    },
    unmapped: ['KOMM'],
  },
  {
    product: 'Reguleringsplanforslag 5.0 in GML',
    objectType: 'RpArealformålOmråde',
    properties: {
      identifikasjon: { lokalId: '1deb7804', navnerom: 'n' },
      nasjonalArealplanId: { administrativEnhet: { kommunenummer: '4204' }, planId: '1536' },
      arealformål: '1121',
      feltbetegnelse: 'BFF1',
      eierform: '3',
    },
    layer: 'zoning',
    values: {
      object_type: 'RpArealformålOmråde',
      purpose: 1121,
      purpose_group: 'holiday-homes',
      level: 2,
      name: 'BFF1',
      plan_id: '4204_1536',
    },
    id: '1deb7804',
    unmapped: ['identifikasjon', 'nasjonalArealplanId', 'eierform'],
  },
  {
    product: 'master plan of the Act of 1985 (SOSI: OPLAREAL is arealbruk)',
    objectType: 'KpArealbrukOmråde',
    properties: {
      NASJONALAREALPLANID: { KOMM: '3338', PLANID: '1999001' },
      OPLAREAL: '140',
      AREALST: '1',
      VERTNIV: '2',
    },
    layer: 'zoning',
    values: {
      object_type: 'KpArealbrukOmråde',
      purpose: 140,
      purpose_group: 'holiday-homes',
      status: 1,
      level: 2,
      plan_id: '3338_1999001',
    },
    unmapped: ['NASJONALAREALPLANID'],
  },
  {
    product: 'regulation of the Act of 1985 (SOSI: REGFORM is reguleringsformål)',
    objectType: 'RbFormålOmråde',
    properties: {
      NASJONALAREALPLANID: { KOMM: '3338', PLANID: '1995003' },
      REGFORM: '150',
      REGFORMUTDYP: 'Hytter',
      FELTBETEGNELSE: 'F1',
    },
    layer: 'zoning',
    values: {
      object_type: 'RbFormålOmråde',
      purpose: 150,
      purpose_group: 'holiday-homes',
      level: 2,
      name: 'F1',
      plan_id: '3338_1995003',
    },
    unmapped: ['NASJONALAREALPLANID', 'REGFORMUTDYP'],
  },
  {
    product: 'a Shapefile of SOSI Plan: names cut to ten characters',
    objectType: 'KpAngittHensynSone',
    properties: { KPANGITTHE: 570, HENSYNSONE: 'H570_1', KOMMUNENUM: '3330', PLANIDENTI: '2021005', NØYAKTIGHE: 200 },
    layer: 'zoning-consideration',
    values: { type: 'angitt hensyn', code: 570, name: 'H570_1', plan_id: '3330_2021005' },
    accuracyM: 2,
    unmapped: ['KOMMUNENUM'],
  },
  {
    product: 'consideration zones as maps print them: with the H, one column per kind',
    objectType: 'KpStøySone',
    properties: { OBJTYPE: 'KpStøySone', KPSTOY: 'H220', HENSYNSONENAVN: 'H220_3' },
    layer: 'zoning-consideration',
    values: { type: 'støy', code: 220, name: 'H220_3' },
  },
  {
    product: 'the outline of a plan in GML (Kommuneplan 20190401)',
    objectType: 'KpOmråde',
    properties: {
      arealplanId: { kommunenummer: '3330', planidentifikasjon: '2021005' },
      plantype: '20',
      planstatus: '3',
      lovreferanse: '6',
      plannavn: 'Kommuneplanens arealdel',
      ikrafttredelsesdato: '2022-06-16',
      opprinneligplanid: '2014001',
    },
    layer: 'plan',
    values: {
      plan_id: '3330_2021005',
      name: 'Kommuneplanens arealdel',
      plan_type: 20,
      plan_status: 3,
      law: 2008,
      in_force: '2022-06-16',
      predecessor: '2014001',
    },
    unmapped: ['arealplanId'],
  },
  {
    product: 'the outline of a plan in SOSI (PLANSTAT, IKRAFT)',
    objectType: 'RpOmråde',
    properties: {
      NASJONALAREALPLANID: { KOMM: '1840', PLANID: '2016003' },
      PLANNAVN: 'E6',
      PLANTYPE: '35',
      PLANSTAT: '3',
      LOVREFERANSE: '6',
      IKRAFT: '20171109',
      VERTNIV: '2',
    },
    layer: 'plan',
    values: { plan_id: '1840_2016003', name: 'E6', plan_type: 35, plan_status: 3, law: 2008, in_force: '2017-11-09' },
    unmapped: ['NASJONALAREALPLANID', 'VERTNIV'],
  },
  {
    product: "a county's plan in Plan 5.0 is keyed by the county",
    objectType: 'Arealplan',
    properties: { nasjonalArealplanId: { administrativEnhet: { fylkesnummer: '33' }, planId: 'R1' }, plantype: '12' },
    layer: 'plan',
    values: { plan_id: '33_R1', plan_type: 12 },
    unmapped: ['nasjonalArealplanId'],
  },
  {
    product: 'FKB-AR5 in FileGDB (table fkb_ar5_omrade)',
    objectType: 'fkb_ar5_omrade',
    properties: { lokalid: 'ar5-1', arealtype: 30, treslag: 31, skogbonitet: 13, grunnforhold: 44, noyaktighet: 200 },
    layer: 'land-cover',
    values: { class: '30' },
    id: 'ar5-1',
    accuracyM: 2,
    unmapped: ['treslag', 'skogbonitet', 'grunnforhold'],
  },
  {
    product: 'AR5 from NIBIO (nibio.no: ARTYPE, ARTRESLAG, ARSKOGBON, ARGRUNNF)',
    objectType: 'ArealressursFlate',
    properties: { ARTYPE: '21', ARTRESLAG: '98', ARSKOGBON: '98', ARGRUNNF: '44', ARKARTSTD: 'AR5' },
    layer: 'land-cover',
    values: { class: '21' },
    unmapped: ['ARTRESLAG', 'ARSKOGBON', 'ARGRUNNF', 'ARKARTSTD'],
  },
  {
    product: 'AR5 with a code that its list does not have',
    objectType: 'ArealressursFlate',
    properties: { ARTYPE: '20' },
    layer: 'land-cover',
    values: {},
    unmapped: ['ARTYPE'],
    unknown: [{ field: 'class', value: '20' }],
  },
  {
    product: 'N50 in FileGDB (table N50_Arealdekke_omrade, objtype inside)',
    objectType: 'N50_Arealdekke_omrade',
    properties: {
      objtype: 'InnsjøRegulert',
      oppdateringsdato: '2024-01-05',
      navn: 'Tunhovdfjorden',
      vatnlopenummer: 5,
    },
    layer: 'land-cover',
    values: { class: '81' },
    unmapped: ['oppdateringsdato', 'navn', 'vatnlopenummer'],
  },
  {
    product: 'N50: a type of which nobody says the class is land cover without one',
    objectType: 'N50_Arealdekke_omrade',
    properties: { objtype: 'Golfbane' },
    layer: 'land-cover',
    values: {},
    unmapped: ['objtype'],
    unknown: [{ field: 'class', value: 'Golfbane' }],
  },
  {
    product: 'N50 in GML: the same type is the element',
    objectType: 'Golfbane',
    properties: { oppdateringsdato: '2024-01-05' },
    layer: 'land-cover',
    values: {},
    unmapped: ['OBJTYPE', 'oppdateringsdato'],
    unknown: [{ field: 'class', value: 'Golfbane' }],
  },
  {
    product: 'N50 roads in FileGDB (table N50_Samferdsel_senterlinje)',
    objectType: 'N50_Samferdsel_senterlinje',
    properties: { objtype: 'Veglenke', vegkategori: 'F', typeveg: 'enkelBilveg', vegnummer: 40, medium: 'U' },
    layer: 'road-link',
    values: { road_number: '40', category: 'county', kind: 'enkelBilveg', ferry: false, tunnel: true },
    unmapped: ['objtype'],
  },
  {
    product: 'Elveg 2.0 in GML (vegsystemreferanse in groups, names of Medium, a ferry)',
    objectType: 'Veglenke',
    properties: {
      identifikasjon: { lokalId: '0.5-1.0@705174' },
      typeVeg: 'bilferje',
      medium: 'påTerrengBakkenivå',
      vegsystemreferanse: { vegsystem: { vegkategori: 'R', vegfase: 'V', vegnummer: '7' } },
    },
    layer: 'road-link',
    values: { road_number: '7', category: 'national', kind: 'bilferje', ferry: true, tunnel: false },
    id: '0.5-1.0@705174',
    unmapped: ['identifikasjon', 'vegsystemreferanse'],
  },
  {
    product: 'Elveg 2.0: every kind of road and medium is a road, none is rejected',
    objectType: 'Veglenke',
    properties: { typeVeg: 'rundkjøring', medium: 'X', vegsystemreferanse_vegsystem_vegnummer: 40 },
    layer: 'road-link',
    values: { kind: 'rundkjøring', road_number: '40', ferry: false },
  },
  {
    product: 'NVDB 540 Trafikkmengde (datakatalogen: ÅDT, total; ÅDT, andel lange kjøretøy in per cent)',
    objectType: 'Trafikkmengde',
    properties: {
      'ÅDT, total': 3000,
      'ÅDT, andel lange kjøretøy': 12,
      'År, gjelder for': 2023,
      'Grunnlag for ÅDT': 'NorTraf',
    },
    layer: 'traffic',
    values: { aadt: 3000, aadt_direction: 'both', long_share: 0.12, year: 2023, origin: 'unknown' },
    unmapped: ['Grunnlag for ÅDT'],
  },
  {
    product: 'NVDB 39 Rasteplass in GML (nvdb:NVDB_Rasteplass)',
    objectType: 'NVDB_Rasteplass',
    properties: {
      identifikasjon: { Identifikasjon: { lokalId: '88370730' } },
      vegreferanse: { Vegreferanse: { vegkategori: 'R', vegnummer: '2' } },
      navn: 'Øyersand',
      antallOppstillingsplSmåKjt: 5,
      antallOppstillingsplStoreKjt: 2,
      lovligAdkomst: 'En retning',
    },
    layer: 'rest-area',
    values: { name: 'Øyersand', kind: 'rest', road_number: '2', capacity: 5, truck_bays: 2 },
    id: '88370730',
    unmapped: ['identifikasjon', 'vegreferanse', 'lovligAdkomst'],
  },
  {
    product: 'NVDB 809 Døgnhvileplass in a table of Vegkart (EGS.<attribute>.<number>)',
    objectType: 'Døgnhvileplass',
    properties: { 'OBJ.VEGOBJEKT-ID': 917, 'EGS.NAVN.10947': 'Gol' },
    layer: 'rest-area',
    values: { name: 'Gol', kind: 'truck-rest' },
    id: '917',
  },
  {
    product: 'Askeladden, OGC API of Riksantikvaren (collection enkeltminner)',
    objectType: 'enkeltminner',
    properties: {
      kulturminneId: '165570-1',
      lokalitetId: '165570',
      navn: 'Gravhaug',
      vernetype: 'AUT',
      enkeltminnekategori: 'E-ARK',
    },
    layer: 'heritage-monument',
    values: { name: 'Gravhaug', protection: 'AUT' },
    id: '165570-1',
    unmapped: ['lokalitetId', 'enkeltminnekategori'],
  },
  {
    product: 'Enkeltminner 20190301 in GML (KulturminneEnkeltminneFlate, vern in a group)',
    objectType: 'KulturminneEnkeltminneFlate',
    properties: { navn: 'Fangstgrop', vern: { vernelov: 'KML1978', vernetype: 'AUT' }, kulturminneKategori: 'E-ARK' },
    layer: 'heritage-monument',
    values: { name: 'Fangstgrop', protection: 'AUT' },
    unmapped: ['vern', 'kulturminneKategori'],
  },
  {
    product: 'Lokaliteter in SOSI (VERNTYPE), a code of the live service',
    objectType: 'Lokalitet',
    properties: { NAVN: 'Tuft', VERNTYPE: 'IKKEV', LOKALITETSNUMMER: '42' },
    layer: 'heritage-site',
    values: { name: 'Tuft', protection: 'IKKEV' },
    id: '42',
  },
  {
    product: 'Utvalgte kulturlandskap (UKL)',
    objectType: 'KulturlandskapUtvalgte',
    properties: { områdenavn: 'Hovden', naturbaseId: 'KF1' },
    layer: 'heritage-environment',
    values: { kind: 'ukl', name: 'Hovden' },
    id: 'KF1',
  },
  {
    product: 'NGU Mineralressurser 3.0 (EAPK_A9DCBFBA): kind and registration are the object type',
    objectType: 'MalmProspekt',
    properties: { råstoffBetydning: 'nasjonalBetydning', forekomstNummer: 1729001, navn: 'Kongsberg' },
    layer: 'mineral-resource',
    values: { kind: 'metal', registration: 'prospect', importance: 'national', name: 'Kongsberg' },
    id: '1729001',
  },
  {
    product: 'NGU Mineralressurser 2.0: codes of materialType and rastoffBetydning by name',
    objectType: 'NatursteinOmrFlate',
    properties: {
      identRastoffobj: 17290010101,
      forekomstNummer: 1729001,
      materialType: 'Blokkstein',
      rastoffBetydning: 'Liten lokal betydning',
      mineralRegistreringType: 'forekomst',
      navnRastoffobj: 'Larvikitt',
    },
    layer: 'mineral-resource',
    values: { kind: 'dimension-stone', registration: 'deposit', importance: 'small', name: 'Larvikitt' },
    id: '17290010101',
    unmapped: ['forekomstNummer'],
  },
  {
    product: 'NGU Grus og pukk 4.0: RASTOFFBETYDNING as a number, one sourced and one not',
    objectType: 'SandGrusForekomst',
    properties: { RASTOFFBETYDNING: 40 },
    layer: 'mineral-resource',
    values: { kind: 'gravel', registration: 'deposit', importance: 'national' },
  },
  {
    product: 'NGU: a number of RåstoffBetydning that could not be sourced stays unknown',
    objectType: 'KnustBergProspekt',
    properties: { RASTOFFBETYDNING: 30 },
    layer: 'mineral-resource',
    values: { kind: 'crushed-rock', registration: 'prospect' },
    unmapped: ['RASTOFFBETYDNING'],
    unknown: [{ field: 'importance', value: '30' }],
  },
  {
    product: 'Naturbase, Naturvernområder (navn, verneform, vernedato; web feature service)',
    objectType: 'ms:Naturvernområde',
    properties: {
      navn: 'Hardangervidda',
      offisieltNavn: 'Hardangervidda nasjonalpark',
      verneform: 'https://register.geonorge.no/sosi-kodelister/verneform/NP',
      vernedato: '1981-04-10T00:00:00',
      naturbaseId: 'VV00001878',
      faktaark: 'https://faktaark.naturbase.no/?id=VV00001878',
    },
    layer: 'protected-area',
    values: { name: 'Hardangervidda', protection: 'NP', protected_since: '1981-04-10' },
    id: 'VV00001878',
    unmapped: ['offisieltNavn', 'faktaark'],
  },
  {
    product: 'Naturbase, Naturtyper KU-verdi (Naturtype, Verdikategori, Opphav)',
    objectType: 'naturtyper_kuverdi',
    properties: {
      Naturtype: 'Slåttemark',
      Verdikategori: 'Svært stor verdi',
      Opphav: 'NiN',
      Nøyaktighetsklasse: 'God',
    },
    layer: 'nature-type',
    values: { kind: 'Slåttemark', ku_value: 'very-large', source: 'NiN' },
    unmapped: ['Nøyaktighetsklasse'],
  },
  {
    product: 'Naturbase, kartlagte friluftslivsområder (M98-2013; SOSI: FRIVERDI)',
    objectType: 'KartlagtFriluftslivsområde',
    properties: { OMRNAVN: 'Norefjell', FRIVERDI: 'Svært viktig friluftslivsområde' },
    layer: 'recreation-area',
    values: { name: 'Norefjell', grade: 'A' },
  },
  {
    product: 'NVE flomsoner (wfs.flomsoner: FlomAreal)',
    objectType: 'FlomAreal',
    properties: { gjentaksintervall: 200, datauttaksdato: '2024-01-01' },
    layer: 'hazard',
    values: { kind: 'flood', return_period: '200' },
    unmapped: ['datauttaksdato'],
  },
  {
    product: 'Forsvarsbygg (wfs.forsvarets_skyteogovingsfelt: SkyteOgØvingsfelt)',
    objectType: 'SkyteOgØvingsfelt',
    properties: { navn: 'Hengsvann' },
    layer: 'hazard',
    values: { kind: 'firing-range', name: 'Hengsvann' },
  },
  {
    product: 'SSB Tettsteder (tettstednummer, tettstednavn, totalbefolkning)',
    objectType: 'Tettsted',
    properties: { tettstednummer: '2551', tettstednavn: 'Geilo', totalbefolkning: 2655 },
    layer: 'urban-area',
    values: { number: '2551', name: 'Geilo', residents: 2655 },
    id: '2551',
  },
  {
    product: 'SSB befolkning på rutenett (web feature service: ssbid1000m, popTot)',
    objectType: 'BefolkningPåRuter1km-2019',
    properties: { ssbid1000m: '21910006578000', popTot: 884 },
    layer: 'population',
    values: { residents: 884, cell: '21910006578000' },
    id: '21910006578000',
  },
  {
    product: 'FKB-Bygning in FileGDB (table fkb_bygning_omrade)',
    objectType: 'fkb_bygning_omrade',
    properties: { objtype: 'Bygning', bygningsnummer: 300123456, bygningstype: 161, kvalitet_noyaktighet: 20 },
    layer: 'building',
    values: { building_type: 161 },
    id: '300123456',
    accuracyM: 0.2,
    unmapped: ['objtype'],
  },
  {
    product: 'N50 heights in FileGDB (table N50_Høyde_senterlinje)',
    objectType: 'N50_Høyde_senterlinje',
    properties: { objtype: 'Hjelpekurve', hoyde: 790, medium: 'T' },
    layer: 'elevation',
    values: { height_m: 790 },
    unmapped: ['objtype', 'medium'],
  },
  {
    product: 'administrative borders in a Shapefile (KOMMUNENUM, KOMMUNENAV)',
    objectType: 'kommuner',
    properties: { KOMMUNENUM: '3330', KOMMUNENAV: 'Hol' },
    layer: 'municipality',
    values: { number: '3330', name: 'Hol' },
    id: '3330',
  },
];

const featureOf = ({ objectType, properties }: Pick<Sample, 'objectType' | 'properties'>): SourceFeature => ({
  index: 0,
  geometry: null,
  properties,
  ...(objectType !== undefined && { objectType }),
});

const filled = (values: Record<string, FieldValue>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

describe('layers: what each source product says', () => {
  let catalogue: Catalogue;
  let types: ObjectTypes;
  before(async () => {
    catalogue = await loadCatalogue();
    types = new ObjectTypes(catalogue);
  });

  for (const sample of samples)
    it(sample.product, () => {
      const feature = featureOf(sample);
      const { objectType, layers } = types.place(feature, null);
      expect(layers).to.deep.equal([sample.layer]);
      const mapped = mappingTo(catalogue.get(sample.layer))({ ...feature, ...(objectType && { objectType }) });
      expect(filled(mapped.values)).to.deep.equal(sample.values);
      expect(mapped.sourceId).to.equal(sample.id ?? null);
      expect(mapped.accuracyM).to.equal(sample.accuracyM ?? null);
      expect(Object.keys(mapped.unmapped ?? {})).to.have.members(sample.unmapped ?? []);
      expect(mapped.unknown).to.deep.equal(sample.unknown ?? []);
    });

  it('has a sample of every layer that a national product fills', () => {
    const own = ['conflict', 'treeline', 'regional-plan-zone', 'contiguous-nature', 'nature-corridor'];
    const sampled = new Set(samples.map(({ layer }) => layer));
    const without = catalogue.layers
      .filter(({ id, objectTypes }) => objectTypes && !sampled.has(id))
      .map(({ id }) => id);
    // Their products could not be read: what they take is what the layer's own names say.
    expect(without).to.have.members([
      ...own.filter((id) => catalogue.get(id).objectTypes),
      ...['centre-zone', 'dwelling', 'ecosystem', 'energy-station', 'fuel-station', 'grid-point', 'holiday-home'],
      ...['industrial-area', 'rail-line', 'region', 'stop', 'transit-hub', 'water', 'wild-reindeer'],
    ]);
  });
});

describe('layers: names that a Shapefile cuts', () => {
  let catalogue: Catalogue;
  before(async () => void (catalogue = await loadCatalogue()));

  it('is nobody’s where it may be short for names of two fields', () => {
    const { values, unmapped } = mappingTo(catalogue.get('rest-area'))(featureOf({ properties: { antallPlas: 7 } }));
    expect(values).to.include({ capacity: null, truck_bays: null });
    expect(unmapped).to.deep.equal({ antallPlas: 7 });
  });

  it('counts bytes where the file is in UTF-8', () => {
    const map = mappingTo(catalogue.get('zoning'));
    expect(
      map(featureOf({ properties: { Reguleri: 1, reguleringsf: 2, regulering: 1110 } })).values['purpose'],
    ).to.equal(1110);
    expect(map(featureOf({ properties: { arealformå: 1110 } })).values['purpose']).to.equal(1110);
    expect(map(featureOf({ properties: { arealform: 1110 } })).values['purpose']).to.equal(1110);
  });

  it('is taken only where nothing has the whole name', () => {
    const map = mappingTo(catalogue.get('zoning'));
    expect(map(featureOf({ properties: { arealformå: 1, arealformål: 1110 } })).values['purpose']).to.equal(1110);
  });

  it('leaves --map alone', () => {
    const map = mappingTo(catalogue.get('zoning'), { map: { purpose: 'mitt_formål' } });
    expect(map(featureOf({ properties: { arealformå: 1 } })).values['purpose']).to.equal(null);
  });
});

describe('layers: the same attribute wherever a program puts it', () => {
  let catalogue: Catalogue;
  before(async () => void (catalogue = await loadCatalogue()));

  const places: Record<string, unknown>[] = [
    { lokalId: 'x-1' },
    { LOKALID: 'x-1' },
    { identifikasjon: { lokalId: 'x-1' } },
    { identifikasjon: { Identifikasjon: { lokalId: 'x-1' } } },
    { IDENT: { LOKALID: 'x-1' } },
    { 'identifikasjon.lokalId': 'x-1' },
    { 'identifikasjon|Identifikasjon|lokalId': 'x-1' },
    { identifikasjon_lokalid: 'x-1' },
    { 'gml:id': 'x-1' },
  ];
  for (const properties of places)
    it(JSON.stringify(properties), () =>
      expect(mappingTo(catalogue.get('zoning'))(featureOf({ properties })).sourceId).to.equal('x-1'),
    );

  it('does not take a low line for a group: pop_2019 is no attribute 2019, aadt_dir no dir', () => {
    const { values, unmapped } = mappingTo(catalogue.get('traffic'))(featureOf({ properties: { min_year: 2001 } }));
    expect(values['year']).to.equal(null);
    expect(unmapped).to.deep.equal({ min_year: 2001 });
  });
});

describe('layers: where a table’s features go', () => {
  let types: ObjectTypes;
  before(async () => void (types = new ObjectTypes(await loadCatalogue())));
  const place = (table: string | undefined, properties: Record<string, unknown> = {}) =>
    types.place(featureOf({ properties, ...(table !== undefined && { objectType: table }) }), null);

  const tables: [table: string, objtype: string | undefined, layers: string[]][] = [
    ['Veglenke', undefined, ['road-link']],
    ['Skog', undefined, ['land-cover']],
    ['N50_Arealdekke_omrade', 'Skog', ['land-cover']],
    ['N50_Arealdekke_omrade', 'Innsjø', ['land-cover']],
    ['N50_Arealdekke_omrade', 'Tettbebyggelse', ['land-cover']],
    ['n50_arealdekke_omrade', undefined, ['land-cover']],
    ['N50_Arealdekke_senterlinje', 'ElvBekk', []],
    ['N50_Arealdekke_posisjon', 'Lufthavn', []],
    ['N50_Arealdekke_grense', 'Arealbrukgrense', []],
    ['N50_Samferdsel_senterlinje', 'Bane', ['rail-line']],
    ['N50_Samferdsel_posisjon', 'Stasjon', ['transit-hub']],
    ['N50_BygningerOgAnlegg_posisjon', 'Bygning', ['building']],
    ['N50_BygningerOgAnlegg_senterlinje', 'LuftledningLH', []],
    ['N50_Høyde_posisjon', 'Terrengpunkt', ['elevation']],
    ['N50_Restriksjonsområder_omrade', 'Naturvernområde', ['protected-area']],
    ['N50_Restriksjonsområder_omrade', 'Skytefelt', ['hazard']],
    ['N50_AdministrativeOmråder_omrade', 'Kommune', ['municipality']],
    ['fkb_ar5_omrade', undefined, ['land-cover']],
    ['fkb_ar5_grense', undefined, []],
    ['arealressurs_flate', undefined, ['land-cover']],
    ['kparealformalomrade_omrade', undefined, ['zoning']],
    ['main.rbformalomrade', undefined, ['zoning']],
    ['RpFormålGrense', undefined, []],
    ['arealplan', 'RpFormålGrense', []],
    ['Skog_grense', undefined, []],
    ['features', 'Myr', ['land-cover']],
  ];
  for (const [table, objtype, layers] of tables)
    it(`${table}${objtype ? ` with ${objtype}` : ''} → ${layers.join(', ') || 'no layer'}`, () =>
      expect(place(table, objtype ? { objtype } : {}).layers).to.deep.equal(layers));

  it('says the type that no layer takes as the source does', () => {
    expect(place('N50_Arealdekke_grense', { objtype: 'Arealbrukgrense' }).objectType).to.equal('Arealbrukgrense');
    expect(place('N50_Arealdekke_posisjon', { objtype: 'Foss' }).objectType).to.equal('Foss');
  });

  it('does not take a name for a type: a lake may be named Myr', () => {
    expect(place(undefined, { name: 'Myr' }).layers).to.deep.equal([]);
    expect(place(undefined, { type: 'Myr' }).layers).to.deep.equal(['land-cover']);
    expect(place(undefined, { name: 'RpFareSone' }).layers).to.deep.equal(['zoning-consideration']);
  });

  it('asks where nothing decides: a lake is water and land cover', () => {
    expect(place('Innsjø').layers).to.have.members(['land-cover', 'water']);
    expect(place(undefined, { OBJTYPE: 'Tettbebyggelse' }).layers).to.have.members(['land-cover', 'urban-area']);
  });

  it('knows a type in any spelling, and each layer once', async () => {
    const { layers } = await loadCatalogue();
    for (const { objectTypes = [], id } of layers)
      for (const type of objectTypes)
        for (const spelling of [type, type.toUpperCase(), fold(type)])
          expect(
            types.layersOf(spelling).filter((layer) => layer === id),
            `${id} ${spelling}`,
          ).to.have.length(1);
  });
});
