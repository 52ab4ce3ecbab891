import type { Admin } from "@pronaflow/contract/outputs/admins";

/** What somebody of the list is about to meet. */
export interface AdminAct {
  kind: "change" | "remove";
  admin: Admin;
}
