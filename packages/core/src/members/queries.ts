import type { Role } from "@pronaflow/contract";
import { can, fail, fieldErrorsOf, grantorRoles } from "@pronaflow/contract";
import { ListMembersInput, PermissionInput } from "@pronaflow/contract/inputs/members";
import type { Grantors, Member, MemberPage } from "@pronaflow/contract/outputs/members";
import type * as z from "zod";
import { avatarAt } from "../account/get-avatar.ts";
import type { WorkspaceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { reading, transact } from "../kernel/transaction.ts";
import { escapeLike } from "../system/rules.ts";
import { listGrantors } from "./list-grantors.ts";
import type { MemberState } from "./records.ts";
import { cursorOf, readCursor } from "./records.ts";

const PAGE = 50;
const LIST = `SELECT id, account_id, display_name, username, email, role::text AS role, state::text AS state, joined_at,
  ends_at, deactivated_at, joined_key, is_sole_owner, avatar_version FROM list_members($1, $2, $3, $4, $5, $6, $7, $8)`;

type Row = {
  id: string;
  account_id: string;
  display_name: string;
  username: string;
  email: string;
  role: Role;
  state: MemberState;
  joined_at: Date;
  ends_at: Date | null;
  deactivated_at: Date | null;
  joined_key: string;
  is_sole_owner: boolean;
  avatar_version: string | null;
};

/**
 * The people of the scope's workspace in the order they joined, by keyset; one round trip. `q` finds in the name, the
 * username and the address.
 * @throws FORBIDDEN, INVALID_INPUT.
 */
export async function listMembers(ctx: WorkspaceContext, given: z.input<typeof ListMembersInput>): Promise<MemberPage> {
  requirePermission(ctx, "members.view");
  const parsed = ListMembersInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { id, q, role, state, cursor, limit = PAGE } = parsed.data;
  if (id !== ctx.scope.workspaceId) return fail("NOT_FOUND");
  const after = cursor ? readCursor(cursor) : null;
  const sought = q?.normalize("NFC").trim().toLowerCase();
  const rows = await reading(() =>
    ctx.services.db.hot<Row>("member_list", LIST, [
      ...[ctx.actor.account.id, ctx.scope.workspaceId, role ?? null, state ?? null],
      ...[sought ? `%${escapeLike(sought)}%` : null, after?.key ?? null, after?.id ?? null, limit + 1],
    ]),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toMember), nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}

function toMember(row: Row): Member {
  return {
    id: row.id,
    accountId: row.account_id,
    displayName: row.display_name,
    username: row.username,
    email: row.email,
    role: row.role,
    state: row.state,
    joinedAt: row.joined_at.toISOString(),
    endsAt: row.ends_at?.toISOString() ?? null,
    deactivatedAt: row.deactivated_at?.toISOString() ?? null,
    isSoleOwner: row.is_sole_owner,
    avatar: avatarAt(row.account_id, row.avatar_version).avatar,
  };
}

/**
 * Who can give a permission: the roles, and their people by name where the asker may see the members.
 * @throws INVALID_INPUT.
 */
export async function findGrantors(ctx: WorkspaceContext, given: z.input<typeof PermissionInput>): Promise<Grantors> {
  requirePermission(ctx, "workspace.view");
  const parsed = PermissionInput.safeParse(given);
  if (!parsed.success) return fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
  const { id, permission } = parsed.data;
  const { workspaceId } = ctx.scope;
  if (id !== workspaceId) return fail("NOT_FOUND");
  const roles = grantorRoles(permission);
  if (!can(ctx.scope.role, "members.view")) return { roles, people: [] };
  const wall = { workspaceId, accountId: ctx.actor.account.id };
  const people = await transact(ctx.services, wall, (tx) => listGrantors(tx, workspaceId, permission));
  return { roles, people: people.map(({ displayName, role }) => ({ displayName, role })) };
}
