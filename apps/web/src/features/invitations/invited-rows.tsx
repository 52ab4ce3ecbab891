"use client";

import type { Invited } from "@pronaflow/contract/outputs/invitations";
import { Badge } from "@pronaflow/ui/badge";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { CopyButton } from "@pronaflow/ui/copy-button";
import { useTranslations } from "next-intl";

interface InvitedRowsProps {
  answer: Invited;
  /** Addresses that were given before, and lines without one: they were not sent. */
  repeated: readonly string[];
  unread: readonly string[];
  onMore: () => void;
  onDone: () => void;
}

/** What became of each address; with the links where no mail carries them. */
export function InvitedRows({ answer, repeated, unread, onMore, onDone }: InvitedRowsProps) {
  const t = useTranslations("invitations");
  const hasLinks = answer.rows.some(({ link }) => link !== null);
  const unsent = [
    ...repeated.map((text) => ({ text, why: t("outcome.duplicate") })),
    ...unread.map((text) => ({ text, why: t("noAddress") })),
  ].map((row, index) => ({ ...row, key: `${index} ${row.text}` }));
  return (
    <div className="grid gap-4">
      {hasLinks ? <Banner tone="info">{t("linkWhy")}</Banner> : null}
      <ul className="max-h-80 divide-y overflow-y-auto">
        {answer.rows.map((row) => (
          <li key={row.email} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
            <span className="min-w-0 break-all">{row.email}</span>
            <span className="flex items-center gap-2">
              <Badge tone={row.outcome === "invited" ? "success" : "neutral"} className="h-auto whitespace-normal">
                {t(`outcome.${row.outcome}`)}
              </Badge>
              {row.link ? <CopyButton value={row.link} labels={{ copy: t("copyLink"), copied: t("copied") }} /> : null}
            </span>
          </li>
        ))}
        {unsent.map(({ key, text, why }) => (
          <li key={key} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
            <span className="min-w-0 break-all">{text}</span>
            <Badge className="h-auto whitespace-normal">{why}</Badge>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onMore}>{t("more")}</Button>
        <Button variant="primary" autoFocus onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
