import { apiError, createClient } from "@pronaflow/api/client";
import { env } from "./env.ts";
import { readMailedToken } from "./read-mailed-token.ts";

// Signs in and lists workspaces, every input and answer typed from the server's own procedures.
// Needs a running product: APP_URL, and who to be: PRONAFLOW_IDENTIFIER and PRONAFLOW_PASSWORD.
// Without those two it signs a new person up first and reads the mail from the local inbox at MAIL_URL.
let token: string | null = null;
const client = createClient({ baseUrl: env.appUrl, token: () => token });

try {
  const { identifier, password } = await whoToBe();
  const signedIn = await client.auth.login.mutate({ identifier, password });
  if ("mfaRequired" in signedIn) throw new Error("This account asks for a second factor: use one without.");
  token = signedIn.token ?? null;
  console.log(`Signed in as ${signedIn.user.displayName} until ${signedIn.expiresAt}`);
  const { items } = await client.workspaces.list.query();
  if (items.length === 0) console.log("No workspaces yet: making one.");
  const workspaces = items.length > 0 ? items : [await client.workspaces.create.mutate({ name: "Typed client" })];
  for (const { name, slug, role } of workspaces) console.log(`- ${name} (/w/${slug}), ${role.toLowerCase()}`);
  await client.auth.logout.mutate();
} catch (error) {
  const failure = apiError(error);
  console.error(failure ? `${failure.code}: ${failure.message} (request ${failure.requestId})` : error);
  process.exitCode = 1;
}

async function whoToBe(): Promise<{ identifier: string; password: string }> {
  const { identifier, password } = env;
  if (identifier && password) return { identifier, password };
  const suffix = Date.now().toString(36);
  const person = {
    email: `typed-${suffix}@example.com`,
    username: `typed-${suffix}`,
    password: "Quiet-Harbour-Lantern-42",
  };
  await client.auth.register.mutate({ ...person, displayName: "Typed Client" });
  await client.auth.verifyEmail.mutate({ token: await readMailedToken(env.inboxUrl, person.email) });
  return { identifier: person.email, password: person.password };
}
