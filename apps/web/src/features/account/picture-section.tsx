"use client";

import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { OwnAvatar } from "#features/pictures/own-avatar.tsx";
import { PictureField } from "#features/pictures/picture-field.tsx";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

/** One's own picture. */
export function PictureSection() {
  const t = useTranslations("account");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { user } = useMe();
  const own = useQuery(trpc.account.avatar.get.queryOptions());
  const reread = { onSuccess: () => queries.invalidateQueries(trpc.account.avatar.get.queryFilter()) };
  const set = useMutation(trpc.account.avatar.set.mutationOptions(reread));
  const remove = useMutation(trpc.account.avatar.remove.mutationOptions(reread));
  return (
    <SettingsSection title={t("picture")} description={t("pictureText")}>
      <PictureField
        shown={<OwnAvatar size="lg" />}
        hasPicture={Boolean(own.data?.avatar)}
        disabledReason={user.status === "PENDING" ? t("pendingReason") : null}
        onChoose={(picture) => set.mutateAsync(picture)}
        onRemove={() => remove.mutateAsync()}
      />
    </SettingsSection>
  );
}
