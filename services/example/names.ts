/** Place names that sound Norwegian and are made up by putting parts together; none is meant to be a real place. */
const first = [
  'Eldre', 'Trolla', 'Kvisle', 'Skjoldra', 'Ramsa', 'Tjuva', 'Huldre', 'Gyger', 'Nøkka', 'Draug', 'Vette', 'Jutul',
  'Tusse', 'Risa', 'Nisse', 'Alve', 'Fylgje', 'Skratte', 'Gnome', 'Sampo',
]; // prettier-ignore
const last = ['moen', 'vassdal', 'heim', 'bygda', 'fjell', 'strand', 'nesset', 'åsen', 'lia', 'vik', 'haugen', 'øya'];

/** Municipality names, each different up to 240. @param index from 0 */
export function municipalityName(index: number): string {
  return part(first, index) + part(last, (index % first.length) + Math.floor(index / first.length));
}

/** Villages, lakes, hills: a made-up first part and a last part for the kind of thing. @param index from 0 */
export function placeName(index: number, ending: string): string {
  const round = Math.floor(index / first.length);
  const stem = part(first, index * 7 + round) + (round === 0 ? '' : part(middles, round));
  return stem + ending;
}

const middles = ['', 'skog', 'stein', 'dals', 'berg', 'myr', 'bekk', 'furu', 'bjørk', 'elg', 'ørn', 'ravn'];

function part(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

/** Municipality number: 9901, 9902 … No real municipality has a number above 5700. @param index from 0 */
export function municipalityNumber(index: number): string {
  return String(index < 99 ? 9901 + index : 9000 + index - 98);
}
