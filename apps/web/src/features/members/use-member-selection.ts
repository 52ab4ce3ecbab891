"use client";

import { assignableRoles } from "@pronaflow/contract";
import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import type { TableSelection } from "@pronaflow/ui/data-table";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useWhyNotChosen } from "./use-why-not-chosen.ts";

/** Which members of the page are chosen; there is nothing to choose for a role that may change nobody. */
export function useMemberSelection(workspace: WorkspaceDetail, rows: readonly Member[] | undefined) {
  const t = useTranslations("members.bulk");
  const [ids, setIds] = useState<readonly string[]>([]);
  const whyNot = useWhyNotChosen(workspace);
  const labels = useMemo(
    () => ({ all: t("all"), row: ({ displayName }: Member) => t("one", { name: displayName }) }),
    [t],
  );
  // Read anew, the list may hold one of them no more, or one out of reach.
  const chosen = (rows ?? []).filter((row) => ids.includes(row.id) && whyNot(row) === null);
  const selection: TableSelection<Member> = { ids: chosen.map(({ id }) => id), onChange: setIds, labels, whyNot };
  return {
    selection: assignableRoles(workspace.role).length > 0 ? selection : undefined,
    chosen,
    drop: (gone: readonly string[]) => setIds((before) => before.filter((id) => !gone.includes(id))),
  };
}
