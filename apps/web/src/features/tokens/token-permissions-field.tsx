"use client";

import { TOKEN_PERMISSIONS } from "@pronaflow/contract";
import { Checkbox } from "@pronaflow/ui/checkbox";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { tokenPermissionKey } from "./token-permission-key.ts";

/** What the token may do: one box for each permission. */
export function TokenPermissionsField() {
  const t = useTranslations("tokens");
  const id = useId();
  const { register, formState } = useFormContext<{ permissions: string[] }>();
  const error = formState.errors.permissions?.message;
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? id : undefined}>
      <legend className="mb-1 font-medium text-sm">{t("permissions")}</legend>
      <p className="text-muted-foreground text-sm">{t("permissionsHint")}</p>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {TOKEN_PERMISSIONS.map((permission) => (
          <Checkbox
            key={permission}
            value={permission}
            label={t(`permission.${tokenPermissionKey(permission)}`)}
            {...register("permissions")}
          />
        ))}
      </div>
      {error ? (
        <p id={id} role="alert" className="text-danger-ink text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
