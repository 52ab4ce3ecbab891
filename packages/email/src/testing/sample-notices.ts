import type { NoticeProps } from "../notice.ts";

const app = "https://app.example";

/** One believable mail of every notice; the link of its button comes first. */
export function sampleNotices(displayName: string): NoticeProps {
  const notMeLink = `${app}/not-me#token=n7tm3e`;
  const after = { displayName, timeZone: "Asia/Ho_Chi_Minh", securityLink: `${app}/account/security` };
  const seen = { at: "2026-11-24T06:01:00.000Z", place: "Hà Nội, VN", device: "Firefox on Windows" };
  const plain = { notMeLink, ...after, ...seen };
  return {
    "new-device": plain,
    "new-country": { ...plain, country: "Việt Nam" },
    "impossible-travel": {
      ...plain,
      earlierPlace: "Đà Nẵng, VN",
      earlierAt: "2026-11-24T05:41:00.000Z",
      kilometers: 610,
    },
    "session-evicted": {
      ...plain,
      device: "Safari on iPhone",
      place: "Đà Nẵng, VN",
      lastSeenAt: "2026-10-02T16:45:00.000Z",
    },
    "sign-in-locked": {
      unlockLink: `${app}/unlock#token=u2lk8k`,
      ...plain,
      lockedUntil: "2026-11-24T06:16:00.000Z",
    },
    "password-changed": plain,
    "password-reset-done": plain,
    "password-disabled": { resetLink: `${app}/forgot-password`, ...plain },
    "mfa-enabled": plain,
    "mfa-disabled": plain,
    "factor-reset-by-admin": { notMeLink, ...after, at: seen.at },
    "backup-codes-regenerated": plain,
    "backup-code-used": { ...plain, remaining: 2 },
    "passkey-added": { ...plain, passkeyName: "Điện thoại của Linh" },
    "passkey-removed": { ...plain, passkeyName: "Điện thoại của Linh" },
    "provider-linked": { ...plain, providerName: "GitHub" },
    "provider-unlinked": { ...plain, providerName: "GitHub" },
    "token-created": { ...plain, tokenName: "Deploy", expiresAt: "2027-02-22T06:01:00.000Z" },
    "token-revoked": { ...plain, tokenName: "Deploy" },
    "email-change-requested": {
      undoLink: `${app}/undo-email#token=s4tp9c`,
      ...plain,
      newEmail: "linh@new.example",
    },
    "email-changed": { undoLink: `${app}/undo-email#token=b6ck1d`, ...plain, newEmail: "linh@new.example" },
    "email-change-undone": { ...plain, email: "linh@old.example" },
    "deletion-scheduled": {
      returnLink: `${app}/sign-in`,
      ...plain,
      finalAt: "2026-12-08T06:01:00.000Z",
    },
    "deletion-cancelled": plain,
    "system-role-changed": {
      consoleLink: "https://console.example.com",
      notMeLink,
      ...after,
      at: seen.at,
      before: "USER",
      role: "ADMIN",
    },
    "export-ready": { downloadLink: `${app}/account/data`, ...plain, expiresAt: "2026-12-01T06:01:00.000Z" },
  };
}
