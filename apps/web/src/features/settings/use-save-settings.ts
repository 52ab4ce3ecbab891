"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "#trpc/context.ts";

interface Changes {
  timeZone?: string;
  locale?: "en" | "vi";
  weekStart?: number;
  workDays?: number[];
  dayStart?: string;
  dayEnd?: string;
  minutesPerDay?: number;
  accentColour?: string | null;
}

/** Changes settings of a workspace and lets whatever shows them be read again. */
export function useSaveSettings({ id }: WorkspaceDetail): (changes: Changes) => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const update = useMutation(trpc.workspaces.settings.update.mutationOptions());
  return async (changes) => {
    await update.mutateAsync({ id, ...changes });
    await queries.invalidateQueries(trpc.workspaces.marks.queryFilter());
    router.refresh();
  };
}
