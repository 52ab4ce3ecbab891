"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { LOCALES } from "@pronaflow/contract";
import type { UpdateProfileInput } from "@pronaflow/contract/inputs/identity";
import { Form } from "@pronaflow/ui/form";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

const loadUpdateProfileInput = async () => (await import("@pronaflow/contract/inputs/identity")).UpdateProfileInput;

interface ProfileFormProps {
  title: string;
  description: string;
  /** The part of the profile that this section changes. */
  fields: readonly ("displayName" | "username" | "locale" | "timeZone")[];
  children: ReactNode;
}

/** One section of the profile: it saves its own fields and nothing else. */
export function ProfileForm({ title, description, fields, children }: ProfileFormProps) {
  const t = useTranslations("account");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const { user } = useMe();
  const update = useMutation(trpc.account.update.mutationOptions());
  const own = { displayName: user.displayName, username: user.username, locale: user.locale, timeZone: user.timeZone };
  const form = useForm<z.input<typeof UpdateProfileInput>, unknown, z.output<typeof UpdateProfileInput>>({
    resolver: schemaResolver(loadUpdateProfileInput, useLocale()),
    defaultValues: Object.fromEntries(fields.map((field) => [field, own[field]])),
  });
  const refusals = useRefusals(form);

  const save = async (input: z.output<typeof UpdateProfileInput>) => {
    if (await refusals(() => update.mutateAsync(input))) return;
    await queries.invalidateQueries(trpc.auth.me.queryFilter());
    form.reset(input);
    toast.success(t("saved"));
    // Pages are worded on the server.
    if (LOCALES.some((locale) => locale === input.locale)) router.refresh();
  };

  return (
    <SettingsSection title={title} description={description}>
      <Form form={form} onSubmit={save}>
        {children}
        <FormFooter>
          <SubmitButton disabledReason={user.status === "PENDING" ? t("pendingReason") : null}>
            {t("save")}
          </SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}
