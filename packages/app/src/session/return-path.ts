/**
 * A path of this app to go on to, or null: another site's address, however disguised, is none. Browsers drop tabs and
 * line breaks within addresses and read `\` as `/`, so only plain printable characters pass.
 */
export function returnPath(next: string | string[] | undefined): string | null {
  if (typeof next !== "string" || next.length > 500) return null;
  return /^\/(?!\/|sign-in)[!-[\]-~]*$/.test(next) ? next : null;
}
