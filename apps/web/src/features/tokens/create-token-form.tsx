"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { TokenPermission } from "@pronaflow/contract";
import type { CreatedToken } from "@pronaflow/contract/outputs/tokens";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { FormSelect } from "@pronaflow/ui/form-select";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { TokenPermissionsField } from "./token-permissions-field.tsx";

/** Every one of one's own workspaces; the server is then sent none. */
const EVERY = "every";
const DAYS = ["7", "30", "90", "365"] as const;

// What the lists hold is text; what the server takes is a number, and an id or none.
const loadCreateTokenForm = async () => {
  const [{ CreateTokenInput }, z] = await Promise.all([import("@pronaflow/contract/inputs/tokens"), import("zod")]);
  const { expiresInDays, workspaceId } = CreateTokenInput.shape;
  return CreateTokenInput.extend({
    expiresInDays: z.string().transform(Number).pipe(expiresInDays),
    workspaceId: z
      .string()
      .transform((value) => (value === EVERY ? undefined : value))
      .pipe(workspaceId),
  });
};

const FIRST_VALUES = {
  name: "",
  permissions: ["account.view", "workspace.view"] as TokenPermission[],
  workspaceId: EVERY as string,
  expiresInDays: "30" as string,
};

/** Asks for a name, what the token may do, where, and for how long. */
export function CreateTokenForm({ onCreated }: { onCreated: (created: CreatedToken) => void }) {
  const t = useTranslations("tokens");
  const pendingReason = useTranslations("account")("pendingReason");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const { user, workspaces } = useMe();
  const create = useMutation(trpc.account.tokens.create.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadCreateTokenForm, useLocale()),
    defaultValues: FIRST_VALUES,
  });
  const refusals = useRefusals(form);

  const submit = async (input: Parameters<typeof create.mutateAsync>[0]) => {
    let created: CreatedToken | null = null;
    const failure = await refusals(async () => {
      created = await withStepUp(() => create.mutateAsync(input));
    });
    if (failure || !created) return;
    onCreated(created);
    await queries.invalidateQueries(trpc.account.tokens.list.queryFilter());
  };

  return (
    <Form form={form} onSubmit={submit}>
      <FormField name="name" label={t("name")} hint={t("nameHint")}>
        <Input autoComplete="off" />
      </FormField>
      <FormSelect
        name="workspaceId"
        label={t("workspace")}
        options={[
          { value: EVERY, label: t("everyWorkspace") },
          ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <FormSelect
        name="expiresInDays"
        label={t("expires")}
        options={DAYS.map((days) => ({ value: days, label: t("days", { count: Number(days) }) }))}
      />
      <TokenPermissionsField />
      <FormFooter>
        <SubmitButton disabledReason={user.status === "PENDING" ? pendingReason : null}>{t("create")}</SubmitButton>
      </FormFooter>
    </Form>
  );
}
