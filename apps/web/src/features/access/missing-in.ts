import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import type { Permission } from "@pronaflow/contract";
import { PERMISSIONS } from "@pronaflow/contract";

/** The permission for want of which a call was refused; null: it failed for another reason. */
export function missingIn({ code, meta }: Failure): Permission | null {
  return code === "FORBIDDEN" ? (PERMISSIONS.find((known) => known === meta.permission) ?? null) : null;
}
