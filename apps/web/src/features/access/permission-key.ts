import type { Permission } from "@pronaflow/contract";
import type { MessageKey } from "#i18n/message-key.ts";
import { messageKey } from "#i18n/message-key.ts";

/** Under which key a permission is worded. */
export function permissionKey(permission: Permission): MessageKey<Permission> {
  return messageKey(permission);
}
