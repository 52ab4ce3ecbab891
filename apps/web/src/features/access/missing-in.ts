import type { Failure } from "@pronaflow/app/trpc/failure.ts";
import type { Permission } from "@pronaflow/contract";
import { PERMISSIONS } from "@pronaflow/contract";

/** The permission whose lack was the reason of a failure; null: it was another. */
export function missingIn({ code, meta }: Failure): Permission | null {
  return code === "FORBIDDEN" ? (PERMISSIONS.find((known) => known === meta.permission) ?? null) : null;
}
