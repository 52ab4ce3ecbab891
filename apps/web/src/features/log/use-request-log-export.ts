"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTimeZone, useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import type { LogFilter } from "./log-address.ts";
import { filterInput } from "./log-address.ts";

/** Asks for the log as a file, after a fresh proof where one is due. */
export function useRequestLogExport(workspaceId: string, filter: LogFilter) {
  const t = useTranslations("log");
  const timeZone = useTimeZone() ?? "UTC";
  const failed = useFailureToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const mutation = useMutation(trpc.workspaces.audit.export.mutationOptions());

  const request = async (format: "csv" | "jsonl"): Promise<void> => {
    const input = { id: workspaceId, format, ...filterInput(filter, timeZone) };
    try {
      await withStepUp(() => mutation.mutateAsync(input));
    } catch (error) {
      await failed(t("requestFailed"), error);
      return;
    }
    await queries.invalidateQueries(trpc.workspaces.audit.exports.queryFilter());
  };
  return { request, isRequesting: mutation.isPending };
}
