import type { Role } from "@pronaflow/contract";
import { can, invitableRoles } from "@pronaflow/contract";
import {
  acceptInvitation,
  changeInvitation,
  declineInvitation,
  inviteMembers,
  resendInvitation,
  revokeInvitation,
} from "@pronaflow/core/invitations";
import { expect } from "vitest";
import { asGuest } from "../contexts.ts";
import { linkTokenOf } from "../traces.ts";
import type { Invited, Model, Space } from "./model.ts";
import { HOUR, isAdmitted, isGood, isOpen, refusalOf, seatsLeft } from "./model.ts";
import type { SpaceStep } from "./space-acts.ts";
import { by, codeOf, inSpace, personOf } from "./world.ts";

export const invite =
  (person: number, invited: number, role: Role): SpaceStep =>
  async (model, world, space) => {
    const { email } = personOf(world, invited);
    const given = { id: space.id, emails: [email], role };
    let outcome = "";
    let id = "";
    const code = await codeOf(
      inSpace(world, space, person).then(async (ctx) => {
        const [row] = (await inviteMembers(ctx, given)).rows;
        outcome = row?.outcome ?? "";
        id = row?.invitationId ?? "";
      }),
    );
    const isGrantable = invitableRoles(space.members.get(person)?.role ?? "GUEST").includes(role);
    expect(code).toBe(refusalOf(space, person, "members.invite") ?? (isGrantable ? null : "ROLE_NOT_GRANTABLE"));
    if (code) return;
    expect(outcome).toBe(expectedOutcome(model, space, invited, email));
    if (outcome !== "invited") return;
    for (const one of space.invitations) {
      if (one.person !== invited || one.status !== "pending") continue;
      one.status = "expired";
      space.log.push("invitation.expired");
    }
    space.log.push("invitation.created");
    const token = await linkTokenOf(world.system, email, "invitation");
    const facts = { person: invited, role, by: person, until: model.now + 48 * HOUR, status: "pending" as const };
    space.invitations.push({ id, token, ...facts });
    space.known.add(invited);
  };

function expectedOutcome(model: Model, space: Space, invited: number, email: string): string {
  const place = space.members.get(invited);
  if (place) return place.isActive ? "already_member" : "deactivated_member";
  if (space.invitations.some((one) => one.person === invited && isOpen(model, one))) return "already_invited";
  if (!isAdmitted(space, email)) return "domain_not_allowed";
  const promised = space.invitations.filter((one) => isOpen(model, one)).length;
  return seatsLeft(space) - promised > 0 ? "invited" : "no_seat";
}

/** What someone who invites is told about one that is there already; null: go on. */
function handlingRefusal(space: Space, person: number, one: Invited): string | null {
  const refusal = refusalOf(space, person, "members.invite");
  if (refusal) return refusal;
  const role = space.members.get(person)?.role ?? "GUEST";
  if (!invitableRoles(role).includes(one.role)) return "ROLE_NOT_GRANTABLE";
  return one.by === person || can(role, "members.update") ? null : "FORBIDDEN";
}

const withNewest =
  (run: (...given: [...Parameters<SpaceStep>, Invited]) => Promise<void>, age: number): SpaceStep =>
  async (model, world, space) => {
    const one = space.invitations.at(-1 - age);
    if (one) await run(model, world, space, one);
  };

export const changeInvited = (person: number, role: Role, age: number): SpaceStep =>
  withNewest(async (model, world, space, one) => {
    const given = { id: space.id, invitationId: one.id, role };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => changeInvitation(ctx, given)));
    const isGrantable = invitableRoles(space.members.get(person)?.role ?? "GUEST").includes(role);
    const gone = isOpen(model, one) ? null : "INVITATION_GONE";
    expect(code).toBe(handlingRefusal(space, person, one) ?? (isGrantable ? gone : "ROLE_NOT_GRANTABLE"));
    if (code || one.role === role) return;
    Object.assign(one, { role, by: person });
    space.log.push("invitation.role_changed");
  }, age);

export const revoke = (person: number, age: number): SpaceStep =>
  withNewest(async (_model, world, space, one) => {
    const given = { id: space.id, invitationId: one.id };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => revokeInvitation(ctx, given)));
    const gone = one.status === "pending" ? null : "INVITATION_GONE";
    expect(code).toBe(handlingRefusal(space, person, one) ?? gone);
    if (code) return;
    one.status = "revoked";
    space.log.push("invitation.revoked");
  }, age);

/** A new link, by whoever resends it; the one before is dead. */
export const resend = (person: number, age: number): SpaceStep =>
  withNewest(async (model, world, space, one) => {
    const { email } = personOf(world, one.person);
    const given = { id: space.id, invitationId: one.id };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => resendInvitation(ctx, given)));
    expect(code).toBe(handlingRefusal(space, person, one) ?? resendRefusal(space, one, email));
    if (code) return;
    space.log.push("invitation.resent");
    const former = one.token;
    const token = await linkTokenOf(world.system, email, "invitation");
    Object.assign(one, { token, by: person, until: model.now + 48 * HOUR, status: "pending" });
    expect(await codeOf(declineInvitation(asGuest(world.services), { token: former }))).toBe("INVITATION_GONE");
  }, age);

function resendRefusal(space: Space, one: Invited, email: string): string | null {
  if (!["pending", "expired", "void"].includes(one.status)) return "INVITATION_GONE";
  if (space.members.has(one.person)) return "ALREADY_MEMBER";
  const isOutdone = space.invitations.some(
    (other) => other !== one && other.person === one.person && other.status === "pending",
  );
  if (isOutdone) return "INVITATION_GONE";
  return isAdmitted(space, email) ? null : "DOMAIN_NOT_ALLOWED";
}

/** With the id of a workspace's invitation in the scope of another: it is not there. */
export const revokeAcross = (person: number): SpaceStep =>
  withNewest(async (model, world, space, one) => {
    for (const other of model.spaces) {
      if (other === space || refusalOf(other, person, "members.invite")) continue;
      const ctx = await inSpace(world, other, person);
      for (const id of [other.id, space.id])
        expect(await codeOf(revokeInvitation(ctx, { id, invitationId: one.id }))).toBe("NOT_FOUND");
    }
  }, 0);

/** `isOther`: by someone who has the link, and not the address. */
export const accept = (isOther: boolean, age: number): SpaceStep =>
  withNewest(async (model, world, space, one) => {
    const person = isOther ? (one.person + 1) % world.people.length : one.person;
    const ctx = await by(world, person);
    const code = await codeOf(acceptInvitation(ctx, { token: one.token }));
    expect(code).toBe(expectedAcceptance(model, space, one, { isOther, email: personOf(world, one.person).email }));
    if (code === "INVITATION_GONE" && space.deletedAt === null && isOpen(model, one)) {
      one.status = "void";
      space.log.push("invitation.voided");
    }
    if (code) return;
    const sql = "SELECT id FROM membership WHERE workspace_id = $1 AND account_id = $2";
    const { rows } = await world.system.owner.query(sql, [space.id, personOf(world, person).id]);
    one.status = "accepted";
    space.log.push("invitation.accepted");
    space.members.set(person, { memberId: rows[0].id, role: one.role, isActive: true, endsAt: null, heir: null });
  }, age);

function expectedAcceptance(
  model: Model,
  space: Space,
  one: Invited,
  { isOther, email }: { isOther: boolean; email: string },
): string | null {
  if (space.deletedAt !== null) return "INVITATION_GONE";
  if (isOther) return isOpen(model, one) ? "WRONG_ACCOUNT" : "INVITATION_GONE";
  const place = space.members.get(one.person);
  if (place?.isActive) return "ALREADY_MEMBER";
  if (!isOpen(model, one) || !isGood(space, one, email)) return "INVITATION_GONE";
  if (seatsLeft(space) <= 0) return "NO_SEAT_LEFT";
  return place ? "ALREADY_MEMBER" : null;
}

export const decline = (age: number): SpaceStep =>
  withNewest(async (model, world, space, one) => {
    const code = await codeOf(declineInvitation(asGuest(world.services), { token: one.token }));
    expect(code).toBe(space.deletedAt === null && isOpen(model, one) ? null : "INVITATION_GONE");
    if (code) return;
    one.status = "declined";
    space.log.push("invitation.declined");
  }, age);
