import type { TokenPermission } from "@pronaflow/contract";

type Underscored<Name extends string> = Name extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : Name;

/** Under which key a token's permission is worded: keys of messages may not hold a dot. */
export function tokenPermissionKey(permission: TokenPermission): Underscored<TokenPermission> {
  return permission.replace(".", "_") as Underscored<TokenPermission>;
}
