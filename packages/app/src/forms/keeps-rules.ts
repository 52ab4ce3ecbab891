import type { PasswordContext } from "@pronaflow/contract";
import { unmetPasswordRules } from "@pronaflow/contract";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";

/** False, with the field marked, where a rule in view is not met: no need to ask the server. */
export function keepsRules<Values extends FieldValues, Output extends FieldValues>(
  form: UseFormReturn<Values, unknown, Output>,
  field: FieldPath<Values>,
  password: string,
  context: PasswordContext,
  message: string,
): boolean {
  if (unmetPasswordRules(password, context).length === 0) return true;
  form.setError(field, { type: "rules", message });
  return false;
}
