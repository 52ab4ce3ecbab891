import type { Page } from "@playwright/test";
import { freshWord, fromElsewhere, noteSecrets, secretsIn } from "@pronaflow/testing/browser";
import { expect } from "./app-test.ts";
import { e2eEnv } from "./env.ts";
import { readMail } from "./read-mail.ts";

export const PASSWORD = "Quiet-River-42-Lantern";

export interface Person {
  email: string;
  username: string;
  password: string;
}

/** Someone nobody knows yet. */
export function newPerson(prefix: string): Person {
  const unique = freshWord();
  return { email: `${prefix}.${unique}@example.test`, username: `${prefix}-${unique}`, password: PASSWORD };
}

/** Someone who has an account with a verified address, made over the REST API. */
export async function newMember(prefix: string, displayName = "Mina Park"): Promise<Person> {
  const person = newPerson(prefix);
  await call("/auth/register", { ...person, displayName });
  const link = await readMail(person.email, "verify-email");
  await call("/auth/verify-email", { token: link.slice(link.indexOf("=") + 1) });
  return person;
}

/** Signs in through the page. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email or username").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Calls the REST API as a program does, without a cookie; `token`: of a session. */
export async function call(path: string, body: object, token?: string, method = "POST"): Promise<unknown> {
  noteSecrets(e2eEnv.secretsFile, "person", secretsIn(body));
  const response = await fetch(`${e2eEnv.webUrl}/api/v1${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(path === "/auth/register" ? fromElsewhere() : {}),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const answer = await response.text();
  const given: unknown = answer ? JSON.parse(answer) : null;
  noteSecrets(e2eEnv.secretsFile, "product", secretsIn(given));
  return given;
}
