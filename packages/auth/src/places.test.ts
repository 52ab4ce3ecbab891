import { tmpdir } from "node:os";
import { beforeAll, expect, test } from "vitest";
import type { Places } from "./places.ts";
import { openPlaces } from "./places.ts";

let places: Places;

beforeAll(async () => {
  places = await openPlaces();
});

test("a public address has a country and a city, over IPv4 and IPv6", () => {
  expect(places.lookup("8.8.8.8")).toMatchObject({ country: "US" });
  expect(places.lookup("113.161.0.1")).toMatchObject({ country: "VN", city: expect.any(String) });
  expect(places.lookup("::ffff:113.161.0.1")).toEqual(places.lookup("113.161.0.1"));
  expect(places.lookup("2001:4860:4860::8888")).toMatchObject({ country: expect.stringMatching(/^[A-Z]{2}$/) });
});

test("a public address has a point on the map, near where it is", () => {
  const { latitude = 0, longitude = 0 } = places.lookup("113.161.0.1")?.point ?? {};
  expect(latitude).toBeGreaterThan(8);
  expect(latitude).toBeLessThan(24);
  expect(longitude).toBeGreaterThan(102);
  expect(longitude).toBeLessThan(110);
});

test("private, reserved and malformed addresses are nowhere", () => {
  const nowhere = [
    null,
    undefined,
    "",
    "nonsense",
    "10.0.0.1",
    "192.168.1.1",
    "172.16.0.1",
    "127.0.0.1",
    "169.254.1.1",
    "100.64.0.1",
    "::1",
    "fe80::1",
    "fc00::1",
    "0.0.0.0",
    "999.1.1.1",
  ];
  for (const ip of nowhere) expect(places.lookup(ip)).toBeNull();
});

test("without the database everything is nowhere and nothing fails", async () => {
  const without = await openPlaces({ folder: tmpdir() });
  expect(without.lookup("8.8.8.8")).toBeNull();
});
