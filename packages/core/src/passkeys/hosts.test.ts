import type { TestAccount, TestSystem } from "@pronaflow/testing";
import {
  addPasskeyTo,
  asGuest,
  asUser,
  enrol,
  inConsole,
  makeAccount,
  openTestSystem,
  SoftwareAuthenticator,
  twentyAtOnce,
} from "@pronaflow/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findCandidate } from "../admins/index.ts";
import { getMfaStatus } from "../factors/index.ts";
import { signIn } from "../identity/index.ts";
import type { Services } from "../kernel/services.ts";
import * as passkeys from "./index.ts";

const HOSTS = { web: "app.example.com", admin: "console.example.com" };

let system: TestSystem;
let ana: TestAccount;
beforeAll(async () => {
  system = await openTestSystem({ APP_URL: `https://${HOSTS.web}`, ADMIN_URL: `https://${HOSTS.admin}` });
});
afterAll(() => system.close());
beforeEach(async () => {
  system.clock.advance({ hours: 1 });
  ana = await makeAccount(system, { systemRole: "ADMIN" });
});

const add = (app: "web" | "admin") =>
  addPasskeyTo(system, ana, new SoftwareAuthenticator({ origin: `https://${HOSTS[app]}` }), system[app]);
const by = (services: Services) => asUser(system, ana, services);
const forget = (id: string) => system.owner.query("UPDATE passkey SET rp_id = NULL WHERE id = $1", [id]);
const idsOf = (known: { id: string }[]) => known.map(({ id }) => id);

async function methodsIn(services: Services): Promise<readonly string[]> {
  const entered = await signIn(asGuest(services), { identifier: ana.email, password: ana.password });
  return "mfaRequired" in entered ? entered.methods : [];
}

test("each is listed in both apps with the host it is for", async () => {
  const [app, console] = [await add("web"), await add("admin")];
  for (const [name, services] of [["web", system.web] as const, ["admin", system.admin] as const]) {
    const list = await passkeys.listPasskeys(await by(services));
    expect(list.host).toBe(HOSTS[name]);
    expect(Object.fromEntries(list.passkeys.map(({ id, host }) => [id, host]))).toEqual({
      [app.id]: HOSTS.web,
      [console.id]: HOSTS.admin,
    });
  }
});

test("an app offers those that answer in it, and excludes no others from a new one", async () => {
  const [app, console] = [await add("web"), await add("admin")];
  for (const [services, here] of [
    [system.web, app],
    [system.admin, console],
  ] as const) {
    const { allowCredentials } = await passkeys.beginStepUp(await by(services), {});
    expect(idsOf(allowCredentials)).toEqual([here.authenticator.id]);
    const { excludeCredentials } = await passkeys.beginRegistration(await by(services), {});
    expect(idsOf(excludeCredentials)).toEqual([here.authenticator.id]);
  }
});

test("the second step offers a passkey where one answers: not the app for one of the console", async () => {
  await enrol(system, ana);
  const console = await add("admin");
  expect(await methodsIn(system.web)).not.toContain("passkey");
  expect(await methodsIn(system.admin)).toContain("passkey");
  expect((await getMfaStatus(await by(system.web))).methods).not.toContain("passkey");
  expect((await getMfaStatus(await by(system.admin))).methods).toContain("passkey");
  await forget(console.id);
  expect(await methodsIn(system.web)).toContain("passkey");
});

test("one that was added before hosts were written down counts for both, until it is used", async () => {
  const app = await add("web");
  await forget(app.id);
  expect(idsOf((await passkeys.beginStepUp(await by(system.admin), {})).allowCredentials)).toHaveLength(1);
  const ceremony = await passkeys.beginSignIn(asGuest(system.web), {});
  await passkeys.signInByPasskey(asGuest(system.web), { response: app.authenticator.get(ceremony) });
  expect((await passkeys.listPasskeys(await by(system.admin))).passkeys).toMatchObject([{ host: HOSTS.web }]);
  expect((await passkeys.beginStepUp(await by(system.admin), {})).allowCredentials).toEqual([]);
});

test("the last way into an app is kept, whatever leads into the other and wherever it is removed, under twenty at once too", async () => {
  const [app, console] = [await add("web"), await add("admin")];
  await system.owner.query("UPDATE account SET password_hash = NULL WHERE id = $1", [ana.id]);
  for (const services of [system.web, system.admin]) {
    for (const { id } of [app, console]) {
      const removal = passkeys.removePasskey(await by(services), { passkeyId: id });
      await expect(removal).rejects.toMatchObject({ code: "LAST_WAY_IN" });
    }
  }
  const other = await add("web");
  const ctx = await Promise.all(Array.from({ length: 20 }, () => by(system.web)));
  const { codes } = await twentyAtOnce((index) => {
    const own = ctx[index] ?? expect.unreachable();
    return passkeys.removePasskey(own, { passkeyId: index % 2 ? app.id : other.id });
  });
  expect(codes).toHaveLength(19);
  const left = await passkeys.listPasskeys(await by(system.admin));
  expect(left.passkeys.map(({ host }) => host).sort()).toEqual([HOSTS.web, HOSTS.admin].sort());
});

test("who names admins sees whether a factor opens the console, not the app", async () => {
  const boss = await inConsole(system, await makeAccount(system, { systemRole: "SUPERADMIN" }));
  const see = async () => (await findCandidate(boss, { identifier: ana.email })).hasSecondFactor;
  await add("web");
  expect(await see()).toBe(false);
  await add("admin");
  expect(await see()).toBe(true);
});
