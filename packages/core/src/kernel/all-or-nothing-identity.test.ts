import type { Arrange, TestAccount, TestSystem } from "@pronaflow/testing";
import {
  addPasskeyTo,
  asGuest,
  asUser,
  enrol,
  giveTotp,
  linkTokenOf,
  makeAccount,
  openTestSystem,
  SoftwareAuthenticator,
  StatementFaults,
  TEST_PASSWORD,
} from "@pronaflow/testing";
import type { OidcServer } from "@pronaflow/testing/providers";
import { startOidcServer, walkToCallback } from "@pronaflow/testing/providers";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as account from "../account/index.ts";
import { removeAccount } from "../account/remove-account.ts";
import { listTrustedDevices, revokeDevice } from "../devices/index.ts";
import * as factors from "../factors/index.ts";
import { unlockAccount } from "../guard/index.ts";
import * as identity from "../identity/index.ts";
import * as passkeys from "../passkeys/index.ts";
import * as providers from "../providers/index.ts";
import { revokeSession } from "../sessions/index.ts";
import * as tokens from "../tokens/index.ts";
import type { RequestContext } from "./context.ts";
import { workerContext } from "./scope.ts";

const CALLBACK = "http://localhost:3000/sign-in/callback/oidc";
let system: TestSystem;
let faults: StatementFaults;
let provider: OidcServer;
let ana: TestAccount;
let people = 0;

beforeAll(async () => {
  provider = await startOidcServer({ redirectUri: CALLBACK });
  system = await openTestSystem({
    DATABASE_ACQUIRE_TIMEOUT_MS: "4000",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  });
  faults = new StatementFaults(system);
});
afterAll(async () => {
  await system.close();
  await provider.close();
});

const guest = () => asGuest(system.web);
const user = () => asUser(system, ana);

/** The first step of a sign-in that waits for another. */
async function challenge(): Promise<string> {
  const begun = await identity.signIn(guest(), { identifier: ana.email, password: TEST_PASSWORD });
  return "mfaRequired" in begun ? begun.challengeId : expect.unreachable();
}

/** A change of address that was asked for, and perhaps made: what its two links hold. */
async function moving({ isMade = false } = {}) {
  const to = `new-${ana.email}`;
  await account.requestEmailChange(await user(), { email: to });
  const confirm = await linkTokenOf(system, to, "email-change-confirm");
  const undo = await linkTokenOf(system, ana.email, "email-change-requested", "undoLink");
  if (isMade) await account.confirmEmailChange(guest(), { token: confirm });
  return { confirm, undo };
}

/** Somebody comes back from the provider: as a newcomer, or under the address of an account. */
async function comeBack(from: RequestContext, begun: { url: string; browserToken: string }, email?: string) {
  const sub = `sub-${++people}`;
  provider.people.set(sub, { sub, email: email ?? `${sub}@provider.example`, email_verified: true });
  const { code = "", state = "" } = await walkToCallback(begun.url, CALLBACK, sub);
  const ctx = { ...from, flowToken: begun.browserToken };
  return { ctx, finish: () => providers.finishFlow(ctx, { provider: "oidc", code, state }) };
}

const ACTS: Record<string, Arrange> = {
  async requestPasswordReset() {
    return () => identity.requestPasswordReset(guest(), { email: ana.email });
  },
  async resetPassword() {
    await identity.requestPasswordReset(guest(), { email: ana.email });
    const token = await linkTokenOf(system, ana.email, "password-reset");
    return () => identity.resetPassword(guest(), { token, password: "Blue-Canal-Ladder-31" });
  },
  async resendVerification() {
    ana = await makeAccount(system, { status: "PENDING" });
    return () => identity.resendVerification(guest(), { email: ana.email });
  },
  async changePendingAddress() {
    ana = await makeAccount(system, { status: "PENDING" });
    const [ctx, input] = [await user(), { email: `new-${ana.email}`, password: TEST_PASSWORD }];
    return () => identity.changePendingAddress(ctx, input);
  },
  async stepUp() {
    const [ctx, { code }] = [await user(), await giveTotp(system, ana)];
    return () => identity.stepUp(ctx, { code: code() });
  },
  async "signIn, the failure that locks"() {
    const wrong = () => identity.signIn(guest(), { identifier: ana.email, password: "Wrong-guess-1!" });
    for (let count = 0; count < 4; count++) await wrong().catch(() => undefined);
    return () => wrong().catch((error) => (error.code === "INVALID_CREDENTIALS" ? null : Promise.reject(error)));
  },
  async unlockAccount() {
    const wrong = { identifier: ana.email, password: "Wrong-guess-1!" };
    for (let count = 0; count < 5; count++) await identity.signIn(guest(), wrong).catch(() => undefined);
    const token = await linkTokenOf(system, ana.email, "sign-in-locked", "unlockLink");
    return () => unlockAccount(guest(), { token });
  },
  async enableMfa() {
    const ctx = await user();
    return () => factors.enableMfa(ctx, { password: TEST_PASSWORD });
  },
  async regenerateBackupCodes() {
    const [ctx, { code }] = [await user(), await giveTotp(system, ana)];
    return () => factors.regenerateBackupCodes(ctx, { password: TEST_PASSWORD, code: code() });
  },
  async revokeDevice() {
    const { code } = await giveTotp(system, ana);
    const given = { challengeId: await challenge(), code: code(), trustDevice: true };
    await factors.verifyMfa(guest(), given);
    const ctx = await user();
    const [device] = await listTrustedDevices(ctx);
    return () => revokeDevice(ctx, { deviceId: device?.id ?? "" });
  },
  async revokeSession() {
    const [ctx, other] = [await user(), await user()];
    return () => revokeSession(ctx, { sessionId: other.actor.session.id });
  },
  async addPasskey() {
    const ctx = await user();
    const response = new SoftwareAuthenticator().create(await passkeys.beginRegistration(ctx, {}));
    return () => passkeys.addPasskey(ctx, { response });
  },
  async renamePasskey() {
    const { id } = await addPasskeyTo(system, ana);
    const ctx = await user();
    return () => passkeys.renamePasskey(ctx, { passkeyId: id, name: "Desk" });
  },
  async removePasskey() {
    const { id } = await addPasskeyTo(system, ana);
    const ctx = await user();
    return () => passkeys.removePasskey(ctx, { passkeyId: id });
  },
  async signInByPasskey() {
    const { authenticator } = await addPasskeyTo(system, ana);
    const response = authenticator.get(await passkeys.beginSignIn(guest(), {}));
    return () => passkeys.signInByPasskey(guest(), { response });
  },
  async verifyPasskey() {
    const { authenticator } = await addPasskeyTo(system, ana);
    await giveTotp(system, ana);
    const challengeId = await challenge();
    const response = authenticator.get(await passkeys.beginSecondStep(guest(), { challengeId }));
    return () => passkeys.verifyPasskey(guest(), { challengeId, response });
  },
  async stepUpByPasskey() {
    const { authenticator } = await addPasskeyTo(system, ana);
    const ctx = await user();
    const response = authenticator.get(await passkeys.beginStepUp(ctx, {}));
    return () => passkeys.stepUpByPasskey(ctx, { response });
  },
  async requestEmailChange() {
    const ctx = await user();
    return () => account.requestEmailChange(ctx, { email: `new-${ana.email}` });
  },
  async confirmEmailChange() {
    const { confirm } = await moving();
    return () => account.confirmEmailChange(guest(), { token: confirm });
  },
  async approveEmailChange() {
    const { undo } = await moving({ isMade: true });
    return () => account.approveEmailChange(guest(), { token: undo });
  },
  async undoEmailChange() {
    const { undo } = await moving({ isMade: true });
    return () => account.undoEmailChange(guest(), { token: undo });
  },
  async cancelEmailChange() {
    await moving();
    const ctx = await user();
    return () => account.cancelEmailChange(ctx, {});
  },
  async requestExport() {
    const ctx = await user();
    return () => account.requestExport(ctx, {});
  },
  async scheduleDeletion() {
    const ctx = await user();
    return () => account.scheduleDeletion(ctx, { confirmUsername: ana.username });
  },
  async cancelDeletion() {
    await account.scheduleDeletion(await user(), { confirmUsername: ana.username });
    const ctx = await user();
    return () => account.cancelDeletion(ctx, {});
  },
  async removeAccount() {
    await account.scheduleDeletion(await user(), { confirmUsername: ana.username });
    system.clock.advance({ days: 15 });
    const input = { accountId: ana.id, reason: "Asked for by its owner" };
    return () => removeAccount(workerContext(system.admin, system.admin.random.uuid()), input);
  },
  async unlinkProvider() {
    const { ctx } = await linking();
    const { connections } = await providers.listConnections(ctx);
    return () => providers.unlinkProvider(ctx, { connectionId: connections[0]?.id ?? "" });
  },
  async createToken() {
    const ctx = await user();
    return () => tokens.createToken(ctx, { name: "Job", permissions: ["account.view"], expiresInDays: 1 });
  },
  async revokeToken() {
    const ctx = await user();
    const { id } = await tokens.createToken(ctx, { name: "Job", permissions: ["account.view"], expiresInDays: 1 });
    return () => tokens.revokeToken(ctx, { tokenId: id });
  },
};

/** An account that has just come back from linking a provider. */
async function linking() {
  const ctx = await user();
  const back = await comeBack(ctx, await providers.linkProvider(ctx, { provider: "oidc" }));
  await back.finish();
  return { ctx };
}

/** What begins something and changes nothing yet records nothing; a way back from a provider is used up beforehand. */
const OTHERS: Record<string, { arrange: Arrange; audits: number; apart?: string[] }> = {
  beginRegistration: {
    audits: 0,
    async arrange() {
      const ctx = await user();
      return () => passkeys.beginRegistration(ctx, {});
    },
  },
  beginSignIn: { audits: 0, arrange: async () => () => passkeys.beginSignIn(guest(), {}) },
  beginSecondStep: {
    audits: 0,
    async arrange() {
      await addPasskeyTo(system, ana);
      await enrol(system, ana);
      const challengeId = await challenge();
      return () => passkeys.beginSecondStep(guest(), { challengeId });
    },
  },
  beginStepUp: {
    audits: 0,
    async arrange() {
      await addPasskeyTo(system, ana);
      const ctx = await user();
      return () => passkeys.beginStepUp(ctx, {});
    },
  },
  beginFlow: { audits: 0, arrange: async () => () => providers.beginFlow(guest(), { provider: "oidc" }) },
  linkProvider: {
    audits: 0,
    async arrange() {
      const ctx = await user();
      return () => providers.linkProvider(ctx, { provider: "oidc" });
    },
  },
  "finishFlow, somebody new": {
    audits: 2,
    apart: ["provider_flow"],
    async arrange() {
      const begun = await providers.beginFlow(guest(), { provider: "oidc" });
      return (await comeBack(guest(), begun)).finish;
    },
  },
  "finishFlow, a link": {
    audits: 1,
    apart: ["provider_flow"],
    async arrange() {
      const ctx = await user();
      return (await comeBack(ctx, await providers.linkProvider(ctx, { provider: "oidc" }))).finish;
    },
  },
  proveOffer: {
    audits: 2,
    async arrange() {
      const begun = await providers.beginFlow(guest(), { provider: "oidc" });
      const { ctx, finish } = await comeBack(guest(), begun, ana.email);
      const offer = await finish();
      const offerId = "proofRequired" in offer ? offer.offerId : expect.unreachable();
      return () => providers.proveOffer(ctx, { offerId, password: TEST_PASSWORD });
    },
  },
};

const all = [
  ...Object.entries(ACTS).map(([name, arrange]) => [name, { arrange, audits: 1 }] as const),
  ...Object.entries(OTHERS),
];

test.each(all)(
  "%s is done whole or not at all, whichever of its statements fails, before or after",
  { timeout: 240_000 },
  async (_name, { arrange, ...expected }) => {
    await faults.proveAllOrNothing(async () => {
      // What begins sweeps what was left by those before it: here nothing was.
      await system.owner.query("DELETE FROM passkey_ceremony");
      await system.owner.query("DELETE FROM provider_flow");
      ana = await makeAccount(system);
      return await arrange();
    }, expected);
  },
);
