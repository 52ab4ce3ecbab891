import { expect, test } from "vitest";
import type { HashEngine } from "./hash-engine.ts";
import { inProcessEngine } from "./hash-engine.ts";
import { createHasher, DEFAULT_COST, PasswordTooLong } from "./passwords.ts";
import { createWorkSlots, HasherBusy } from "./work-slots.ts";

const light = { memoryKib: 1024, passes: 1, lanes: 1 };
const hasher = createHasher({ cost: light });

test("the default hash is argon2id with 19 MiB, t=2, p=1, written into the hash", async () => {
  const hash = await createHasher().hash("correct horse battery staple");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a password verifies against its hash and no other does", async () => {
  const hash = await hasher.hash("Tr0ub4dor&3 and more");
  expect(await hasher.verify(hash, "Tr0ub4dor&3 and more")).toBe(true);
  expect(await hasher.verify(hash, "Tr0ub4dor&3 and mor")).toBe(false);
  expect(await hasher.verify(hash, "Tr0ub4dor&3 and more ")).toBe(false);
  expect(await hasher.verify(hash, "")).toBe(false);
});

test("composed and decomposed letters are one password", async () => {
  const hash = await hasher.hash("Mật khẩu đủ dài!1".normalize("NFD"));
  expect(await hasher.verify(hash, "Mật khẩu đủ dài!1".normalize("NFC"))).toBe(true);
});

test("characters past the 72nd byte matter", async () => {
  const start = "a".repeat(72);
  const hash = await hasher.hash(`${start}X`);
  expect(await hasher.verify(hash, `${start}Y`)).toBe(false);
  expect(await hasher.verify(hash, start)).toBe(false);
});

test("128 code points are hashed, 129 are refused before argon2 sees them", async () => {
  const longest = "😀".repeat(128);
  expect(await hasher.verify(await hasher.hash(longest), longest)).toBe(true);
  await expect(hasher.hash("😀".repeat(129))).rejects.toBeInstanceOf(PasswordTooLong);
  await expect(hasher.hash("a".repeat(1_000_000))).rejects.toBeInstanceOf(PasswordTooLong);
  expect(await hasher.verify(await hasher.hash(""), "a".repeat(129))).toBe(false);
});

test("one password hashes differently each time", async () => {
  expect(await hasher.hash("same password here")).not.toBe(await hasher.hash("same password here"));
});

test("a hash asks for rehashing when the cost rises, and only then", async () => {
  const hash = await hasher.hash("correct horse battery staple");
  expect(hasher.needsRehash(hash)).toBe(false);
  expect(createHasher({ cost: { ...light, memoryKib: 2048 } }).needsRehash(hash)).toBe(true);
  expect(createHasher({ cost: { ...light, passes: 2 } }).needsRehash(hash)).toBe(true);
  expect(createHasher({ cost: { memoryKib: 512, passes: 1, lanes: 1 } }).needsRehash(hash)).toBe(false);
  for (const other of ["", "$2b$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$broken"])
    expect(hasher.needsRehash(other)).toBe(true);
});

test("an old hash still verifies after the cost rose", async () => {
  const hash = await hasher.hash("correct horse battery staple");
  expect(await createHasher().verify(hash, "correct horse battery staple")).toBe(true);
});

test("the decoy is false, and the same work: one verification at the cost of a real hash", async () => {
  const verified: string[] = [];
  const engine: HashEngine = {
    ...inProcessEngine,
    verify(hash, text) {
      verified.push(hash);
      return inProcessEngine.verify(hash, text);
    },
  };
  const real = createHasher({ engine, cost: DEFAULT_COST });
  expect(await real.verify(await real.hash("correct horse battery staple"), "wrong")).toBe(false);
  expect(await real.verifyDecoy("wrong")).toBe(false);
  // What decides the cost is in the hash: the parameters, the sizes of salt and digest.
  const shapes = verified.map((hash) => hash.split("$").map((part, at) => (at < 4 ? part : part.length)));
  expect(shapes).toHaveLength(2);
  expect(shapes[1]).toEqual(shapes[0]);
  expect(real.stats()).toMatchObject({ completed: 3 });
});

test("a storm never hashes more than the limit at once and serves everyone in the line", async () => {
  const limited = createHasher({ concurrency: 2, queueLimit: 100, cost: light });
  const storm = Array.from({ length: 60 }, (_, i) => limited.hash(`password number ${i}`));
  expect(limited.stats()).toMatchObject({ running: 2, queued: 58 });
  expect(new Set(await Promise.all(storm)).size).toBe(60);
  expect(limited.stats()).toEqual({ running: 0, queued: 0, peakRunning: 2, completed: 60, refused: 0 });
});

test("over the queue a caller is refused at once, and a free place is given again", async () => {
  const limited = createHasher({ concurrency: 1, queueLimit: 2, cost: light });
  const served = [limited.verifyDecoy("a"), limited.hash("b"), limited.hash("c")];
  await expect(limited.hash("d")).rejects.toBeInstanceOf(HasherBusy);
  await expect(limited.verifyDecoy("e")).rejects.toBeInstanceOf(HasherBusy);
  await Promise.all(served);
  expect(await limited.hash("f")).toMatch(/^\$argon2id/);
  expect(limited.stats()).toMatchObject({ refused: 2, completed: 4, running: 0 });
});

test("work that fails gives its slot back, and the line keeps its order", async () => {
  const slots = createWorkSlots({ concurrency: 1, queueLimit: 10 });
  const order: number[] = [];
  const failing = slots.run(() => Promise.reject(new Error("broken")));
  const rest = [1, 2, 3].map((n) => slots.run(async () => order.push(n)));
  await expect(failing).rejects.toThrow("broken");
  await Promise.all(rest);
  expect(order).toEqual([1, 2, 3]);
  expect(slots.stats().running).toBe(0);
});
