import { fromElsewhere, noteSecrets, secretsIn } from "@pronaflow/testing/browser";
import { e2eEnv } from "./env.ts";

/** Calls the user app's REST API. */
export async function call(method: string, path: string, body?: object, token?: string): Promise<unknown> {
  noteSecrets(e2eEnv.secretsFile, "person", secretsIn(body));
  const response = await fetch(`${e2eEnv.webUrl}/api/v1${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(path === "/auth/register" ? fromElsewhere() : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
  const given: unknown = answer ? JSON.parse(answer) : null;
  noteSecrets(e2eEnv.secretsFile, "product", secretsIn(given));
  return given;
}
