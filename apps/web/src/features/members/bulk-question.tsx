"use client";

import type { Role } from "@pronaflow/contract";
import { assignableRoles } from "@pronaflow/contract";
import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { Field } from "@pronaflow/ui/field";
import { Select } from "@pronaflow/ui/select";
import { useFormatter, useTranslations } from "next-intl";
import type { BulkKind } from "./bulk-act.ts";

interface BulkQuestionProps {
  workspace: WorkspaceDetail;
  kind: BulkKind;
  members: readonly Member[];
  /** How many of the chosen it would not change. */
  passedOver: number;
  role: Role;
  onRole: (role: Role) => void;
  isPending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

// More names than these are counted instead.
const NAMED = 5;

/** Who is about to be changed, and what it does to them. */
export function BulkQuestion(props: BulkQuestionProps) {
  const { workspace, kind, members, passedOver, role, onRole, isPending, onConfirm, onCancel } = props;
  const t = useTranslations("members");
  const app = useTranslations("app");
  const words = useTranslations("access.role");
  const format = useFormatter();
  const count = members.length;
  const names = members.slice(0, NAMED).map(({ displayName }) => displayName);
  const others = count > NAMED ? [t("bulk.others", { count: count - NAMED })] : [];
  const roles = assignableRoles(workspace.role);
  return (
    <div className="grid gap-4">
      <p className="break-words font-medium">{format.list([...names, ...others], { type: "conjunction" })}</p>
      <p>{t(`bulk.text.${kind}`, { workspace: workspace.name })}</p>
      {passedOver > 0 ? (
        <p className="text-muted-foreground">
          {t(kind === "deactivate" ? "bulk.passed.deactivate" : "bulk.passed.reactivate", { count: passedOver })}
        </p>
      ) : null}
      {kind === "role" ? (
        <Field label={t("role")}>
          <Select
            value={role}
            onValueChange={(value) => onRole(roles.find((one) => one === value) ?? role)}
            options={roles.map((value) => ({ value, label: words(value), description: t(`roleMeans.${value}`) }))}
          />
        </Field>
      ) : null}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button onClick={onCancel}>{app("cancel")}</Button>
        <Button
          variant={kind === "deactivate" || kind === "remove" ? "danger" : "primary"}
          pending={isPending}
          onClick={onConfirm}
        >
          {t(`bulk.confirm.${kind}`, { count })}
        </Button>
      </div>
    </div>
  );
}
