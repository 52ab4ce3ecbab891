"use client";

import { Changes } from "@pronaflow/app/history/changes.tsx";
import { WORKSPACE_ACTIONS } from "@pronaflow/contract";
import type { AccessLogEntry } from "@pronaflow/contract/outputs/access-log";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { useDeviceWords } from "#features/account/use-device-words.ts";
import { messageKey } from "#i18n/message-key.ts";
import { toldFields } from "./field-words.ts";
import { useFieldWords } from "./use-field-words.ts";
import { useWhy } from "./use-why.ts";

interface LogRowProps {
  entry: AccessLogEntry;
  now: string;
  /** Of those the page names, by id. */
  names: ReadonlyMap<string, string>;
}

/** One act: what, by whom and to whom, on which device and where, when; its fields, before and after, on asking. */
export function LogRow({ entry, now, names }: LogRowProps) {
  const t = useTranslations("log");
  const locale = useLocale();
  const { device, place } = useDeviceWords(entry);
  const words = useFieldWords(names);
  const action = WORKSPACE_ACTIONS.find((known) => known === entry.action);
  const isByName = entry.actorKind === "ACCOUNT";
  const why = useWhy(entry);
  const who = isByName ? (entry.actorName ?? t("gone")) : t(entry.actorKind === "GUEST" ? "guest" : "system");
  const [before, after] = [toldFields(entry.before), toldFields(entry.after)];
  // What is not known is left out: a log that says so on every row says nothing.
  const told = [
    who,
    entry.targetName && entry.targetName !== entry.actorName ? t("target", { name: entry.targetName }) : null,
    (entry.browser ?? entry.os) ? device : null,
    (entry.city ?? entry.country) ? place : null,
    entry.ip,
  ];
  return (
    <li className="grid gap-1 px-5 py-3.5">
      <p className="font-medium">{action ? t(`act.${messageKey(action)}`) : entry.action}</p>
      <p className="wrap-anywhere text-muted-foreground">
        {told.filter(Boolean).map((fact) => `${fact} · `)}
        <TimeAgo at={entry.at} now={now} locale={locale} />
      </p>
      {why ? <p className="wrap-anywhere">{why}</p> : null}
      {before || after ? (
        <details>
          <summary className="w-fit cursor-pointer rounded-sm py-0.5 text-muted-foreground hover:text-foreground">
            {t("details")}
          </summary>
          <div className="pt-2 pb-1">
            <Changes
              before={before}
              after={after}
              words={words}
              labels={{ changes: t("changes"), field: t("fieldHead"), before: t("before"), after: t("after") }}
            />
          </div>
        </details>
      ) : null}
    </li>
  );
}
