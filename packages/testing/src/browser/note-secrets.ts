import { appendFileSync } from "node:fs";
import type { BrowserContext, Response } from "@playwright/test";
import type { RunSecret } from "./secrets-in.ts";
import { secretsIn } from "./secrets-in.ts";

/**
 * Writes down the secrets of a run, a JSON line each, for whoever looks afterwards whether one was said. Does nothing
 * where nobody will look: `file` is empty then.
 */
export function noteSecrets(file: string, from: RunSecret["from"], values: readonly string[]): void {
  if (file && values.length > 0)
    appendFileSync(file, values.map((value) => `${JSON.stringify({ from, value } satisfies RunSecret)}\n`).join(""));
}

/** Notes what a browser's calls send and get: fields of their bodies, and the product's cookies. */
export function watchSecrets(context: BrowserContext, file: string): void {
  if (!file) return;
  context.on("request", (request) => {
    if (isCall(request.url())) noteSecrets(file, "person", secretsIn(parsed(request.postData() ?? "")));
  });
  context.on("response", (response) => {
    if (isCall(response.url())) void noteAnswer(response, file);
  });
}

const isCall = (url: string) => new URL(url).pathname.startsWith("/api/");

async function noteAnswer(response: Response, file: string): Promise<void> {
  // A page that has gone on leaves an answer without its body: what was in it reached nobody.
  const [headers, body] = await Promise.all([response.headersArray().catch(() => []), response.text().catch(() => "")]);
  const cookies = headers.filter(({ name }) => name.toLowerCase() === "set-cookie").map(({ value }) => value);
  const tokens = cookies.flatMap((line) => /^[^=]*pf_[a-z_]+=([a-z2-7]{32})/.exec(line)?.[1] ?? []);
  noteSecrets(file, "product", [...tokens, ...secretsIn(parsed(body))]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
