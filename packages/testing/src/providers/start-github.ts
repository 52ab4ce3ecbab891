import { text } from "node:stream/consumers";
import { listenOnLoopback } from "./listen-on-loopback.ts";

interface GithubPerson {
  user: { id: number; login: string; name: string | null };
  emails: { email: string; primary: boolean; verified: boolean }[];
}

/** What GitHub's OAuth and API answer, for one person at a time. Any code but `good` is refused the way GitHub does, with a 200. */
export async function startGithub(): Promise<{
  url: string;
  serve(person: GithubPerson): void;
  close(): Promise<void>;
}> {
  let served: GithubPerson | null = null;
  const server = await listenOnLoopback(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", server.url);
    const isAuthorized = request.headers.authorization === "Bearer gho_of_this_test";
    const form = new URLSearchParams(await text(request));
    const isProven = form.get("code") === "good" && (form.get("code_verifier") ?? "").length >= 43;
    const answers: Record<string, unknown> = {
      "/login/oauth/access_token": isProven
        ? { access_token: "gho_of_this_test", token_type: "bearer", scope: "user:email" }
        : { error: "bad_verification_code", error_description: "The code passed is incorrect or expired." },
      ...(isAuthorized ? { "/api/user": served?.user, "/api/user/emails": served?.emails } : {}),
    };
    response.statusCode = answers[pathname] ? 200 : 401;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answers[pathname] ?? { message: "Bad credentials" }));
  });
  const serve = (person: GithubPerson) => {
    served = person;
  };
  return { url: server.url, serve, close: server.close };
}
