/** The form under which an email address is unique: NFKC, case folded, trimmed. */
export function normaliseEmail(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase().normalize("NFKC");
}

/** The form under which a username is stored and unique. */
export function normaliseUsername(username: string): string {
  return username.normalize("NFKC").trim().toLowerCase();
}

/**
 * The look-alike skeleton of an ASCII name: two names with one skeleton read alike (`r0b1n`, `robin`, `ro-bin`).
 * After the confusables idea of Unicode TR 39, cut down to the characters that names may hold.
 */
export function skeletonOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[-_]/g, "")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/0/g, "o")
    .replace(/[1i|]/g, "l")
    .replace(/5/g, "s");
}

const RESERVED = [
  ..."about abuse account accounts admin administrator api app assets audit auth billing blog console contact dashboard".split(
    " ",
  ),
  ..."demo docs download email everyone favicon health help home info invitation invitations invite legal login logout".split(
    " ",
  ),
  ..."mail me member members metrics moderator new noreply no-reply null oauth official owner password postmaster".split(
    " ",
  ),
  ..."pricing privacy pronaflow public register reset robots root security session sessions settings setup signin".split(
    " ",
  ),
  ..."sign-in signup sign-up sitemap staff static status superadmin support sysadmin system team terms test undefined".split(
    " ",
  ),
  ..."user users verify w webhook webhooks webmaster well-known workspace workspaces www".split(" "),
];
const reserved = new Set(RESERVED.map(skeletonOf));

/** Whether a username or slug reads like a word the product keeps for itself. */
export function isReservedName(name: string): boolean {
  return reserved.has(skeletonOf(name));
}

/** A slug made from a name: marks dropped, other characters become single hyphens; may be empty. */
export function slugFrom(name: string): string {
  return name
    .replace(/[đĐ]/g, "d")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}
