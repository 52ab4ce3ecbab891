import { freshWord } from "@pronaflow/testing/browser";
import { mailedLink } from "./mailed-link.ts";
import { call } from "./web-api.ts";

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
  const unique = freshWord();
  const email = `${prefix}.${unique}@example.test`;
  const username = `owner-${unique}`;
  await call("POST", "/auth/register", { email, username, displayName: "Olive Owner", password: PASSWORD });
  const link = await mailedLink(email, "verify-email");
  await call("POST", "/auth/verify-email", { token: link.slice(link.indexOf("=") + 1) });
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
