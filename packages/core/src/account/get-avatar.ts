import type { OwnAvatar } from "@pronaflow/contract/outputs/pictures";
import type { UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

/** Where one's own picture is found. */
export async function getAvatar({ services, actor }: UserContext): Promise<OwnAvatar> {
  const { id } = actor.account;
  const sql = "SELECT version FROM account_avatar WHERE account_id = $1";
  const [row] = await reading(() => services.db.hot<{ version: string }>("own_avatar", sql, [id]));
  return avatarAt(id, row?.version ?? null);
}

/** Its version names it, so that it can be kept for good and not be guessed. */
export function avatarAt(accountId: string, version: string | null): OwnAvatar {
  return { avatar: version && `/api/pictures/accounts/${accountId}/${version}` };
}
