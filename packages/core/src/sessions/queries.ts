import type { SessionRow } from "@pronaflow/auth";
import type { Session } from "@pronaflow/contract/outputs/identity";
import type { UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";
import { toSession } from "./records.ts";

type Listed = Pick<SessionRow, "id" | "browser" | "os" | "device" | "ip" | "city" | "country"> & {
  created_at: Date;
  last_seen_at: Date;
};

/** One's own live sessions in both apps, the one last used first. Never a token. */
export async function listSessions(ctx: UserContext): Promise<Session[]> {
  const { services, actor } = ctx;
  const rows = await reading(() =>
    services.db.hot<Listed>(
      "session_list",
      `SELECT id, browser, os, device, ip, city, country, created_at, last_seen_at FROM session
       WHERE account_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id LIMIT 50`,
      [actor.account.id, services.clock.now()],
    ),
  );
  return rows.map(({ created_at: createdAt, last_seen_at: lastSeenAt, ...row }) =>
    toSession({ ...row, createdAt, lastSeenAt }, actor.session.id),
  );
}
