import type { Provider, ProviderIdentity } from "@pronaflow/auth";
import { fail, isReservedName, slugFrom } from "@pronaflow/contract";
import { DisplayName, EmailAddress } from "@pronaflow/contract/inputs/identity";
import type { RequestContext } from "../kernel/context.ts";
import type { Rate } from "../kernel/limiter.ts";

/** Spec ID-11: ten minutes to the provider and back, and as long again for the proof of one's own account. */
export const FLOW_TTL_SECONDS = 10 * 60;

/** How often a flow may be begun, and come back, by the caller's address. */
export const providerRates = {
  begin: { name: "provider-begin", calls: 100, windowSeconds: 10 * 60 },
  finish: { name: "provider-finish", calls: 100, windowSeconds: 10 * 60 },
  prove: { name: "provider-prove", calls: 60, windowSeconds: 10 * 60 },
} as const satisfies Record<string, Rate>;

/** The provider of this name. @throws NOT_FOUND where it is not configured: which could be, nobody need know. */
export function findProvider(ctx: RequestContext, name: string): Provider {
  for (const [key, provider] of ctx.services.providers) if (key === name) return provider;
  return fail("NOT_FOUND");
}

/** An identity whose address and name have the form that the product's own have. */
export interface Newcomer extends ProviderIdentity {
  email: string;
  displayName: string;
}

/** Whether an identity can become an account, or find one: without a usable address it cannot. */
export function toNewcomer(identity: ProviderIdentity): Newcomer | null {
  const email = EmailAddress.safeParse(identity.email);
  if (!email.success) return null;
  const names = [identity.name, identity.handle, email.data.split("@")[0]];
  const [displayName] = names.map((name) => DisplayName.safeParse(name)).filter((name) => name.success);
  return { ...identity, email: email.data, displayName: displayName?.data ?? "–" };
}

/** What a username is made from: short enough for an ending to be added, and no word that the product keeps. */
export function usernameStem({ handle, email }: Newcomer): string {
  for (const source of [handle ?? "", email.split("@")[0] ?? ""]) {
    const stem = slugFrom(source).slice(0, 24).replace(/-+$/, "");
    if (stem.length >= 3 && !isReservedName(stem)) return stem;
  }
  return "person";
}
