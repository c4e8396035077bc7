/** A place whose side of the treeline is general knowledge: longitude, latitude (degrees). */
export interface ControlPoint {
  name: string;
  at: [number, number];
  above: boolean;
}

const above = (name: string, lon: number, lat: number): ControlPoint => ({ name, at: [lon, lat], above: true });
const below = (name: string, lon: number, lat: number): ControlPoint => ({ name, at: [lon, lat], above: false });

/**
 * Written down before the line was derived, from general knowledge of the county: tops and lodges well above the birch,
 * towns and villages of the valleys. Haugastøl, Ustaoset and Iungsdalen are not among them: they lie at the line itself.
 * One was wrong: the coordinates remembered for Høgevarde on Norefjell lie in ground of 800–1000 m on the map. Its
 * neighbour Gråfjell stands in its place, where N1000 has the spot height 1466.
 */
export const controlPoints: ControlPoint[] = [
  above('Folarskardnuten, Hallingskarvet', 7.786, 60.615),
  above('Hardangerjøkulen', 7.43, 60.55),
  above('Finse', 7.504, 60.602),
  above('Geiterygghytta', 7.577, 60.694),
  above('Tuva', 7.769, 60.416),
  above('Rauhelleren', 7.789, 60.233),
  above('Lågaros', 7.75, 60.27),
  above('Reineskarvet', 8.27, 60.79),
  above('Skogshorn', 8.73, 60.91),
  above('Gråfjell, Norefjell', 9.396, 60.318),
  above('Bletoppen, Blefjell', 9.17, 59.8),
  below('Geilo', 8.206, 60.534),
  below('Hol', 8.3, 60.602),
  below('Ål', 8.561, 60.63),
  below('Torpo', 8.701, 60.664),
  below('Gol', 8.955, 60.699),
  below('Hemsedal', 8.552, 60.864),
  below('Nesbyen', 9.108, 60.568),
  below('Flå', 9.464, 60.426),
  below('Uvdal', 8.735, 60.266),
  below('Rødberg', 8.939, 60.269),
  below('Veggli', 9.15, 60.044),
  below('Rollag', 9.27, 60.018),
  below('Eggedal', 9.36, 60.25),
  below('Noresund', 9.622, 60.185),
  below('Kongsberg', 9.65, 59.669),
  below('Hønefoss', 10.257, 60.168),
  below('Vikersund', 10.0, 59.97),
  below('Drammen', 10.205, 59.744),
];
