/** The addresses at which the pages of someone who is not signed in are judged, by their route; in parts that a test each walks. */
export const SIGNED_OUT: Record<string, Record<string, readonly string[]>> = {
  "ways in": {
    "/sign-in": ["/sign-in"],
    "/sign-up": ["/sign-up"],
    "/forgot-password": ["/forgot-password"],
    "/reset-password": ["/reset-password", "/reset-password#token=abc"],
  },
  "mailed links": {
    "/verify-email": ["/verify-email", "/verify-email#token=abc"],
    "/not-me": ["/not-me", "/not-me#token=abc"],
    "/unlock": ["/unlock", "/unlock#token=abc"],
  },
  "other links": {
    "/confirm-email": ["/confirm-email#token=abc"],
    "/undo-email": ["/undo-email#token=abc"],
    "/leaving": ["/leaving?until=2026-12-08T10:00:00.000Z"],
    "/invitation": ["/invitation", "/invitation#token=abc"],
    "no page": ["/no-such-page"],
  },
};

/** The pages of someone signed in, outside of workspaces. */
export const SIGNED_IN: Record<string, Record<string, readonly string[]>> = {
  account: {
    "/account": ["/account"],
    "/account/activity": ["/account/activity"],
    "/account/connections": ["/account/connections"],
    "/account/security": ["/account/security"],
    "/account/tokens": ["/account/tokens"],
    "/account/data": ["/account/data"],
  },
  workspaces: {
    "/workspaces/new": ["/workspaces/new"],
    "/workspaces/deleted": ["/workspaces/deleted"],
    "/transfers": ["/transfers"],
    "no page": ["/w/not-mine"],
  },
};

/** The pages of one workspace, below its own address. */
export const IN_WORKSPACE: Record<string, Record<string, readonly string[]>> = {
  people: {
    "/w/[slug]": [""],
    "/w/[slug]/members": ["/members", "/members?q=nobody"],
    "/w/[slug]/members/invitations": ["/members/invitations", "/members/invitations?filter=accepted"],
    "/w/[slug]/log": ["/log"],
  },
  settings: {
    "/w/[slug]/settings": ["/settings"],
    "/w/[slug]/settings/regional": ["/settings/regional"],
    "/w/[slug]/settings/branding": ["/settings/branding"],
    "/w/[slug]/settings/billing": ["/settings/billing"],
    "/w/[slug]/settings/security": ["/settings/security"],
    "/w/[slug]/settings/ownership": ["/settings/ownership"],
  },
};

/** Pages that a test of their own judges, by its spec; null: shows nothing, it only leads elsewhere. */
export const ELSEWHERE: Record<string, string | null> = {
  "/docs/api": "accessible.spec.ts",
  "/": null,
  "/sign-in/callback/[provider]": "providers.spec.ts",
  "/workspaces/enter": "entry.spec.ts",
};
