import type { Role } from "@pronaflow/contract";
import { invitableRoles } from "@pronaflow/contract";

/** Whether an invitation with this role is beyond whoever is no Owner, whatever else they are given. */
export function onlyOwnersGive(role: Role): boolean {
  return !invitableRoles("ADMIN").includes(role);
}
