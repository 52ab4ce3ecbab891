import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { noteSecrets, secretsIn } from "@pronaflow/testing/browser";
import { e2eEnv } from "./env.ts";

const PASSWORD = "Quiet-River-42-Lantern";

export interface Workspace {
  id: string;
  slug: string;
  name: string;
}

/** A person of the user app, who owns workspaces: acts over its REST API. */
export interface Owner {
  email: string;
  password: string;
  create(name: string): Promise<Workspace>;
  remove(workspace: Workspace): Promise<void>;
  names(): Promise<string[]>;
}

/** Registers a person, opens their mail and signs them in. */
export async function newOwner(prefix: string): Promise<Owner> {
  const unique = randomBytes(4).toString("hex");
  const email = `${prefix}.${unique}@example.test`;
  const username = `owner-${unique}`;
  await call("POST", "/auth/register", { email, username, displayName: "Olive Owner", password: PASSWORD });
  await call("POST", "/auth/verify-email", { token: await mailedToken(email) });
  const { token } = (await call("POST", "/auth/login", { identifier: email, password: PASSWORD })) as { token: string };
  return {
    email,
    password: PASSWORD,
    create: async (name) => (await call("POST", "/workspaces", { name }, token)) as Workspace,
    remove: async ({ id, name }) => void (await call("DELETE", `/workspaces/${id}`, { confirmName: name }, token)),
    names: async () => {
      const { items } = (await call("GET", "/workspaces", undefined, token)) as { items: Workspace[] };
      return items.map(({ name }) => name);
    },
  };
}

async function call(method: string, path: string, body?: object, token?: string): Promise<unknown> {
  noteSecrets(e2eEnv.secretsFile, "person", secretsIn(body));
  const response = await fetch(`${e2eEnv.webUrl}/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
  const given: unknown = answer ? JSON.parse(answer) : null;
  noteSecrets(e2eEnv.secretsFile, "product", secretsIn(given));
  return given;
}

async function mailedToken(address: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(`${e2eEnv.inboxUrl}/api/email`);
    const mails = (await response.json()) as { text?: string; to?: { address: string }[] }[];
    const mail = mails.find(({ to }) => to?.some((one) => one.address === address));
    const token = /#token=([a-z2-7]{32})/.exec(mail?.text ?? "")?.[1];
    if (token) return token;
    await pause(100);
  }
  throw new Error(`No mail for ${address} arrived.`);
}
