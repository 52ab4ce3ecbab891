import {
  acceptOwnership,
  cancelOwnership,
  declineOwnership,
  nameHeir,
  offerOwnership,
  proveTransferScope,
} from "@pronaflow/core/ownership";
import { expect } from "vitest";
import type { Model, Offer, Space } from "./model.ts";
import { doorOf, HOUR, isStanding, NOT_THERE, placeOf, refusalOf, standingOf } from "./model.ts";
import type { SpaceStep } from "./space-acts.ts";
import type { World } from "./world.ts";
import { by, codeOf, inSpace } from "./world.ts";

const OFFER_HOURS = 7 * 24;

/** The id of a person's membership, here or else in another workspace: there it must do nothing. */
export function memberIdOf(model: Model, { system }: World, space: Space, person: number): string {
  const places = [space, ...model.spaces].flatMap((one) => one.members.get(person)?.memberId ?? []);
  return places[0] ?? system.web.random.uuid();
}

export const offer =
  (person: number, to: number): SpaceStep =>
  async (model, world, space) => {
    const given = { id: space.id, memberId: memberIdOf(model, world, space, to) };
    let id = "";
    const code = await codeOf(
      inSpace(world, space, person).then(async (ctx) => {
        id = (await offerOwnership(ctx, given)).id;
      }),
    );
    expect(code).toBe(refusalOf(space, person, "ownership.transfer") ?? expectedOffer(model, space, to));
    if (code) return;
    space.offer = { id, from: person, to, until: model.now + OFFER_HOURS * HOUR, isPending: true };
    space.log.push("ownership.offered");
  };

function expectedOffer(model: Model, space: Space, to: number): string | null {
  const place = standingOf(space, to);
  if (!place) return NOT_THERE;
  if (place.role === "OWNER") return "INVALID_INPUT";
  return isStanding(model, space.offer) ? "TRANSFER_PENDING" : null;
}

/** Of the one to whom it was offered, or of someone else. */
const decided =
  (isOther: boolean, run: (...given: [...Parameters<SpaceStep>, Offer, number]) => Promise<void>): SpaceStep =>
  async (model, world, space) => {
    if (!space.offer) return;
    const person = isOther ? (space.offer.to + 1) % world.people.length : space.offer.to;
    await run(model, world, space, space.offer, person);
  };

function expectedDecision(model: Model, space: Space, one: Offer, person: number): string | null {
  const closed = one.to === person ? doorOf(space, person) : NOT_THERE;
  if (closed) return closed;
  return isStanding(model, one) ? null : "TRANSFER_GONE";
}

export const take = (isOther: boolean): SpaceStep =>
  decided(isOther, async (model, world, space, one, person) => {
    const ctx = await by(world, person);
    const code = await codeOf(
      proveTransferScope(ctx, { id: one.id }).then((scope) => acceptOwnership({ ...ctx, scope }, { id: one.id })),
    );
    const giver = placeOf(space, one.from);
    const refusal = expectedDecision(model, space, one, person);
    const isGone = giver?.role !== "OWNER";
    expect(code).toBe(refusal ?? (isGone ? "TRANSFER_GONE" : null));
    if (refusal) return;
    one.isPending = false;
    space.log.push(isGone ? "ownership.cancelled" : "ownership.accepted");
    if (isGone) return;
    Object.assign(giver, { role: "ADMIN", heir: null });
    Object.assign(placeOf(space, person) ?? {}, { role: "OWNER", endsAt: null });
  });

export const turnDown = (isOther: boolean): SpaceStep =>
  decided(isOther, async (model, world, space, one, person) => {
    const ctx = await by(world, person);
    const code = await codeOf(
      proveTransferScope(ctx, { id: one.id }).then((scope) => declineOwnership({ ...ctx, scope }, { id: one.id })),
    );
    expect(code).toBe(expectedDecision(model, space, one, person));
    if (code) return;
    one.isPending = false;
    space.log.push("ownership.declined");
  });

export const takeBack =
  (person: number): SpaceStep =>
  async (_model, world, space) => {
    const code = await codeOf(inSpace(world, space, person).then((ctx) => cancelOwnership(ctx, { id: space.id })));
    const gone = space.offer?.isPending ? null : "TRANSFER_GONE";
    expect(code).toBe(refusalOf(space, person, "ownership.transfer") ?? gone);
    if (code || !space.offer) return;
    space.offer.isPending = false;
    space.log.push("ownership.cancelled");
  };

export const inherit =
  (person: number, heir: number | null): SpaceStep =>
  async (model, world, space) => {
    const memberId = heir === null ? null : memberIdOf(model, world, space, heir);
    const given = { id: space.id, memberId };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => nameHeir(ctx, given)));
    const unknown = heir !== null && !standingOf(space, heir) ? NOT_THERE : null;
    expect(code).toBe(
      refusalOf(space, person, "ownership.transfer") ?? unknown ?? (heir === person ? "INVALID_INPUT" : null),
    );
    const place = space.members.get(person);
    if (code || !place || place.heir === heir) return;
    place.heir = heir;
    space.log.push("heir.named");
  };
