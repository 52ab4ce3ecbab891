import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { describeOrigin } from "../sessions/describe-origin.ts";
import { readOrigin } from "../sessions/read-origin.ts";
import type { AccountRow } from "../sessions/records.ts";

type Owner = Pick<AccountRow, "id" | "email" | "displayName" | "locale" | "timeZone">;

/** Tells the owner that their password is another now: when, and from which device and place. */
export function mailOwner(
  ctx: RequestContext,
  owner: Owner,
  template: "password-changed" | "password-reset-done",
): Mail {
  const { displayName, locale, timeZone } = owner;
  const { env, clock } = ctx.services;
  return {
    template,
    to: owner.email,
    accountId: owner.id,
    locale,
    props: {
      displayName,
      timeZone,
      at: clock.now().toISOString(),
      ...describeOrigin(readOrigin(ctx), locale),
      securityLink: `${env.APP_URL}/account/security`,
    },
  };
}

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
