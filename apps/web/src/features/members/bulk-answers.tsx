"use client";

import type { Member } from "@pronaflow/contract/outputs/members";
import { Badge } from "@pronaflow/ui/badge";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { useBulkCopy } from "./use-bulk-copy.ts";

interface BulkAnswersProps {
  members: readonly Member[];
  /** By member: null where it was done, else what stood in the way. */
  codes: ReadonlyMap<string, string | null>;
  isPending: boolean;
  onRetry: () => void;
  onDone: () => void;
}

/** What became of each member, those it was not done to first; and once more for these. */
export function BulkAnswers({ members, codes, isPending, onRetry, onDone }: BulkAnswersProps) {
  const t = useTranslations("members.bulk");
  const copyOf = useBulkCopy();
  const isFailed = ({ id }: Member) => codes.get(id) !== null;
  const failed = members.filter(isFailed);
  const sorted = [...failed, ...members.filter((member) => !isFailed(member))];
  return (
    <div className="grid gap-4">
      <p role="status" className={failed.length > 0 ? undefined : "sr-only"}>
        {t("failedCount", { count: failed.length })}
      </p>
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached (WCAG 2.1.1) */}
      <ul aria-label={t("answers")} tabIndex={0} className="max-h-80 divide-y overflow-y-auto">
        {sorted.map((member) => {
          const code = codes.get(member.id);
          return (
            <li key={member.id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
              <span className="grid min-w-0">
                <span className="break-words font-medium">{member.displayName}</span>
                <span className="break-all text-muted-foreground text-xs">{member.email}</span>
              </span>
              {code === null ? (
                <Badge tone="success">{t("ok")}</Badge>
              ) : (
                <span className="min-w-0 text-danger-ink text-sm">{copyOf(code)}</span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {failed.length > 0 ? (
          <Button pending={isPending} onClick={onRetry}>
            {t("retry", { count: failed.length })}
          </Button>
        ) : null}
        <Button variant="primary" autoFocus onClick={onDone}>
          {t("close")}
        </Button>
      </div>
    </div>
  );
}
