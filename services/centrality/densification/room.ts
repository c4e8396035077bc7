/** Zoned land for building, m² on the ellipsoid. */
export interface Room {
  /** Null where nobody knows of plans. */
  zoned_m2: number | null;
  /** Null where nobody knows of plans or of buildings. */
  unbuilt_m2: number | null;
  /** Built part of the zoned land, 0–1; null where there is none, or nobody knows. */
  built_share: number | null;
}

/** A place of the grid on zoned land. */
export interface ZonedPlace {
  municipality: string;
  area_m2: number;
  isBuilt: boolean;
  /** Positions of the centres and hubs that it lies in or near. */
  near: readonly number[];
}

/** Whether there are data about the land. */
export interface Known {
  plans: boolean;
  buildings: boolean;
}

/** Sum up places of zoned land. */
export function roomOf(places: readonly ZonedPlace[], known: Known): Room {
  if (!known.plans) return { zoned_m2: null, unbuilt_m2: null, built_share: null };
  const sum = (those: (place: ZonedPlace) => boolean) =>
    places.reduce((all, place) => (those(place) ? all + place.area_m2 : all), 0);
  const zoned_m2 = sum(() => true);
  if (!known.buildings) return { zoned_m2, unbuilt_m2: null, built_share: null };
  const unbuilt_m2 = sum(({ isBuilt }) => !isBuilt);
  return { zoned_m2, unbuilt_m2, built_share: zoned_m2 > 0 ? 1 - unbuilt_m2 / zoned_m2 : null };
}

/** Zoned land of a municipality: near centres and hubs, where densification comes first, and farther out. */
export interface MunicipalRoom {
  near: Room;
  beyond: Room;
  /** Part of the unbuilt land that lies near; null where there is none. */
  near_share: number | null;
}

export function municipalRoom(places: readonly ZonedPlace[], known: Known): MunicipalRoom {
  const near = roomOf(places.filter((place) => place.near.length > 0), known); // prettier-ignore
  const beyond = roomOf(places.filter((place) => place.near.length === 0), known); // prettier-ignore
  const unbuilt = (near.unbuilt_m2 ?? 0) + (beyond.unbuilt_m2 ?? 0);
  return { near, beyond, near_share: unbuilt > 0 ? (near.unbuilt_m2 ?? 0) / unbuilt : null };
}
