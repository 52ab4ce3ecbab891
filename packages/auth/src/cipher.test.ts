import { expect, test } from "vitest";
import { CipherError, createKeyRing, parseSecretKeys } from "./cipher.ts";
import { createSigner } from "./signer.ts";

const first = "first-secret-".padEnd(43, "a");
const second = "second-secret-".padEnd(43, "b");
const ring = createKeyRing([first]);

test("what is sealed opens again, in its context only", () => {
  const sealed = ring.seal("JBSWY3DPEHPK3PXP – bí mật", "totp:account-1");
  expect(sealed).toMatch(/^v1:[\w-]{8}:[\w-]{16}:[\w-]+$/);
  expect(ring.open(sealed, "totp:account-1")).toBe("JBSWY3DPEHPK3PXP – bí mật");
  expect(() => ring.open(sealed, "totp:account-2")).toThrow(CipherError);
  expect(ring.open(ring.seal("", "empty"), "empty")).toBe("");
});

test("the same text never seals the same twice", () => {
  expect(new Set(Array.from({ length: 500 }, () => ring.seal("same", "c"))).size).toBe(500);
});

test("one changed character anywhere, or a cut, is a CipherError", () => {
  const sealed = ring.seal("a secret of some length", "c");
  for (let at = 0; at < sealed.length; at += 1) {
    const flipped = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
    expect(() => ring.open(flipped, "c")).toThrow(CipherError);
    expect(() => ring.open(sealed.slice(0, at), "c")).toThrow(CipherError);
  }
});

test("one flipped bit in nonce, text or tag is a CipherError", () => {
  const [version, keyId, nonce = "", box = ""] = ring.seal("text", "c").split(":");
  const flip = (text: string, bit: number) => {
    const bytes = Buffer.from(text, "base64url");
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    return bytes.toString("base64url");
  };
  for (let bit = 0; bit < 96; bit += 1)
    expect(() => ring.open([version, keyId, flip(nonce, bit), box].join(":"), "c")).toThrow(CipherError);
  for (let bit = 0; bit < 160; bit += 1)
    expect(() => ring.open([version, keyId, nonce, flip(box, bit)].join(":"), "c")).toThrow(CipherError);
});

test("nonsense is a CipherError that does not repeat the input", () => {
  for (const bad of ["", "v1", "v1:::", "v2:a:b:c", ":".repeat(1000), "v1:__proto__:a:b", "x".repeat(100_000)]) {
    expect(() => ring.open(bad, "c")).toThrow(CipherError);
  }
});

test("after a rotation old seals open, new ones use the new key, and a dropped key opens nothing", () => {
  const sealed = ring.seal("old", "c");
  const rotated = createKeyRing([second, first]);
  expect(rotated.open(sealed, "c")).toBe("old");
  expect(rotated.isCurrent(sealed)).toBe(false);
  expect(rotated.isCurrent(rotated.seal("new", "c"))).toBe(true);
  expect(() => ring.open(rotated.seal("new", "c"), "c")).toThrow(CipherError);
  expect(() => createKeyRing([second]).open(sealed, "c")).toThrow(CipherError);
});

test("derived keys are stable, and apart by purpose, by key and from each other's uses", () => {
  expect(ring.derive("a")).toEqual(createKeyRing([first, second]).derive("a"));
  const all = [
    ring.derive("a"),
    ring.derive("b"),
    createKeyRing([second]).derive("a"),
    ring.mac("a", ""),
    ring.mac("b", ""),
    ring.mac("a", "x"),
  ];
  expect(new Set(all.map((key) => key.toString("hex"))).size).toBe(all.length);
  for (const key of all) expect(key).toHaveLength(32);
});

test("a weak or missing secret is refused without being shown", () => {
  expect(() => createKeyRing([])).toThrow(RangeError);
  expect(() => createKeyRing([first, "hunter2"])).toThrow(RangeError);
  expect(() => createKeyRing([first, "hunter2"])).not.toThrow("hunter2");
  expect(parseSecretKeys(` ${first} ,,${second}`)).toEqual([first, second]);
});

test("a signature holds for its text, purpose and ring, and nothing else", () => {
  const signer = createSigner(ring, "audit");
  const signature = signer.sign("checkpoint 1");
  expect(signer.sign("checkpoint 1")).toBe(signature);
  expect(signer.verify("checkpoint 1", signature)).toBe(true);
  expect(signer.verify("checkpoint 2", signature)).toBe(false);
  expect(createSigner(ring, "other").verify("checkpoint 1", signature)).toBe(false);
  expect(createSigner(createKeyRing([second, first]), "audit").verify("checkpoint 1", signature)).toBe(true);
  expect(createSigner(createKeyRing([second]), "audit").verify("checkpoint 1", signature)).toBe(false);
  for (const bad of ["", "v1", "v1:a:b", `${signature}x`, signature.slice(0, -2), `${signature}:`])
    expect(signer.verify("checkpoint 1", bad)).toBe(false);
  expect(signer.publicKeys()).toEqual([
    { keyId: signature.split(":")[1], pem: expect.stringContaining("BEGIN PUBLIC KEY") },
  ]);
});
