import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import type { Owner } from "../workspaces/list-owners.ts";

interface Named {
  name: string;
  slug: string;
}

interface Offer {
  workspace: Named;
  from: string;
  to: string;
  expiresAt: Date;
}

/** To whom it is offered. */
export function mailOffer(ctx: RequestContext, reader: Owner, offer: Offer): Mail {
  return { template: "ownership-offered", ...addressed(reader), props: propsOf(ctx, reader, offer, "/transfers") };
}

/** To those who own it now: the giver, who can take it back, and the others. */
export function mailOfferMade(ctx: RequestContext, reader: Owner, offer: Offer): Mail {
  const path = `/w/${offer.workspace.slug}/settings/ownership`;
  return { template: "ownership-offer-made", ...addressed(reader), props: propsOf(ctx, reader, offer, path) };
}

/** To both ends of a transfer and to the other Owners. */
export function mailTransferred(ctx: RequestContext, reader: Owner, told: Omit<Offer, "expiresAt">): Mail {
  const { displayName } = reader;
  const link = `${ctx.services.env.APP_URL}/w/${told.workspace.slug}`;
  const props = { displayName, workspaceName: told.workspace.name, fromName: told.from, toName: told.to, link };
  return { template: "ownership-transferred", ...addressed(reader), props };
}

/** To the other end of an offer that came to nothing. */
export function mailOfferEnded(
  ctx: RequestContext,
  reader: Owner,
  told: { workspace: Named; to: string; how: "DECLINED" | "CANCELLED" | "EXPIRED" },
): Mail {
  const link = `${ctx.services.env.APP_URL}/w/${told.workspace.slug}`;
  const { displayName } = reader;
  const props = { displayName, workspaceName: told.workspace.name, toName: told.to, how: told.how, link };
  return { template: "ownership-offer-ended", ...addressed(reader), props };
}

/** To who takes over from an Owner whose account was closed or suspended, and to the other Owners. */
export function mailSucceeded(
  ctx: RequestContext,
  reader: Owner,
  told: { workspace: Named; from: string; to: string },
): Mail {
  const { displayName } = reader;
  const link = `${ctx.services.env.APP_URL}/w/${told.workspace.slug}/settings/ownership`;
  const props = { displayName, workspaceName: told.workspace.name, fromName: told.from, toName: told.to, link };
  return { template: "ownership-succeeded", ...addressed(reader), props };
}

function addressed({ id, email, locale }: Owner) {
  return { to: email, accountId: id, locale };
}

function propsOf(ctx: RequestContext, reader: Owner, offer: Offer, path: string) {
  return {
    displayName: reader.displayName,
    timeZone: reader.timeZone,
    workspaceName: offer.workspace.name,
    fromName: offer.from,
    toName: offer.to,
    link: `${ctx.services.env.APP_URL}${path}`,
    expiresAt: offer.expiresAt.toISOString(),
  };
}
