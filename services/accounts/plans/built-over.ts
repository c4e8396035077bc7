/** Land with roads and pipes on it already looks unbuilt: nobody draws a buffer around them. */
const notToldByBuildings = new Set(['transport', 'unknown']);

/**
 * Whether the unbuilt land of a purpose group is land that would be built over. Scattered building takes a few houses'
 * ground, not the zone's; roads are built without buildings, so what is left to build of them cannot be told; and what a
 * purpose nobody knows would take is not known.
 */
export const isBuiltOver = (group: string): boolean => !group.startsWith('scattered') && !notToldByBuildings.has(group);
