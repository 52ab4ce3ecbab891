import { downloadLogExport, requestLogExport } from "@pronaflow/core/access-log";
import { expect } from "vitest";
import { HOUR, refusalOf } from "./model.ts";
import type { SpaceStep } from "./space-acts.ts";
import { expectOnly } from "./traces-of.ts";
import { by, codeOf, inSpace } from "./world.ts";

const KEPT_HOURS = 7 * 24;

/** The access log as a file: made by the worker, fetched by who asked for it, with the words of this workspace alone. */
export const exportLog =
  (person: number, format: "csv" | "jsonl"): SpaceStep =>
  async (model, world, space) => {
    let exportId = "";
    const code = await codeOf(
      inSpace(world, space, person).then(async (ctx) => {
        exportId = (await requestLogExport(ctx, { id: space.id, format })).id;
      }),
    );
    expect(code).toBe(refusalOf(space, person, "audit.view"));
    if (code) return;
    space.log.push("access_log.exported");
    await world.jobs.makeLogExport(world.worker, space.id, exportId);
    space.exports.push({ id: exportId, until: model.now + KEPT_HOURS * HOUR });
    const { bytes } = await downloadLogExport(await by(world, person), space.id, exportId);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("access_log.exported");
    expectOnly(model, text, (one) => one === space);
  };

/** By anyone, also from outside: there for those who may view the log, and nobody else. */
export const fetchExport =
  (person: number, age: number): SpaceStep =>
  async (model, world, space) => {
    const one = space.exports.at(-1 - age);
    if (!one) return;
    const ctx = await by(world, person);
    const gone = one.until > model.now ? null : "NOT_FOUND";
    const code = await codeOf(downloadLogExport(ctx, space.id, one.id));
    expect(code).toBe(refusalOf(space, person, "audit.view") ?? gone);
    for (const other of model.spaces)
      if (other !== space) expect(await codeOf(downloadLogExport(ctx, other.id, one.id))).not.toBeNull();
  };
