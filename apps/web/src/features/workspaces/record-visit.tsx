"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

/** Remembers on the server which workspace was used last, so that the next sign-in, on any device, opens it. */
export function RecordVisit({ slug }: { slug: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { workspaces, lastWorkspaceSlug } = useMe();
  const { mutate } = useMutation(
    trpc.workspaces.open.mutationOptions({
      onSuccess: () =>
        queries.setQueryData(trpc.auth.me.queryKey(), (me) => (me ? { ...me, lastWorkspaceSlug: slug } : me)),
    }),
  );
  const isNews = slug !== lastWorkspaceSlug && workspaces.some((workspace) => workspace.slug === slug);

  useEffect(() => {
    if (isNews) mutate({ slug });
  }, [isNews, mutate, slug]);

  return null;
}
