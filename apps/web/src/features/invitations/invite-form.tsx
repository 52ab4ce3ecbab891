"use client";

import { invitableRoles } from "@pronaflow/contract";
import { MOST_INVITED_AT_ONCE } from "@pronaflow/contract/inputs/invitations";
import type { Invited } from "@pronaflow/contract/outputs/invitations";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { Field } from "@pronaflow/ui/field";
import { Input } from "@pronaflow/ui/input";
import { Select } from "@pronaflow/ui/select";
import { Textarea } from "@pronaflow/ui/textarea";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useState } from "react";
import { dayOf, endOfDay } from "#features/members/end-of-day.ts";
import type { ParsedAddresses } from "./parse-addresses.ts";
import { parseAddresses } from "./parse-addresses.ts";
import { useInvite } from "./use-invite.ts";

interface InviteFormProps {
  workspace: WorkspaceDetail;
  /** `parsed`: what the text was understood as, with what was not sent. */
  onInvited: (answer: Invited, parsed: ParsedAddresses) => void;
}

const SHOWN_UNREAD = 3;

/** Addresses by paste or file with what was understood of them, and the role they get. */
export function InviteForm({ workspace, onInvited }: InviteFormProps) {
  const t = useTranslations("invitations");
  const optional = useTranslations("app")("optional");
  const roleName = useTranslations("access.role");
  const roles = invitableRoles(workspace.role);
  const [text, setText] = useState("");
  const [role, setRole] = useState(roles.find((one) => one === "MEMBER") ?? roles[0]);
  const { invite, isPending } = useInvite(workspace.id);
  const [day, setDay] = useState("");
  const parsed = parseAddresses(text);
  const { addresses, unread } = parsed;
  const hasEnd = role === "GUEST" && day !== "";
  const count = addresses.length;
  const isTooMany = count > MOST_INVITED_AT_ONCE;
  const hasPassed = hasEnd && day < dayOf(new Date());
  const blocked = [isTooMany && t("tooMany"), hasPassed && t("endPassed"), count === 0 && t("noneYet")].find(Boolean);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (blocked || !role) return;
    const answer = await invite(addresses, role, hasEnd ? endOfDay(day) : undefined);
    if (answer) onInvited(answer, parsed);
  };
  const readFile = async (file: File | undefined) => {
    if (file) setText([text.trimEnd(), await file.text()].filter(Boolean).join("\n"));
  };

  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <Field
        label={t("addresses")}
        hint={t("addressesHint")}
        error={isTooMany ? t("tooMany") : undefined}
        aside={t("understood", { count })}
      >
        <Textarea
          autoFocus
          rows={5}
          className="max-h-60"
          value={text}
          maxLength={200_000}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {unread.length > 0 ? (
        <p className="break-words text-muted-foreground text-sm" role="status">
          {t("unread", { lines: unread.slice(0, SHOWN_UNREAD).join(" · ").slice(0, 200) })}
        </p>
      ) : null}
      <Field label={t("file")}>
        <input
          type="file"
          className="w-full text-muted-foreground text-sm file:mr-3 file:h-8 file:rounded-sm file:border file:border-border file:bg-card file:px-3 file:font-medium file:text-foreground"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
      </Field>
      <Field label={t("role")}>
        <Select
          value={role}
          options={roles.map((one) => ({ value: one, label: roleName(one) }))}
          onValueChange={(value) => setRole(roles.find((one) => one === value))}
        />
      </Field>
      {role === "GUEST" ? (
        <Field
          label={t("lastDay")}
          aside={optional}
          hint={t("lastDayHint")}
          error={hasPassed ? t("endPassed") : undefined}
        >
          <Input type="date" value={day} min={dayOf(new Date())} onChange={(event) => setDay(event.target.value)} />
        </Field>
      ) : null}
      <Button type="submit" variant="primary" pending={isPending} disabledReason={blocked || null}>
        {t("send", { count })}
      </Button>
    </form>
  );
}
