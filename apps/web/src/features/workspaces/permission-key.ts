import type { Permission } from "@pronaflow/contract";

type Underscored<Name extends string> = Name extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : Name;

/** Under which key a permission is worded: keys of messages may not hold a dot. */
export function permissionKey(permission: Permission): Underscored<Permission> {
  return permission.replace(".", "_") as Underscored<Permission>;
}
