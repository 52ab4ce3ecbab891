"use client";

import type { Passkey } from "@pronaflow/contract/outputs/passkeys";
import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { schemaResolver } from "../forms/schema-resolver.ts";
import { useRefusals } from "../forms/use-refusals.ts";
import { useStepUp } from "../session/step-up-provider.tsx";
import type { OwnPasskeysCalls } from "./use-passkey-acts.ts";

const loadRenamePasskeyInput = async () => (await import("@pronaflow/contract/inputs/passkeys")).RenamePasskeyInput;

interface RenamePasskeyDialogProps {
  passkey: Passkey;
  calls: OwnPasskeysCalls;
}

/** The button that renames a passkey, and its dialog. */
export function RenamePasskeyDialog({ passkey, calls }: RenamePasskeyDialogProps) {
  const t = useTranslations("passkeys");
  const app = useTranslations("app");
  const withStepUp = useStepUp();
  const [isOpen, setOpen] = useState(false);
  const rename = useMutation({ mutationFn: calls.api.rename.mutate });
  const form = useForm({
    resolver: schemaResolver(loadRenamePasskeyInput, useLocale()),
    values: { passkeyId: passkey.id, name: passkey.name },
  });
  const refusals = useRefusals(form);

  const submit = async (input: Parameters<typeof rename.mutateAsync>[0]) => {
    if (await refusals(() => withStepUp(() => rename.mutateAsync(input)))) return;
    setOpen(false);
    toast.success(t("renamed"));
    await calls.onChanged();
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
