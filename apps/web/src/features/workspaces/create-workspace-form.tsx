"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { slugFrom } from "@pronaflow/contract";
import { Card } from "@pronaflow/ui/card";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

const loadCreateWorkspaceInput = async () =>
  (await import("@pronaflow/contract/inputs/workspaces")).CreateWorkspaceInput;

// An empty box asks the server to make an address from the name.
const emptyIsUnset = { setValueAs: (value: string) => (value === "" ? undefined : value) };

/** Makes a workspace and goes there. The address follows the name until it is typed. */
export function CreateWorkspaceForm() {
  const t = useTranslations("workspaces.create");
  const optional = useTranslations("app")("optional");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const { user } = useMe();
  const create = useMutation(trpc.workspaces.create.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadCreateWorkspaceInput, useLocale()),
    defaultValues: { name: "", slug: "", description: "" },
  });
  const refusals = useRefusals(form);
  const [name, slug] = useWatch({ control: form.control, name: ["name", "slug"] });
  const followed = slugFrom(name);

  const submit = async (input: Parameters<typeof create.mutateAsync>[0]) => {
    const failure = await refusals(async () => {
      const workspace = await create.mutateAsync(input);
      await queries.invalidateQueries(trpc.auth.me.queryFilter());
      router.push(`/w/${workspace.slug}`);
    });
    if (!failure) await new Promise(() => undefined);
  };

  return (
    <Card>
      <Form form={form} onSubmit={submit}>
        <FormField name="name" label={t("name")}>
          <Input autoFocus autoComplete="off" placeholder={t("namePlaceholder")} />
        </FormField>
        <FormField
          name="slug"
          label={t("slug")}
          aside={optional}
          hint={t("slugHint", { address: `/w/${slug || followed || "…"}` })}
          register={emptyIsUnset}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} placeholder={followed} />
        </FormField>
        <FormField name="description" label={t("text")} aside={optional} hint={t("textHint")}>
          <Textarea rows={3} />
        </FormField>
        <FormFooter>
          <SubmitButton disabledReason={user.status === "PENDING" ? t("pendingReason") : null}>
            {t("submit")}
          </SubmitButton>
        </FormFooter>
      </Form>
    </Card>
  );
}
