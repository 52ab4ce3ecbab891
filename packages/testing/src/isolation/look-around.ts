import { listAccessLog, listLogExports } from "@pronaflow/core/access-log";
import { findPicture } from "@pronaflow/core/account";
import { listInvitations } from "@pronaflow/core/invitations";
import type { UserContext, WorkspaceContext } from "@pronaflow/core/kernel";
import { listMembers } from "@pronaflow/core/members";
import { getOwnership, listCandidates, listOffers } from "@pronaflow/core/ownership";
import { getBilling, getPolicy, getPosture, getSettings, listMarks } from "@pronaflow/core/settings";
import {
  findWorkspace,
  findWorkspaceBySlug,
  getImpact,
  listDeletedWorkspaces,
  listWorkspaces,
} from "@pronaflow/core/workspaces";
import type { Model, Space } from "./model.ts";
import type { World } from "./world.ts";
import { by, inSpace } from "./world.ts";

/** Everything that the product shows one person, in the shape of `expectedView`, and all that it said beside. */
export async function lookAround(model: Model, world: World, person: number) {
  const ctx = await by(world, person);
  const said: string[] = [];
  const kept = <Answer>(answer: Answer): Answer => {
    said.push(JSON.stringify(answer));
    return answer;
  };
  const places: unknown[] = [];
  for (const space of model.spaces) places.push(await lookInto(world, space, person, kept));
  const logos: unknown[] = [];
  for (const { logo } of model.spaces) logos.push(logo && (await logoSeen(ctx, logo)));
  const view = {
    list: [...kept(await listWorkspaces(ctx))].sort(byId),
    marks: kept(await listMarks(ctx))
      .items.map(({ id, logo }) => ({ id, hasLogo: logo !== null }))
      .sort(byId),
    deleted: idsOf(kept(await listDeletedWorkspaces(ctx))),
    logos,
    offers: idsOf(kept(await listOffers(ctx))),
    places,
  };
  return { view, said: said.join("\n") };
}

type Keep = <Answer>(answer: Answer) => Answer;

async function lookInto(world: World, space: Space, person: number, kept: Keep) {
  const ctx = await orCode(inSpace(world, space, person));
  const bySlug = kept(await orCode(findWorkspaceBySlug(await by(world, person), { slug: space.slug })));
  if (typeof ctx === "string") return bySlug === ctx ? ctx : { byId: ctx, bySlug };
  const { name, slug, description, role, memberCount } = kept(await findWorkspace(ctx));
  return { detail: { name, slug, description, role, memberCount }, ...(await lookFurther(ctx, kept)) };
}

async function lookFurther(ctx: WorkspaceContext, kept: Keep) {
  const id = ctx.scope.workspaceId;
  return {
    settings: await seen(getSettings(ctx), kept, ({ timeZone }) => timeZone),
    policy: await seen(getPolicy(ctx), kept, (policy) => ({
      domains: policy.invitationDomains,
      mfaFrom: timeOf(policy.mfaRequiredFrom),
      sessionMinutes: policy.sessionMaxMinutes,
    })),
    billing: await seen(getBilling(ctx), kept, (billing) => ({
      ...{ legalName: billing.legalName, seats: billing.seatsAllowed, seatsUsed: billing.seatsUsed },
    })),
    posture: await seen(getPosture(ctx), kept, (posture) => ({
      ...{ members: posture.members, secured: posture.membersWithMfa, owners: posture.owners },
    })),
    log: await seen(listAccessLog(ctx, { limit: 100 }), kept, ({ items }) => items.map(({ action }) => action).sort()),
    exports: await seen(listLogExports(ctx), kept, idsOf),
    invitations: await seen(listInvitations(ctx, { id, limit: 100 }), kept, ({ items }) =>
      items.map(({ id: invitationId, role, status }) => ({ id: invitationId, role, status })).sort(byId),
    ),
    members: await seen(listMembers(ctx, { id, limit: 100 }), kept, ({ items }) =>
      items
        .map(({ id: memberId, role, state, endsAt }) => ({ id: memberId, role, state, endsAt: timeOf(endsAt) }))
        .sort(byId),
    ),
    impact: await seen(getImpact(ctx), kept, ({ members, invitations }) => ({ members, invitations })),
    ownership: await seen(getOwnership(ctx), kept, ({ owners, transfer, heir }) => ({
      owners: owners.map(({ memberId }) => memberId).sort(),
      transfer: transfer?.id ?? null,
      heir: heir?.memberId ?? null,
    })),
    candidates: await seen(listCandidates(ctx, {}), kept, ({ items }) => items.map(({ memberId }) => memberId).sort()),
  };
}

async function seen<Answer, Seen>(asked: Promise<Answer>, kept: Keep, pick: (answer: Answer) => Seen) {
  const answer = kept(await orCode(asked));
  return typeof answer === "string" ? answer : pick(answer as Answer);
}

async function orCode<Answer>(asked: Promise<Answer>): Promise<Answer | string> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

async function logoSeen(ctx: UserContext, logo: string): Promise<string> {
  const picture = await orCode(findPicture(ctx, logo.replace("/api/pictures/", "")));
  return typeof picture === "string" ? picture : "seen";
}

const timeOf = (at: string | null) => (at === null ? null : Date.parse(at));
const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
