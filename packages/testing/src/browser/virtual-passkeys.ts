import type { CDPSession, Page } from "@playwright/test";

/** A keeper of passkeys in this browser, which answers at once, as a finger on the sensor would. */
export interface VirtualPasskeys {
  /** Whether it knows its user: a finger that is not theirs, and the browser's dialog ends without an answer. */
  recognise(isKnown: boolean): Promise<unknown>;
  /** Whether it answers at all: until then the browser waits. */
  answer(isPresent: boolean): Promise<unknown>;
  /** Spoils the signature of each answer. */
  spoil(isSpoilt: boolean): Promise<unknown>;
  /** How many passkeys it keeps. */
  count(): Promise<number>;
}

/** Gives a page's browser a keeper of passkeys, by Chromium's own WebAuthn testing interface. */
export async function addVirtualPasskeys(page: Page): Promise<VirtualPasskeys> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognise: (isUserVerified) => cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    answer: (enabled) => cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled }),
    spoil: (isBogusSignature) => cdp.send("WebAuthn.setResponseOverrideBits", { authenticatorId, isBogusSignature }),
    count: async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
  };
}
