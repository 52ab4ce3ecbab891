"use client";

import type { RecentlyDeleted } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { useAct } from "./use-act.ts";
import { useMoment } from "./use-moment.ts";

/** One deleted workspace: by whom and when, until when it can come back, and Undo. */
export function DeletedCard({ workspace, now }: { workspace: RecentlyDeleted; now: string }) {
  const t = useTranslations("ownership");
  const router = useRouter();
  const moment = useMoment();
  const undelete = useMutation(useTRPC().workspaces.deleted.undelete.mutationOptions());
  const { act, isPending } = useAct();
  const { id, name, slug } = workspace;
  const canUndo = workspace.undoUntil > now;
  const final = moment(workspace.finalAt);
  const undo = async () => {
    const said = { done: t("undone", { name }), failed: t("undoFailed") };
    if (await act(() => undelete.mutateAsync({ id }), said)) router.push(`/w/${slug}`);
  };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md border bg-card px-5 py-4">
      <div className="grid min-w-56 flex-1 gap-1">
        <h2 className="font-semibold text-base">{name}</h2>
        <p>{t("deletedBy", { person: workspace.deletedBy ?? "–", date: moment(workspace.deletedAt) })}</p>
        <p className="text-muted-foreground">
          {canUndo ? t("undoUntil", { date: moment(workspace.undoUntil), final }) : t("askAdmin", { final })}
        </p>
      </div>
      {canUndo ? (
        <Button pending={isPending} onClick={() => void undo()}>
          {t("undo")}
        </Button>
      ) : null}
    </li>
  );
}
