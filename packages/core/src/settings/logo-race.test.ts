import { isProductError } from "@pronaflow/contract";
import type { TestAccount, TestSystem, TestWorkspace } from "@pronaflow/testing";
import {
  asUser,
  auditOf,
  inWorkspace,
  makeAccount,
  makeWorkspace,
  openTestSystem,
  twentyPiledUp,
} from "@pronaflow/testing";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findPicture } from "../account/index.ts";
import { removeLogo, setLogo } from "./index.ts";

let system: TestSystem;
let owner: TestAccount;
let admin: TestAccount;
let space: TestWorkspace;

beforeAll(async () => {
  // Pictures are read one after the other, and whoever is done waits for the others before they race.
  const patient = { DATABASE_LOCK_TIMEOUT_MS: "60000", DATABASE_STATEMENT_TIMEOUT_MS: "60000" };
  system = await openTestSystem({ DATABASE_POOL_MAX: "24", DATABASE_ACQUIRE_TIMEOUT_MS: "60000", ...patient });
});
afterAll(() => system.close());
beforeEach(async () => {
  [owner, admin] = [await makeAccount(system), await makeAccount(system)];
  space = await makeWorkspace(system, owner, [{ account: admin, role: "ADMIN" }]);
});

const shadeOf = (index: number) => ({ r: 12 * index + 6, g: 255 - 12 * index, b: 40 });

async function picture(index: number) {
  const drawn = sharp({ create: { width: 80 + index, height: 80, channels: 3, background: shadeOf(index) } });
  const data = (await drawn.png().toBuffer()).toString("base64");
  return { id: space.id, contentType: "image/png" as const, data };
}

/** Which of the twenty pictures it is, by its colour in the middle. */
async function whose(webp: Uint8Array): Promise<number> {
  const { data, info } = await sharp(webp).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const middle = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return Math.round(((data[middle] ?? 0) - 6) / 12);
}

/** Until so many wait for the workspace: pictures come from their reader one by one, and removals are to come between. */
async function whenWaiting(many: number): Promise<void> {
  const sql = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  while (((await system.owner.query(sql)).rowCount ?? 0) < many);
}

const isThere = async (address: string | null) => {
  const asked = findPicture(await asUser(system, admin), String(address).replace("/api/pictures/", ""));
  return await asked.then(
    ({ bytes }) => bytes,
    (error: unknown) => (isProductError(error) && error.code === "NOT_FOUND" ? null : Promise.reject(error)),
  );
};

test.each([0, 1])(
  "of twenty uploads and removals at once (%i) one stands whole, and the audit tells them in order",
  async (round) => {
    const contexts = [
      await inWorkspace(await asUser(system, owner), space.id),
      await inWorkspace(await asUser(system, admin), space.id),
    ];
    const pictures = await Promise.all(Array.from({ length: 20 }, (_, index) => picture(index)));
    await setLogo(contexts[0] ?? expect.unreachable(), await picture(0));
    const { values, codes } = await twentyPiledUp(system, space.id, async (index) => {
      const ctx = contexts[index % 4 < 2 ? 0 : 1] ?? expect.unreachable();
      if ((index + round) % 2) return await setLogo(ctx, pictures[index] ?? expect.unreachable());
      // The last two pictures come after all removals, the one over the other.
      await whenWaiting(Math.min(index - round, 14));
      return await removeLogo(ctx, { id: space.id });
    });
    // Nine pictures wait to be read at most: of ten at once the last is sent away, and nothing of it is done.
    expect(codes).toEqual(["BUSY"]);
    const drawn = values.filter(({ logo }) => logo !== null);
    expect(drawn).toHaveLength(9);

    const acts = (await auditOf(system, space.id)).filter(({ action }) => action.startsWith("logo."));
    expect(acts.filter(({ action }) => action === "logo.changed")).toHaveLength(10);
    expect(acts.filter(({ action }) => action === "logo.removed").length).toBeGreaterThan(1);
    let stands = false;
    for (const { action, detail } of acts) {
      if (action === "logo.changed") expect(detail.before).toEqual({ hasLogo: stands });
      else expect(stands).toBe(true);
      stands = action === "logo.changed";
    }

    const { rows } = await system.owner.query(
      "SELECT version, image, small FROM workspace_logo WHERE workspace_id = $1",
      [space.id],
    );
    expect([stands, rows.length]).toEqual([true, 1]);
    for (const { logo, small } of drawn) {
      const [large, little] = [await isThere(logo), await isThere(small)];
      if (logo?.includes(rows[0].version)) {
        expect([large, little]).toEqual(
          [new Uint8Array(rows[0].image), new Uint8Array(rows[0].small)].map(Buffer.from),
        );
        expect(await whose(rows[0].image)).toBe(await whose(rows[0].small));
        expect(acts.at(-1)?.detail.after).toEqual({ bytes: rows[0].image.length });
      } else expect([large, little]).toEqual([null, null]);
    }
  },
);
