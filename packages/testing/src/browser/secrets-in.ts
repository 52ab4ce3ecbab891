/** Something that a run must say nowhere: typed by a person, or given to one. */
export interface RunSecret {
  from: "person" | "product";
  value: string;
}

// By these names the product's calls carry what is a secret. A code of six digits is worth nothing half a minute later.
const NAMES = new Set([
  ...["password", "currentPassword", "newPassword", "token", "backupCode", "backupCodes", "secret", "otpauthUrl"],
  ...["challengeId", "offerId", "state"],
]);

/** The secrets in what a call sends or answers, however deep. Words that a weak password may be are left out. */
export function secretsIn(value: unknown, isNamed = false): string[] {
  if (typeof value === "string") return isNamed && value.length >= 10 && /[0-9]/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => secretsIn(one, isNamed));
  return Object.entries(value).flatMap(([name, inner]) => secretsIn(inner, NAMES.has(name)));
}
