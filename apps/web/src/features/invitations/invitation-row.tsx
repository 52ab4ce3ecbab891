"use client";

import type { Role } from "@pronaflow/contract";
import { invitableRoles } from "@pronaflow/contract";
import type { Invitation } from "@pronaflow/contract/outputs/invitations";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { CopyButton } from "@pronaflow/ui/copy-button";
import { Select } from "@pronaflow/ui/select";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { InvitationActs } from "./invitation-acts.tsx";
import { InvitationStatusBadge } from "./invitation-status-badge.tsx";
import { useInvitationActs } from "./use-invitation-acts.ts";

interface InvitationRowProps {
  workspace: WorkspaceDetail;
  invitation: Invitation;
  now: string;
}

const OPEN = ["sent", "opened", "bounced"];

/** One invitation: to whom, as what, how it stands, and what can still be done. */
export function InvitationRow({ workspace, invitation, now }: InvitationRowProps) {
  const t = useTranslations("invitations");
  const roleName = useTranslations("access.role");
  const locale = useLocale();
  const format = useFormatter();
  const acts = useInvitationActs(workspace.id, invitation.id);
  const [link, setLink] = useState<string | null>(null);
  const { email, role, status, endedAt, isMine } = invitation;
  const isOpen = OPEN.includes(status);
  const roles = invitableRoles(workspace.role);

  const change = (value: string) => {
    const chosen: Role | undefined = roles.find((one) => one === value);
    if (chosen && chosen !== role) void acts.changeRole(chosen, invitation.memberEndsAt);
  };

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="grid min-w-52 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="break-all font-medium">{email}</span>
          <InvitationStatusBadge status={status} />
        </p>
        <p className="text-muted-foreground">
          {isOpen && isMine ? null : `${roleName(role)} · `}
          {t("by", { name: invitation.invitedBy.displayName })} · {isOpen ? t("worksUntil") : t("ended")}{" "}
          <TimeAgo at={isOpen ? invitation.expiresAt : (endedAt ?? invitation.expiresAt)} now={now} locale={locale} />
        </p>
        {invitation.memberEndsAt ? (
          <p className="text-muted-foreground">
            {t("memberEnds", { day: format.dateTime(new Date(invitation.memberEndsAt), { dateStyle: "long" }) })}
          </p>
        ) : null}
        {status === "bounced" || status === "void" ? (
          <p className="text-muted-foreground">{t(`statusWhy.${status}`)}</p>
        ) : null}
        {link ? (
          <p className="flex items-center gap-2 text-muted-foreground">
            {t("linkWhy")}
            <CopyButton value={link} labels={{ copy: t("copyLink"), copied: t("copied") }} />
          </p>
        ) : null}
      </div>
      {isOpen && isMine ? (
        <Select
          aria-label={t("roleOf", { email })}
          className="w-32"
          value={role}
          disabled={acts.isChanging}
          options={roles.map((one) => ({ value: one, label: roleName(one) }))}
          onValueChange={change}
        />
      ) : null}
      <InvitationActs workspace={workspace} invitation={invitation} isOpen={isOpen} acts={acts} onLink={setLink} />
    </li>
  );
}
