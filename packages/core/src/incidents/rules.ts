import type { Point } from "@pronaflow/auth";

/** Spec ID-13: nobody gets about faster than this between two sign-ins. */
export const FASTEST_KM_AN_HOUR = 900;
/** Below it the place database is no evidence: a network's addresses are spread over a region. */
export const FLOOR_KM = 100;
const EARTH_RADIUS_KM = 6371;

/** The way between two points along the ground, in kilometres (haversine; good to half a per cent). */
export function kilometersBetween(from: Point, to: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const a =
    half(to.latitude - from.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(to.longitude - from.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** Whether nobody can have come so far in that time. */
export function isImpossibleTravel(kilometers: number, elapsedMs: number): boolean {
  if (kilometers <= FLOOR_KM) return false;
  return kilometers / (Math.max(elapsedMs, 1) / 3_600_000) > FASTEST_KM_AN_HOUR;
}
