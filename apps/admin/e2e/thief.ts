import { nextCode } from "@pronaflow/testing/browser";
import { call } from "./web-api.ts";

const PASSWORD = "Stolen-Harbour-77-Kettle";

/** Someone who learnt a password, signs in with it, changes it and adds an authenticator app of their own. */
export interface Thief {
  password: string;
  isSignedIn(): Promise<boolean>;
}

export async function rob(victim: { email: string; password: string }): Promise<Thief> {
  const entered = await post("/auth/login", { identifier: victim.email, password: victim.password });
  const passwords = { currentPassword: victim.password, newPassword: PASSWORD };
  const changed = await post("/auth/password-change", passwords, entered.token);
  const { secret = "" } = await post("/auth/mfa/enable", { password: PASSWORD }, changed.token);
  const code = await nextCode({ secret, lastStep: 0 });
  const { token } = await post("/auth/mfa/confirm", { code }, changed.token);
  return {
    password: PASSWORD,
    isSignedIn: () =>
      call("GET", "/auth/me", undefined, token).then(
        () => true,
        () => false,
      ),
  };
}

async function post(path: string, body: object, token?: string): Promise<{ token?: string; secret?: string }> {
  return (await call("POST", path, body, token)) as { token?: string; secret?: string };
}
