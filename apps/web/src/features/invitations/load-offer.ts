import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import type { OfferedPlace } from "@pronaflow/contract/outputs/invitations";
import { guestApi } from "#trpc/guest-api.ts";

export type LoadedOffer = { offer: OfferedPlace } | { failure: Failure };

const loading = new Map<string, Promise<LoadedOffer>>();

/** Reads what a link offers, once a page however often it renders. By POST, since the token is in it. */
export function loadOffer(token: string): Promise<LoadedOffer> {
  const known = loading.get(token);
  if (known) return known;
  const asked = guestApi.invitations.view.mutate({ token }).then(
    (offer): LoadedOffer => ({ offer }),
    (error: unknown): LoadedOffer => ({ failure: readFailure(error) }),
  );
  loading.set(token, asked);
  return asked;
}

/** Lets the next render ask anew. */
export function forgetOffer(token: string): void {
  loading.delete(token);
}
