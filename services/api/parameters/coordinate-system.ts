import { z } from 'zod';
import { coordinateSystems, crs84, findCoordinateSystem } from '../coordinate-systems.ts';
import { parameter } from './parameter.ts';

const uris = coordinateSystems.map(({ uri }) => uri).join(' ');

/** A CRS by its URI (OGC API Features Part 2); one that is not offered is not valid (/req/crs/fc-crs-valid-value). */
const schema = z
  .string()
  .default(crs84.uri)
  .transform((name, context) => {
    const found = findCoordinateSystem(name);
    if (!found) context.addIssue({ code: 'custom', message: uris });
    return found ?? crs84;
  });

/** The CRS of the answer (/req/crs/fc-crs-definition). */
export const crs = parameter({
  name: 'crs',
  kind: 'text',
  schema,
  meaning: { nb: `koordinatsystemet til svaret: ${uris}`, en: `the coordinate system of the answer: ${uris}` },
});

/** The CRS of the box (/req/crs/fc-bbox-crs-definition). */
export const bboxCrs = parameter({
  name: 'bbox-crs',
  kind: 'text',
  schema,
  meaning: { nb: `koordinatsystemet til bbox: ${uris}`, en: `the coordinate system of bbox: ${uris}` },
});
