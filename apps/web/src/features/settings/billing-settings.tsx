"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { UpdateBillingInput } from "@pronaflow/contract/inputs/settings";
import type { WorkspaceBilling } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Badge } from "@pronaflow/ui/badge";
import { Form } from "@pronaflow/ui/form";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import { useTRPC } from "#trpc/context.ts";
import { BillingAddressFields } from "./billing-address-fields.tsx";
import { BillingPayerFields } from "./billing-payer-fields.tsx";

const loadBillingInput = async () =>
  (await import("@pronaflow/contract/inputs/settings")).UpdateBillingInput.omit({ id: true });

type Given = Omit<z.input<typeof UpdateBillingInput>, "id">;

interface BillingSettingsProps {
  workspace: WorkspaceDetail;
  billing: WorkspaceBilling;
}

/** Whom a workspace is billed to, and how many seats are taken. */
export function BillingSettings({ workspace, billing }: BillingSettingsProps) {
  const t = useTranslations("settings");
  const router = useRouter();
  const update = useMutation(useTRPC().workspaces.billing.update.mutationOptions());
  const { plan, seatsUsed: used, seatsAllowed: allowed, ...profile } = billing;
  const form = useForm<Given, unknown, Given>({
    resolver: schemaResolver(loadBillingInput, useLocale()),
    defaultValues: profile,
  });
  const refusals = useRefusals(form);
  const save = async (changes: Given) => {
    if (await refusals(() => update.mutateAsync({ id: workspace.id, ...changes }))) return;
    form.reset(changes);
    toast.success(t("saved"));
    router.refresh();
  };
  return (
    <div className="divide-y">
      <SettingsSection title={t("billing.plan")} description={t("billing.planText")}>
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{plan === "FREE" ? t("billing.free") : plan}</Badge>
          {allowed === null ? t("billing.seatsOpen", { used }) : t("billing.seats", { used, allowed })}
        </p>
      </SettingsSection>
      <SettingsSection title={t("billing.payer")} description={t("billing.payerText")}>
        <Form form={form} onSubmit={save}>
          <BillingPayerFields />
          <BillingAddressFields />
          <FormFooter>
            <SubmitButton>{t("save")}</SubmitButton>
          </FormFooter>
        </Form>
      </SettingsSection>
    </div>
  );
}
