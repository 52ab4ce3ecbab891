import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import type { AccountRow } from "../sessions/records.ts";

type Owner = Pick<AccountRow, "id" | "email" | "displayName" | "locale">;

/** Tells the owner of an address that someone tried to take it again; the one who tried hears nothing of it. */
export function mailAlreadyRegistered(ctx: RequestContext, owner: Owner): Mail {
  const { APP_URL } = ctx.services.env;
  return {
    template: "already-registered",
    to: owner.email,
    accountId: owner.id,
    locale: owner.locale,
    props: {
      displayName: owner.displayName,
      signInLink: `${APP_URL}/sign-in`,
      resetLink: `${APP_URL}/forgot-password`,
    },
  };
}
