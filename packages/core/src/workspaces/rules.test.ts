import { randomBytes } from "node:crypto";
import { skeletonOf } from "@pronaflow/contract";
import { Slug } from "@pronaflow/contract/inputs/workspaces";
import fc from "fast-check";
import { expect, test } from "vitest";
import { finalAtFrom, isProfane, isSameName, slugCandidates } from "./rules.ts";

test.each([
  ..."fuck|f u c k|f.u.c.k|fu ck|F_U_C_K you|f*ck|fuuuuck|ｆｕｃｋ|fück|fυck|my c o c k|s h i t|sh it|a s s".split("|"),
  ..."sh1t|$hit|5h1t shop|b1tch|n1gger|c-u-n-t|cunt|The Fuckers Ltd".split("|"),
])("a name is profane through spacing, leetspeak and look-alikes: %s", (name) => {
  expect(isProfane(name)).toBe(true);
});

test.each([
  ..."Scunthorpe United|Penistone Grammar|Essex & Sussex|Middlesex|Clitheroe|Lightwater|Cockermouth|Hancock".split("|"),
  ..."Dickinson & Sons|Cummings|Arsenal|Fukuoka|Matsushita|Montenegro|Nigeria|Pakistan|Cumberland|Kung Fu".split("|"),
  ..."Cockpit Ops|Cocktail Bar|Peacock|Analytics|Assets|Class A|Assorted Goods|Therapist|Grapefruit|Titanic".split("|"),
  ..."Unit 455|8008 Club|Pen is Mighty|An Al Fresco|R & D|Q A Team|Team A|Big Hit!|Yahoo!|Swindon".split("|"),
  ..."Ngọc Bích|Cụm công nghiệp|Phúc Long|Điện lạnh|Dịch vụ|Hạt giống|日本橋".split("|"),
])("a name that only holds such letters lives: %s", (name) => {
  expect(isProfane(name)).toBe(false);
});

test("addresses made from any name are valid, and no two suffixes of one name look alike", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (name) => {
      const slugs = slugCandidates(name, randomBytes);
      expect(slugs.length).toBeGreaterThan(0);
      for (const slug of slugs) expect(Slug.safeParse(slug).success).toBe(true);
      expect(new Set(slugs.map(skeletonOf)).size).toBe(slugs.length);
    }),
  );
});

test.each([
  ["Acme Inc", "acme-inc"],
  ["Đà Nẵng Café", "da-nang-cafe"],
  ["日本橋", "workspace-"],
  ["Admin", "admin-"],
])("the address of %s is %s…", (name, slug) => {
  expect(slugCandidates(name, randomBytes)[0]).toMatch(new RegExp(`^${slug}[a-z0-9]*$`));
});

test("thirty days are thirty times 24 hours", () => {
  expect(finalAtFrom(new Date("2026-03-01T09:00:00.000Z")).toISOString()).toBe("2026-03-31T09:00:00.000Z");
});

test("a typed name is the same however its marks are composed, and no other way", () => {
  expect(isSameName(" Café ", "Café".normalize("NFD"))).toBe(true);
  expect(isSameName("cafe", "Café")).toBe(false);
  expect(isSameName("CAFÉ", "Café")).toBe(false);
});
