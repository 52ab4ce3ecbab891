"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { Passkey } from "@pronaflow/contract/outputs/passkeys";
import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTRPC } from "#trpc/context.ts";

const loadRenamePasskeyInput = async () => (await import("@pronaflow/contract/inputs/passkeys")).RenamePasskeyInput;

/** The button that renames a passkey, and its dialog. */
export function RenamePasskeyDialog({ passkey }: { passkey: Passkey }) {
  const t = useTranslations("passkeys");
  const app = useTranslations("app");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const [isOpen, setOpen] = useState(false);
  const rename = useMutation(trpc.auth.passkeys.rename.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadRenamePasskeyInput, useLocale()),
    values: { passkeyId: passkey.id, name: passkey.name },
  });
  const refusals = useRefusals(form);

  const submit = async (input: Parameters<typeof rename.mutateAsync>[0]) => {
    if (await refusals(() => withStepUp(() => rename.mutateAsync(input)))) return;
    setOpen(false);
    toast.success(t("renamed"));
    await queries.invalidateQueries(trpc.auth.passkeys.list.queryFilter());
  };

  return (
    <Dialog
      trigger={
        <Button size="sm" aria-label={t("renameNamed", { name: passkey.name })}>
          {t("rename")}
        </Button>
      }
      open={isOpen}
      onOpenChange={setOpen}
      title={t("renameTitle")}
      closeLabel={app("close")}
      width="sm"
    >
      <Form form={form} onSubmit={submit}>
        <FormField name="name" label={t("name")}>
          <Input autoComplete="off" maxLength={80} />
        </FormField>
        <SubmitButton block>{t("save")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
