/**
 * Whether PostGIS could not do what a statement asked of geometries: GEOS raised an exception. PostgreSQL has no code of
 * its own for that; XX000, internal error, is what PostGIS gives on every database.
 */
export const isGeometryFailure = (error: unknown): boolean => (error as { code?: string }).code === 'XX000';
