/**
 * SOSI's numbers of coordinate systems (KOORDSYS) and their EPSG numbers. SOSI part 1, "Koordinatsystem".
 * A range is [first, last, EPSG of the first]; the others follow one by one.
 */
const systems: readonly [first: number, last: number, epsg: number][] = [
  [1, 8, 27391], // NGO 1948, axes I–VIII
  [9, 9, 4273], // NGO 1948, geographic
  [19, 26, 25829], // EUREF89, UTM zones 29–36
  [31, 36, 23031], // ED50, UTM zones 31–36
  [50, 50, 4230], // ED50, geographic
  [59, 66, 32629], // WGS84, UTM zones 29–36
  [84, 84, 4258], // EUREF89, geographic
  [205, 230, 5105], // EUREF89, NTM zones 5–30
];

/** The EPSG number of a KOORDSYS; undefined for local and unknown ones. */
export function epsgOfKoordsys(koordsys: number): number | undefined {
  const range = systems.find(([first, last]) => koordsys >= first && koordsys <= last);
  return range && range[2] + koordsys - range[0];
}
