"use client";

import { EmptyState } from "@pronaflow/ui/empty-state";
import { Lock } from "lucide-react";
import { useNamingRefused } from "./use-naming-refused.ts";

/** In place of the list, for a role that names nobody: why, and whom to ask. */
export function AdminsRefused() {
  return <EmptyState icon={<Lock aria-hidden />} title={useNamingRefused()} />;
}
