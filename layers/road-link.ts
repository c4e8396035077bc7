import { motorwayOf, roadCategories, roadCategoryValues, tunnelOfMedium } from './codes/roads.ts';
import { boolean, integer, metres, number, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, line } from './declaration/paint.ts';

/**
 * Road links between two nodes: the graph that travel times are found on.
 * A ferry takes its crossing and its wait, whatever its length. A register of links without geometry is a graph too.
 */
export const roadLink = layer({
  id: 'road-link',
  title: { nb: 'Veger', en: 'Roads' },
  description: {
    nb: 'Veglenker med vegnummer, fartsgrense og noder.',
    en: 'Road links with road number, speed limit and nodes.',
  },
  group: 'mobility',
  geometry: 'line',
  geometryOptional: true,
  fields: {
    road_number: text({ nb: 'vegnummer', en: 'road number' }),
    category: oneOf(roadCategories, {
      title: { nb: 'vegkategori', en: 'category' },
      sourceValues: roadCategoryValues,
    }),
    speed_kmh: integer({ nb: 'fartsgrense', en: 'speed limit' }, { unit: 'km/h' }),
    length_m: metres({ nb: 'lengde', en: 'length' }),
    from_node: text({ nb: 'fra node', en: 'from node' }),
    to_node: text({ nb: 'til node', en: 'to node' }),
    one_way: boolean({ nb: 'enveiskjørt', en: 'one-way' }),
    ferry: boolean({ nb: 'ferje', en: 'ferry' }),
    ferry_min: number({ nb: 'overfartstid', en: 'crossing time' }, { unit: 'min' }),
    wait_min: number({ nb: 'ventetid', en: 'waiting time' }, { unit: 'min' }),
    tunnel: boolean({ nb: 'tunnel', en: 'tunnel' }, { sourceValues: tunnelOfMedium }),
    motorway: boolean({ nb: 'motorveg', en: 'motorway' }, { sourceValues: motorwayOf }),
    level: integer({ nb: 'nivå', en: 'level' }),
    kind: text({ nb: 'vegtype', en: 'kind of road' }),
  },
  names: {
    road_number: ['vegnummer', 'VEGNUMMER', 'roadSystem', 'vegref'],
    category: ['vegkategori', 'VEGKATEGORI', 'roadCategory'],
    // 2021 is the number of the speed limit's attribute in the road register's catalogue (type 105).
    speed_kmh: ['fartsgrense', 'fartsgrenseVerdi', 'Fartsgrense_2021', 'highestSpeedLimit', 'speedLimit'],
    length_m: ['lengde', 'LENGDE', 'length'],
    from_node: ['startTrafficNodeId', 'fraNode', 'startnode'],
    to_node: ['endTrafficNodeId', 'tilNode', 'sluttnode'],
    one_way: ['enveiskjørt', 'oneway', 'envegskjøring'],
    ferry: ['isFerryRoute', 'ferje'],
    ferry_min: ['overfartstid'],
    wait_min: ['ventetid'],
    tunnel: ['medium', 'MEDIUM'],
    motorway: ['motorvegtype', 'motorveg'],
    level: ['nivå', 'vertikalnivå'],
    kind: ['typeVeg'],
  },
  derived: {
    // Elveg 2.0 and NVDB: bilferje and passasjerferje are kinds of road (typeVeg).
    ferry: ({ values }) => {
      const { ferry, kind } = values;
      return ferry ?? (typeof kind === 'string' ? /ferje/i.test(kind) : null);
    },
  },
  objectTypes: ['Veglenke', 'VegSenterlinje', 'sample_area_roads'],
  // Not veglenkesekvensid: a sequence has many links, and a second feature of the same id is rejected.
  idNames: ['linkId'],
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: line(
    byCode(
      'category',
      {
        european: '#a02c2c',
        national: '#b8561f',
        county: '#8a6d1f',
        municipal: '#6b6b6b',
        private: '#8f8a80',
        forest: '#7f8b55',
      },
      '#7a7a7a',
    ),
    { size: 1.5 },
  ),
  label: 'road_number',
});
