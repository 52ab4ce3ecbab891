import { hashToken, newPersonalToken } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { CreateTokenInput } from "@pronaflow/contract/inputs/tokens";
import type { CreatedToken } from "@pronaflow/contract/outputs/tokens";
import type { Tx } from "@pronaflow/db";
import { lockAccount } from "../identity/records.ts";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { listWorkspaces } from "../workspaces/queries.ts";
import { MAX_TOKENS } from "./rules.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a token for a program: named, with permissions and an end, perhaps for one workspace. Its text is in the answer
 * and nowhere else; its SHA-256 is stored. What it may do is never more than its owner may at that moment.
 * @throws STEP_UP_REQUIRED, TOKEN_LIMIT_REACHED from the 51st live one on, NOT_FOUND for a workspace that is not theirs.
 */
export const createToken = userCommand({
  action: "token.created",
  stepUp: true,
  input: CreateTokenInput,
  async prepare({ ctx, input }) {
    return input.workspaceId ? await nameOf(ctx, input.workspaceId) : null;
  },
  async run({ tx, ctx, input, prepared }) {
    const { random, clock } = ctx.services;
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    if ((await countLive(tx, ctx)) >= MAX_TOKENS) return fail("TOKEN_LIMIT_REACHED");
    const token = newPersonalToken((size) => random.bytes(size));
    const [id, now] = [random.uuid(), clock.now()];
    const expiresAt = new Date(now.getTime() + input.expiresInDays * DAY_MS);
    const { name, permissions, workspaceId = null } = input;
    const ending = token.slice(-4);
    await tx.$executeRaw`INSERT INTO personal_access_token (id, account_id, name, token_hash, ending, permissions,
        bound_workspace_id, created_at, expires_at)
      VALUES (${id}::uuid, ${account.id}::uuid, ${name}, ${hashToken(token)}, ${ending}, ${permissions},
        ${workspaceId}::uuid, ${now}, ${expiresAt})`;
    const output: CreatedToken = {
      id,
      token,
      name,
      ending,
      permissions,
      workspace: workspaceId ? { id: workspaceId, name: prepared } : null,
      createdAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: null,
      lastUsedIp: null,
    };
    const after = { name, permissions, workspaceId, expiresAt: output.expiresAt };
    const notice = {
      template: "token-created",
      facts: { tokenName: name, expiresAt: output.expiresAt },
      undo: { kind: "token_created", id },
    } as const;
    return { output, change: { target: id, after }, mails: [await noticeMail(tx, ctx, account, notice)] };
  },
});

async function nameOf(ctx: UserContext, workspaceId: string): Promise<string> {
  const own = (await listWorkspaces(ctx)).find(({ id }) => id === workspaceId);
  return own ? own.name : fail("NOT_FOUND");
}

async function countLive(tx: Tx, ctx: UserContext): Promise<number> {
  const [row] = await tx.$queryRaw<{ live: number }[]>`SELECT count(*)::integer AS live FROM personal_access_token
    WHERE account_id = ${ctx.actor.account.id}::uuid AND revoked_at IS NULL AND expires_at > ${ctx.services.clock.now()}`;
  return row?.live ?? 0;
}
