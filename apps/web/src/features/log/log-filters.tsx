"use client";

import { Button } from "@pronaflow/ui/button";
import { Field } from "@pronaflow/ui/field";
import { Select } from "@pronaflow/ui/select";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DayField } from "./day-field.tsx";
import { KINDS } from "./kinds.ts";
import type { LogFilter } from "./log-address.ts";
import { logAddress, NO_FILTER } from "./log-address.ts";
import { PersonSelect } from "./person-select.tsx";

interface LogFiltersProps {
  workspaceId: string;
  home: string;
  filter: LogFilter;
}

const ALL = "all";

/** Whose acts, of which kind, from when until when; each choice is an address. */
export function LogFilters({ workspaceId, home, filter }: LogFiltersProps) {
  const t = useTranslations("log");
  const router = useRouter();
  const ask = (change: Partial<LogFilter>) =>
    router.replace(`${home}${logAddress({ filter: { ...filter, ...change }, trail: [] })}`, { scroll: false });
  const kinds = [{ value: ALL, label: t("everything") }, ...KINDS.map((kind) => ({ value: kind, label: t(kind) }))];
  const isNarrowed = logAddress({ filter, trail: [] }) !== "/log";
  return (
    <search aria-label={t("filter")} className="flex flex-wrap items-end gap-3">
      <Field label={t("who")} className="min-w-44 flex-1">
        <PersonSelect workspaceId={workspaceId} who={filter.who} onChange={(who) => ask({ who })} />
      </Field>
      <Field label={t("kind")} className="min-w-44 flex-1">
        <Select
          options={kinds}
          value={filter.kind ?? ALL}
          onValueChange={(asked) => ask({ kind: KINDS.find((kind) => kind === asked) ?? null })}
        />
      </Field>
      <DayField label={t("from")} day={filter.from} onChange={(from) => ask({ from })} />
      <DayField label={t("to")} day={filter.to} onChange={(to) => ask({ to })} />
      {isNarrowed ? (
        <Button asChild variant="ghost">
          <Link href={`${home}${logAddress({ filter: NO_FILTER, trail: [] })}`}>{t("clear")}</Link>
        </Button>
      ) : null}
    </search>
  );
}
