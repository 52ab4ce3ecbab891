"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { Field } from "@pronaflow/ui/field";
import { Select } from "@pronaflow/ui/select";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { AccountAvatar } from "#features/pictures/account-avatar.tsx";
import { useTRPC } from "#trpc/context.ts";

interface MemberSelectProps {
  workspaceId: string;
  label: string;
  value: string;
  onChange: (memberId: string, displayName: string) => void;
  /** For "nobody", where that can be chosen. */
  none?: { value: string; label: string };
}

/** One of the members who could take over. */
export function MemberSelect({ workspaceId, label, value, onChange, none }: MemberSelectProps) {
  const t = useTranslations("ownership");
  const query = useQuery(useTRPC().workspaces.ownership.candidates.queryOptions({ id: workspaceId }));
  if (query.isError) return <RetryState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton className="h-9 w-full" />;
  const people = query.data.items;
  if (people.length === 0) return <p className="text-muted-foreground">{t("noOne")}</p>;
  const options = people.map(({ memberId, accountId, displayName, username, avatar }) => ({
    value: memberId,
    label: displayName,
    description: username,
    icon: <AccountAvatar accountId={accountId} name={displayName} picture={avatar} size="sm" />,
  }));
  return (
    <Field label={label}>
      <Select
        value={value}
        placeholder={t("choose")}
        options={none ? [none, ...options] : options}
        onValueChange={(chosen) => onChange(chosen, people.find((one) => one.memberId === chosen)?.displayName ?? "")}
      />
    </Field>
  );
}
