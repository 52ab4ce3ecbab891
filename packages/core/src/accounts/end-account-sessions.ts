import type { Locale, SystemRole } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import { EndAccountSessionsInput } from "@pronaflow/contract/inputs/accounts";
import type { Tx } from "@pronaflow/db";
import { endChallenges } from "../factors/end-challenges.ts";
import { systemCommand } from "../kernel/command.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { assertReach } from "./rules.ts";

type Person = { email: string; displayName: string; locale: Locale; systemRole: SystemRole };

/**
 * Ends the sessions of somebody, in both apps, or one of them (spec AD-2, ASVS 7.4.5); its next request is refused on every
 * instance. With all of them go the sign-ins that wait for their second step. Whoever had one is mailed.
 * @throws STEP_UP_REQUIRED, ACCOUNT_IS_YOURS, ACCOUNT_OUT_OF_REACH; NOT_FOUND also for a session that has ended already or
 *   is someone else's.
 */
export const endAccountSessions = systemCommand({
  action: "account.sessions_ended",
  permission: "accounts.end_sessions",
  stepUp: true,
  input: EndAccountSessionsInput,
  async run({ tx, ctx, input: { id, sessionId, reason } }) {
    const person = (await getPerson(tx, id)) ?? fail("NOT_FOUND");
    assertReach(ctx.scope, { id, systemRole: person.systemRole });
    const ended = sessionId ? await endOne(tx, id, sessionId) : await endAll(tx, id);
    if (ended === 0) return { output: { id, ended }, change: null };
    const { email: to, displayName, locale } = person;
    return {
      output: { id, ended },
      change: { target: id, after: { sessionsEnded: ended, sessionId: sessionId ?? null }, reason },
      mails: [
        {
          template: "sessions-ended",
          ...{ to, accountId: id, locale },
          props: { displayName, count: ended, why: reason, link: `${ctx.services.env.APP_URL}/account/security` },
        },
      ],
    };
  },
});

async function getPerson(tx: Tx, id: string): Promise<Person | null> {
  const [row] = await tx.$queryRaw<Person[]>`SELECT email, display_name AS "displayName", locale,
      system_role::text AS "systemRole"
    FROM account WHERE id = ${id}::uuid AND status <> 'DELETED'`;
  return row ?? null;
}

async function endOne(tx: Tx, id: string, sessionId: string): Promise<number> {
  const ended = await tx.$executeRaw`DELETE FROM session WHERE id = ${sessionId}::uuid AND account_id = ${id}::uuid`;
  return ended === 0 ? fail("NOT_FOUND") : ended;
}

async function endAll(tx: Tx, id: string): Promise<number> {
  await endChallenges(tx, id);
  return await endSessions(tx, id);
}
