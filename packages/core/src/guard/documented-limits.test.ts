import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SESSION_LIMITS } from "@pronaflow/auth";
import { expect, test } from "vitest";
import { CHALLENGE_FAILURES } from "../factors/rules.ts";
import { identityRates } from "../identity/identity-rates.ts";
import { RESET_TTL_SECONDS } from "../identity/issue-link.ts";
import { FASTEST_KM_AN_HOUR, FLOOR_KM } from "../incidents/rules.ts";
import type { Rate } from "../kernel/limiter.ts";
import { MAX_SESSIONS } from "../sessions/session-writer.ts";
import { DISABLING_FAILURES, LOCK_FAILURES, LOCK_SECONDS, LOCK_WINDOW_SECONDS } from "./rules.ts";

const text = readFileSync(join(import.meta.dirname, "../../../../docs/security.md"), "utf8").replace(/[\s|]+/g, " ");

const spans: Record<number, string> = { 60: "a minute", 600: "in 10 minutes", 3600: "an hour" };
const per = ({ calls, windowSeconds }: Rate) => `${calls} ${spans[windowSeconds] ?? "?"}`;
const minutes = (seconds: number) => `${seconds / 60} minutes`;
const days = (seconds: number) => `${seconds / 86_400} days`;
const hours = (seconds: number) => `${seconds / 3600} hour${seconds > 3600 ? "s" : ""}`;
const { web, admin } = SESSION_LIMITS;

// ASVS 6.1.1, 7.1.1 and 7.1.2: what the operator reads is what holds.
test.each([
  `wrong passwords on one account ${LOCK_FAILURES} in ${minutes(LOCK_WINDOW_SECONDS)} password sign-in locks for ${minutes(LOCK_SECONDS)}`,
  `wrong passwords in a row ${DISABLING_FAILURES} `,
  `wrong codes in one sign-in ${CHALLENGE_FAILURES} `,
  `wrong factors on one account ${LOCK_FAILURES} in ${minutes(LOCK_WINDOW_SECONDS)} second factors lock for ${minutes(LOCK_SECONDS)}`,
  `sign-ins from one address ${per(identityRates.signInByAddress)} `,
  `registrations from one address ${per(identityRates.registerByAddress)} `,
  `reset requests ${per(identityRates.resetByAddress)} from one address, ${per(identityRates.resetPerEmail)} for one mail address`,
  `verification mails ${per(identityRates.verificationPerMinute)} and ${per(identityRates.verificationPerHour)} for one mail address`,
  `mailed links opened from one address ${per(identityRates.redeemByAddress)} `,
  `prompts for one's own password ${per(identityRates.proofByAccount)} `,
  `The user app: ${days(web.idleSeconds)} without use, ${days(web.absoluteSeconds)} in all. The console: ${hours(admin.idleSeconds)} and ${hours(admin.absoluteSeconds)}`,
  `At most ${MAX_SESSIONS} live sessions an account`,
  `More than ${FASTEST_KM_AN_HOUR} km/h since the last one is travel that nobody can make, if the two places lie more than ${FLOOR_KM} km apart`,
  `A reset link lives ${minutes(RESET_TTL_SECONDS)}`,
])("the limits that docs/security.md names are those of the code: %s", (words) => {
  expect(text).toContain(words);
});
