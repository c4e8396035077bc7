/** Where the codes of the tables beside this file were read, by the key in their last column. */
export const purposeSources = {
  'kp-2008':
    'SOSI Plan, code list KpArealformål: objektkatalog.geonorge.no/Objekttype/Index/EAID_DA6D9134_3EDC_4ca8_9CB5_DEA20BA665EE',
  'rp-2008':
    'SOSI Plan, code list RpArealformål: objektkatalog.geonorge.no/Objekttype/Index/EAID_C169BB67_DE3C_4525_B231_178231D67794',
  'rp-style':
    'National plan map styles (DiBK): github.com/Arkitektum/styles.ft.dibk.no, sld/reguleringsplan/rparealformalomrade.sld',
  'kp-1985': 'SOSI code list Arealbruk, pbl. 1985 § 20-4: register.geonorge.no/sosi-kodelister/arealbruk',
  'rb-1985':
    'National plan map styles (DiBK), pbl. 1985 § 25: github.com/Arkitektum/styles.ft.dibk.no, sld/reguleringsplan/rbformalomrade.sld',
  'rb-overlays':
    'Legend of the old-law overlays RbRestriksjon-, RbBevaring-, RbFornyelse- and RbRekkefølgeOmråde: shared.origo.geodataonline.no/arcgis/rest/services/Stavanger/Reguleringsplan/MapServer/legend',
  reserve:
    'Codes found in municipal plan data and listed with their names in the plan-reserve classification of GeoTales and Nordfjord EDB',
} as const;

export type PurposeSource = keyof typeof purposeSources;
