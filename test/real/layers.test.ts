import { expect } from 'chai';
import path from 'node:path';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import { layersIn } from '../../services/imports/layers-in-file.ts';
import { mappingTo } from '../../services/imports/mapping.ts';
import { ObjectTypes } from '../../services/imports/object-type.ts';
import { readFile } from '../../services/imports/read-file.ts';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';
import { withRealData } from '../setup/real-data.ts';

interface Expected {
  file: string;
  /** Where nothing in the file says it. */
  layer?: string;
  /** The properties that no field takes, in the layers that the features go to; groups that hold more are kept whole. */
  takes?: Record<string, string[]>;
  /** Features of object types that no layer takes. */
  leftOut?: Record<string, number>;
  /** Codes outside the list of their field. */
  unknown?: string[];
  /** Why the file cannot go anywhere by itself. */
  fault?: string;
  /** The types that the fault names. */
  types?: string;
}

const files: Expected[] = [
  { file: 'admin-fylke.geojson', layer: 'region', takes: { region: [] } },
  { file: 'admin-kommuner.geojson', layer: 'municipality', takes: { municipality: ['fylkesnummer'] } },
  { file: 'admin-nabokommuner.geojson', layer: 'municipality', takes: { municipality: ['fylkesnummer'] } },
  { file: 'cabins_n50_hardangervidda.geojson', takes: { 'holiday-home': ['city'] } },
  {
    file: 'cabins_n50_numedal_sample.geojson',
    takes: { 'holiday-home': ['cat', 'city', 'buildtype'] },
    unknown: ['building_type=172', 'building_type=171'],
  },
  { file: 'cabins_public_hardangervidda.geojson', takes: { building: ['city'] } },
  {
    file: 'grid_capacity_wattapp_NC.geojson',
    layer: 'grid-point',
    takes: {
      'grid-point': ['source_file', 'capacityUnit', 'availableProd', 'kommune', 'kommune_nr', 'fylke', 'fylke_nr'],
    },
  },
  { file: 'n1000_airports.geojson', fault: 'layer-unknown', types: 'Lufthavn' },
  { file: 'n1000_bog.geojson', takes: { 'land-cover': [] } },
  {
    file: 'n1000_buildings_cabins.geojson',
    takes: {
      building: [
        'oppdateringsdato',
        'målemetode',
        'bygningskategori',
        'betjeningsgrad',
        'hytteeier',
        'tilgjengelighet',
        'navn',
      ],
    },
  },
  { file: 'n1000_builtup.geojson', fault: 'layer-unclear', types: 'Tettbebyggelse' },
  { file: 'n1000_builtup.geojson', layer: 'land-cover', takes: { 'land-cover': [] } },
  { file: 'n1000_builtup.geojson', layer: 'urban-area', takes: { 'urban-area': [] } },
  { file: 'n1000_contours.geojson', takes: { elevation: ['medium', 'oppdateringsdato', 'målemetode'] } },
  { file: 'n1000_elevation_bands.geojson', takes: { elevation: [] } },
  { file: 'n1000_firing_ranges.geojson', takes: { hazard: [] } },
  { file: 'n1000_forest.geojson', takes: { 'land-cover': [] } },
  { file: 'n1000_lakes.geojson', fault: 'layer-unclear', types: 'Innsjø' },
  { file: 'n1000_lakes.geojson', layer: 'land-cover', takes: { 'land-cover': ['høyde'] } },
  { file: 'n1000_lakes.geojson', layer: 'water', takes: { water: [] } },
  { file: 'n1000_mines.geojson', fault: 'layer-unknown', types: 'Gruve' },
  { file: 'n1000_municipalities.geojson', takes: { municipality: ['fylkesnummer', 'fylkesnavn'] } },
  { file: 'n1000_open_area.geojson', takes: { 'land-cover': [] } },
  { file: 'n1000_place_names.geojson', fault: 'layer-unknown', types: 'StedsnavnTekst' },
  { file: 'n1000_powerlines.geojson', fault: 'layer-unknown', types: 'LuftledningLH' },
  { file: 'n1000_protected.geojson', takes: { 'protected-area': [] } },
  { file: 'n1000_rail.geojson', takes: { 'rail-line': ['oppdateringsdato', 'målemetode'] } },
  { file: 'n1000_rail_stations.geojson', takes: { 'transit-hub': ['oppdateringsdato', 'målemetode'] } },
  { file: 'n1000_river_areas.geojson', layer: 'land-cover', takes: { 'land-cover': [] } },
  { file: 'n1000_river_areas.geojson', layer: 'water', takes: { water: [] } },
  { file: 'n1000_rivers.geojson', fault: 'layer-unknown', types: 'ElvBekk' },
  {
    file: 'n1000_roads.geojson',
    takes: { 'road-link': ['oppdateringsdato', 'målemetode', 'vegfase', 'rutemerking'] },
  },
  { file: 'n1000_sea.geojson', layer: 'land-cover', takes: { 'land-cover': [] } },
  { file: 'n1000_sea.geojson', layer: 'water', takes: { water: [] } },
  { file: 'n1000_snow_glacier.geojson', takes: { 'land-cover': [] } },
  { file: 'n1000_spot_heights.geojson', takes: { elevation: ['medium', 'oppdateringsdato', 'målemetode'] } },
  {
    file: 'places-valglokaler-2017.csv',
    layer: 'service',
    takes: {
      service: [
        'adresse',
        'postnummer',
        'poststed',
        'kommunenummer_2017',
        'kommune_2017',
        'kommunenummer',
        'in_buskerud',
        'valgdag',
      ],
    },
  },
  { file: 'roads_elveg_numedal_sample.geojson', takes: { 'road-link': ['name', 'publ_priv', 'traffic_bin'] } },
  {
    file: 'stats-befolkning-rutenett-1km.csv',
    layer: 'population',
    takes: { population: ['x', 'y', 'kommunenummer', 'in_buskerud', 'pop_2001', 'pop_2010'] },
  },
  {
    file: 'stats-befolkning-rutenett-250m.csv',
    layer: 'population',
    takes: { population: ['x', 'y', 'kommunenummer', 'pop_2002', 'pop_2007', 'pop_2012', 'pop_2017', 'pop_2022'] },
  },
  {
    file: 'svv_traffic_links_2024_buskerud.csv',
    layer: 'traffic',
    takes: {
      traffic: [
        'isTrafficWithMetering',
        'startTrafficNodeId',
        'endTrafficNodeId',
        'roadSystemReferences',
        'functionClass',
        'functionalRoadClass',
        'highestSpeedLimit',
        'lowestSpeedLimit',
        'maxLanes',
        'minLanes',
        'isRamp',
        'isFerryRoute',
        'isNorwegianScenicRoute',
        'isBlocked',
        'isInvalid',
        'hasOnlyPublicTransportLanes',
        'municipalityIds',
        'countyIds',
        'yearAppliesTo',
        'aadt_trafficVolumeResolution',
        'aadt_registrationFrequency',
        'aadt_coverage',
        'aadt_correctedStandardError',
        'aadt_sourceType',
      ],
    },
  },
  {
    file: 'svv_traffic_links_2024_buskerud.csv',
    layer: 'road-link',
    takes: {
      'road-link': [
        'parentTrafficLinkId',
        'isTrafficWithMetering',
        'roadSystemReferences',
        'functionClass',
        'functionalRoadClass',
        'lowestSpeedLimit',
        'maxLanes',
        'minLanes',
        'isRamp',
        'isNorwegianScenicRoute',
        'isBlocked',
        'isInvalid',
        'hasOnlyPublicTransportLanes',
        'municipalityIds',
        'countyIds',
        'yearAppliesTo',
        'aadt_dir',
        'aadt_year',
        'aadt_trafficVolumeResolution',
        'aadt_registrationFrequency',
        'aadt_coverage',
        'aadt_correctedStandardError',
        'aadt_sourceType',
        'aadt_trafficVolumeType',
        'heavy_ratio',
      ],
    },
  },
  { file: 'trails_hardangervidda.geojson', fault: 'layer-unknown', types: 'hardanger_trails' },
  { file: 'villrein_hardangervidda_area.geojson', takes: { 'wild-reindeer': [] } },
  {
    file: 'formats/n1000_sample_gdal_written.gdb.zip',
    takes: {
      'land-cover': [],
      'road-link': ['oppdateringsdato', 'målemetode', 'vegfase', 'rutemerking'],
    },
  },
  { file: 'formats/n1000_sample_gdal_written.gpkg', fault: 'layer-unclear', types: 'Tettbebyggelse' },
  {
    file: 'formats/nvdb_gml_rasteplass_0403.gml',
    takes: {
      'rest-area': [
        'identifikasjon',
        'prosesshistorie',
        'vegreferanse',
        'type',
        'arealTotalt',
        'arealKjørbart',
        'lovligAdkomst',
        'fastDekke',
        'gml_id',
      ],
    },
  },
  {
    file: 'formats/plan_gml.avgr.1-pass.gml',
    takes: {
      plan: [
        'identifikasjon',
        'oppdateringsdato',
        'prosesshistorie',
        'informasjon',
        'link',
        'nasjonalArealplanId',
        'rpOmråde',
        'gml_id',
        'opphav',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'formål',
        'formål 2',
        'formål 3',
      ],
      zoning: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'beskrivelse',
        'eierform',
        'utnytting',
        'uteoppholdsareal',
        'avgrensesAv',
        'avgrensesAv 2',
        'avgrensesAv 3',
        'planområde',
        'gml_id',
      ],
    },
    leftOut: { RpFormålGrense: 3 },
  },
  {
    file: 'formats/plan_gml.bue.1-fail.gml',
    takes: {
      plan: [
        'identifikasjon',
        'oppdateringsdato',
        'nasjonalArealplanId',
        'rpOmråde',
        'gml_id',
        'opphav',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'formål',
        'formål 2',
        'formål 3',
      ],
      zoning: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'beskrivelse',
        'eierform',
        'utnytting',
        'uteoppholdsareal',
        'planområde',
        'gml_id',
      ],
    },
    leftOut: { RpFormålGrense: 1 },
  },
  {
    file: 'formats/plan_gml.epsg.1-fail.gml',
    takes: {
      plan: [
        'identifikasjon',
        'oppdateringsdato',
        'prosesshistorie',
        'informasjon',
        'link',
        'nasjonalArealplanId',
        'rpOmråde',
        'gml_id',
        'opphav',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'formål',
        'formål 2',
        'formål 3',
      ],
      zoning: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'beskrivelse',
        'eierform',
        'utnytting',
        'uteoppholdsareal',
        'planområde',
        'gml_id',
      ],
    },
  },
  {
    file: 'formats/plan_gml.epsg.1-pass-1.gml',
    takes: {
      plan: [
        'identifikasjon',
        'oppdateringsdato',
        'prosesshistorie',
        'informasjon',
        'link',
        'nasjonalArealplanId',
        'rpOmråde',
        'gml_id',
        'opphav',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'formål',
        'formål 2',
        'formål 3',
      ],
      zoning: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'beskrivelse',
        'eierform',
        'utnytting',
        'uteoppholdsareal',
        'planområde',
        'gml_id',
      ],
    },
  },
  {
    file: 'formats/plan_gml.epsg.1-pass-2.gml',
    takes: {
      plan: [
        'identifikasjon',
        'oppdateringsdato',
        'prosesshistorie',
        'informasjon',
        'link',
        'nasjonalArealplanId',
        'rpOmråde',
        'gml_id',
        'opphav',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'formål',
        'formål 2',
        'formål 3',
      ],
      zoning: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'beskrivelse',
        'eierform',
        'utnytting',
        'uteoppholdsareal',
        'planområde',
        'gml_id',
      ],
    },
  },
  {
    file: 'formats/plan_gml.flate.1-fail.gml',
    takes: {
      plan: [
        'identifikasjon',
        'oppdateringsdato',
        'prosesshistorie',
        'informasjon',
        'link',
        'nasjonalArealplanId',
        'rpOmråde',
        'gml_id',
        'opphav',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'formål',
        'formål 2',
        'formål 3',
        'bestemmelseOmråde',
        'bestemmelseOmråde 2',
      ],
      zoning: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'beskrivelse',
        'eierform',
        'utnytting',
        'uteoppholdsareal',
        'planområde',
        'gml_id',
        'handlingsområde',
      ],
    },
    leftOut: { RpBestemmelseOmråde: 2, RpHandlingOmråde: 1, RpRegulertHøyde: 1 },
  },
  {
    file: 'formats/plan_gml.flate.3-fail.gml',
    takes: {
      plan: [
        'identifikasjon',
        'oppdateringsdato',
        'prosesshistorie',
        'informasjon',
        'link',
        'nasjonalArealplanId',
        'rpOmråde',
        'gml_id',
        'opphav',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'formål',
        'formål 2',
        'formål 3',
        'bestemmelseOmråde',
        'bestemmelseOmråde 2',
      ],
      zoning: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'beskrivelse',
        'eierform',
        'utnytting',
        'uteoppholdsareal',
        'planområde',
        'gml_id',
        'handlingsområde',
      ],
    },
    leftOut: { RpBestemmelseOmråde: 2, RpHandlingOmråde: 1, RpRegulertHøyde: 1 },
  },
  {
    file: 'formats/plan_gml.kurve.1-fail.gml',
    takes: {
      plan: [
        'identifikasjon',
        'oppdateringsdato',
        'prosesshistorie',
        'informasjon',
        'link',
        'nasjonalArealplanId',
        'rpOmråde',
        'gml_id',
        'opphav',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'formål',
        'formål 2',
        'formål 3',
        'bestemmelseOmråde',
        'bestemmelseOmråde 2',
      ],
      zoning: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'beskrivelse',
        'eierform',
        'utnytting',
        'uteoppholdsareal',
        'planområde',
        'gml_id',
        'handlingsområde',
      ],
    },
    leftOut: { RpBestemmelseOmråde: 2, RpHandlingOmråde: 1, RpRegulertHøyde: 1 },
  },
  {
    file: 'formats/plan_gml.xlink.1-2D-pass.gml',
    takes: {
      plan: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'opphav',
        'arealplanId',
        'informasjon',
        'rpOmråde',
        'gml_id',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'bestemmelseOmråde',
      ],
    },
    leftOut: { RpBestemmelseOmråde: 1 },
  },
  {
    file: 'formats/plan_gml.xlink.1-3D-pass.gml',
    takes: {
      plan: [
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'kvalitet',
        'opphav',
        'arealplanId',
        'informasjon',
        'rpOmråde',
        'gml_id',
      ],
    },
    leftOut: { RpRegulertTerreng: 1 },
  },
  {
    file: 'formats/plan_reguleringsplan_4204_1536_25832.geojson',
    takes: {
      'zoning-consideration': [
        'xmlns:app',
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'planområde',
        'påskrift',
        'label',
      ],
      zoning: [
        'xmlns:app',
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'eierform',
        'uteoppholdsareal',
        'planområde',
        'påskrift',
        'label',
      ],
      plan: [
        'xmlns:app',
        'identifikasjon',
        'førsteDigitaliseringsdato',
        'oppdateringsdato',
        'vertikalnivå',
        'vertikallag',
        'arealplan',
        'påskrift',
        'formål',
        'hensyn',
        'juridiskLinje',
        'label',
      ],
    },
    leftOut: { RpFormålGrense: 38, RpGrense: 11, RpJuridiskLinje: 11, RpPåskrift: 19 },
  },
  {
    file: 'formats/roads_elveg_sample_area.gpkg',
    takes: { 'road-link': ['fid', 'name', 'publ_priv', 'traffic_bin', 'value'] },
  },
  { file: 'formats/sample_area.gpkg', fault: 'layer-unknown', types: 'study_area' },
  { file: 'formats/sosi_reader_invalid_graphical.sos', fault: 'layer-unknown', types: 'Skiltplate_96' },
  { file: 'formats/sosi_reader_valid_graphical.sos', fault: 'layer-unknown', types: 'Skiltplate_96' },
  { file: 'formats/sosi_reader_valid_no_comments.sos', fault: 'layer-unknown', types: 'Skiltplate_96' },
  { file: 'formats/sosi_reader_valid_nonterminated_quoted_string.sos', fault: 'layer-unknown' },
  { file: 'formats/sosi_reader_valid_real_data.sos', fault: 'layer-unknown', types: 'NedsenkaKantstein_10' },
  { file: 'formats/sosi_reader_valid_real_data2.sos', fault: 'layer-unknown', types: 'Fiberduk_59' },
  { file: 'formats/sosi_reader_valid_string_concat_on_different_lines.sos', fault: 'layer-unknown' },
  { file: 'formats/sosi_reader_valid_utf8_with_bom.sos', fault: 'layer-unknown', types: 'Rekkverk_5' },
  { file: 'formats/sosi_reader_valid_varying_strings_and_numbers.sos', fault: 'layer-unknown' },
  { file: 'formats/sosi_reader_valid_with_island_refs.sos', fault: 'crs-missing' },
  { file: 'formats/sosi_reader_valid_with_refs.sos', fault: 'crs-missing' },
  { file: 'formats/sosi_reader_valid_with_special_values.sos', fault: 'crs-missing' },
  {
    file: 'formats/sosi_regplan_ntm15.sos',
    takes: {
      plan: ['NASJONALAREALPLANID', 'VERTNIV', 'PLANBEST'],
      'zoning-consideration': ['NASJONALAREALPLANID', 'VERTNIV'],
      zoning: ['NASJONALAREALPLANID', 'EIERFORM'],
    },
    leftOut: {
      RpFormålGrense: 141,
      RpAngittHensynGrense: 5,
      RpBestemmelseGrense: 30,
      RpSikringGrense: 3,
      RpBestemmelseOmråde: 22,
      RpGrense: 1,
      RpFareGrense: 1,
      RpJuridiskPunkt: 31,
      RpJuridiskLinje: 7,
    },
  },
  { file: 'formats/sosi_vips_fv251_ansi.sos', fault: 'layer-unknown' },
];

withRealData('where the features of real files go', (folder) => {
  let catalogue: Catalogue;
  before(async () => void (catalogue = await loadCatalogue()));

  for (const { file, layer, takes, leftOut = {}, unknown = [], fault, types = '' } of files)
    it(`${file} → ${layer ?? Object.keys(takes ?? {}).join(', ')}${fault ?? ''}`, async () => {
      const from = { path: path.join(folder, file) };
      if (fault !== undefined) {
        const error = await layersIn(catalogue, from).then(
          () => expect.fail('it should have been refused'),
          (reason: unknown) => reason as UnreadableFile,
        );
        expect(error).to.be.instanceOf(UnreadableFile);
        expect(error.fault).to.equal(fault);
        expect(error.message).to.include(types);
        return;
      }
      if (layer === undefined) {
        const found = await layersIn(catalogue, from);
        expect(found.layers).to.have.members(Object.keys(takes ?? {}));
        expect(Object.fromEntries(found.leftOut.map(({ objectType, count }) => [objectType, count]))).to.deep.equal(
          leftOut,
        );
      }
      const mapped = await mapAll(from.path, layer);
      expect(mapped).to.deep.equal({ takes, unknown, faults: [] });
    });

  /** Every feature in the words of its layer: what was left over, which codes were unknown, which values did not fit. */
  async function mapAll(file: string, layer: string | undefined) {
    const objectTypes = new ObjectTypes(catalogue);
    const faults: unknown[] = [];
    const unknown = new Set<string>();
    const left = new Map<string, Set<string>>();
    const maps = new Map(
      catalogue.layers.map((one) => [one.id, mappingTo(one, { onFault: (fault) => faults.push(fault.values) })]),
    );
    const source = await readFile(file);
    for await (const feature of source.features) {
      const { objectType, layers } = objectTypes.place(feature, source.collection);
      const id = layer ?? layers[0];
      const map = id === undefined ? undefined : maps.get(id);
      if (id === undefined || !map) continue;
      const mapped = map({ ...feature, ...(objectType !== undefined && { objectType }) });
      const names = left.get(id) ?? new Set();
      for (const name of Object.keys(mapped.unmapped ?? {})) names.add(name);
      left.set(id, names);
      for (const { field, value } of mapped.unknown) unknown.add(`${field}=${value}`);
    }
    const takes = Object.fromEntries([...left].map(([id, names]) => [id, [...names]]));
    return { takes, unknown: [...unknown], faults };
  }
});
