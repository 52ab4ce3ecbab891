import { expect, test } from "vitest";
import { describeDevice } from "./device.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    { browser: "Chrome 131", os: "Windows 10", device: "desktop" },
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
    { browser: "Safari 17", os: "iOS 17.5", device: "Apple iPhone" },
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
    { browser: "Firefox 132", os: "Linux", device: "desktop" },
  ],
  ["curl/8.5.0", { browser: "curl 8", os: null, device: null }],
])("%s is told", (header, device) => {
  expect(describeDevice(header)).toEqual(device);
});

test("nothing gives nothing", () => {
  for (const header of [null, undefined, "", " ", "\0\0", "???"]) {
    expect(describeDevice(header)).toEqual({ browser: null, os: null, device: null });
  }
});

test("hostile headers are bounded in size, and carry no control characters", () => {
  const hostile = [
    "Mozilla/5.0 ".repeat(100_000),
    "a".repeat(1_000_000),
    `\0Chrome/131\0 (Windows NT 10.0)\0`,
    "(".repeat(1_000_000),
    `${" ".repeat(400)}Chrome/${"9".repeat(1000)}`,
    `Mozilla/5.0 (Linux; Android 14; ${"X".repeat(400)}) Chrome/131.0`,
    "<script>alert(1)</script>/1",
    "\u202eevil/1",
    "Chrome/131\r\nSet-Cookie: a=b",
  ];
  for (const header of hostile) {
    for (const value of Object.values(describeDevice(header))) {
      expect(value ?? "").not.toMatch(/[\p{C}<>]/u);
      expect((value ?? "").length).toBeLessThanOrEqual(60);
    }
  }
});
