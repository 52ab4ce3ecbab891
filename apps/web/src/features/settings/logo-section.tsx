"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";
import { PictureField } from "#features/pictures/picture-field.tsx";
import { WorkspaceMark } from "#features/pictures/workspace-mark.tsx";
import { useTRPC } from "#trpc/context.ts";

/** The logo of a workspace. */
export function LogoSection({ workspace }: { workspace: WorkspaceDetail }) {
  const { id, name } = workspace;
  const { whyNot } = useCan(workspace, "branding.update");
  const t = useTranslations("settings.branding");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const marks = useQuery(trpc.workspaces.marks.queryOptions());
  const reread = { onSuccess: () => queries.invalidateQueries(trpc.workspaces.marks.queryFilter()) };
  const set = useMutation(trpc.workspaces.logo.set.mutationOptions(reread));
  const remove = useMutation(trpc.workspaces.logo.remove.mutationOptions(reread));
  return (
    <SettingsSection title={t("logo")} description={t("logoText")}>
      <div className="flex flex-wrap items-center gap-2">
        <PictureField
          shown={<WorkspaceMark id={id} name={name} size="lg" />}
          hasPicture={marks.data?.items.some((mark) => mark.id === id && mark.logo) ?? false}
          disabledReason={whyNot}
          onChoose={(picture) => set.mutateAsync({ id, ...picture })}
          onRemove={() => remove.mutateAsync({ id })}
        />
        <AskButton workspace={workspace} permission="branding.update" />
      </div>
    </SettingsSection>
  );
}
