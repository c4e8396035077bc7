import type { ZoningObjectType } from '../../layers/codes/purpose.ts';
import { componentsOf } from './components.ts';
import type { Land } from './land.ts';
import { zoneNames, type Zone } from './plan.ts';
import { unionsOf } from './rings.ts';

/**
 * Zones out of faces: those with the same purpose and status that lie together in one municipality become one zone, so
 * zones tile the plan without gaps. @param purposes per face, see purposes.ts; −1 outside the plan
 * @returns the zones of each municipality, by its index
 */
export function zonesByMunicipality(
  land: Land,
  purposes: Int32Array,
  objectType: ZoningObjectType,
): Map<number, Zone[]> {
  const { mesh, municipalityOf } = land;
  const key = purposes.map((value, face) => (value < 0 ? -1 : municipalityOf[face] * 100_000 + value));
  const unions = unionsOf(mesh, componentsOf(mesh, key), 'opening');
  const zones = new Map<number, Zone[]>();
  const names = new Map<number, (purpose: number) => string>();
  for (let face = 0; face < unions.labels; face++) {
    const geometry = unions.get(face);
    if (!geometry) continue;
    const municipality = municipalityOf[face];
    const purpose = Math.floor(purposes[face] / 10);
    const status = (purposes[face] % 10) as 1 | 2 | 3;
    const name = names.get(municipality) ?? zoneNames();
    names.set(municipality, name);
    const own = zones.get(municipality) ?? [];
    zones.set(municipality, own);
    own.push({ objectType, purpose, status, level: 2, name: name(purpose), geometry });
  }
  return zones;
}
