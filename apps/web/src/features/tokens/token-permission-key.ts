import type { TokenPermission } from "@pronaflow/contract";
import type { MessageKey } from "#i18n/message-key.ts";
import { messageKey } from "#i18n/message-key.ts";

/** Under which key a token's permission is worded. */
export function tokenPermissionKey(permission: TokenPermission): MessageKey<TokenPermission> {
  return messageKey(permission);
}
