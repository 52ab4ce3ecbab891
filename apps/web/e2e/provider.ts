import type { KeyObject } from "node:crypto";
import { createPrivateKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startOidcServer } from "@pronaflow/testing/providers";
import { e2eEnv } from "./env.ts";

/** The sign-in provider that the product under test was told of: a real OpenID Connect server, at its address. */
export interface Provider {
  newPerson: (email?: string) => { sub: string; email: string };
  close: () => Promise<void>;
}

export async function openProvider(): Promise<Provider> {
  const redirectUri = `${e2eEnv.webUrl}/sign-in/callback/oidc`;
  const { port } = new URL(e2eEnv.issuer);
  const server = await startOidcServer({ redirectUri, port: Number(port), key: keptKey(port) });
  return {
    newPerson(email) {
      const sub = `person-${randomBytes(4).toString("hex")}`;
      const person = { sub, email: email ?? `${sub}@provider.example`, email_verified: true, name: "Linh Tran" };
      server.people.set(sub, person);
      return person;
    },
    close: () => server.close(),
  };
}

/** On the provider's own page. */
export async function allow(page: Page, sub: string): Promise<void> {
  await page.getByRole("textbox", { name: "Account" }).fill(sub);
  await page.getByRole("button", { name: "Allow" }).click();
}

// The product keeps an issuer's keys for a while: the server of a worker that replaces a failed one signs with the same.
function keptKey(port: string): KeyObject {
  const file = join(tmpdir(), `pronaflow-e2e-provider-${port}.pem`);
  if (existsSync(file)) return createPrivateKey(readFileSync(file));
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return privateKey;
}
