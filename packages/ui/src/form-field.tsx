"use client";

import { Slot } from "radix-ui/slot";
import type { FieldPath, FieldValues, RegisterOptions } from "react-hook-form";
import { get, useFormContext } from "react-hook-form";
import type { FieldProps } from "./field.tsx";
import { Field } from "./field.tsx";

interface FormFieldProps<Values extends FieldValues> extends Omit<FieldProps, "error"> {
  name: FieldPath<Values>;
  /** Say so where the value is not text: `{ setValueAs: Number }`. Rules belong to the schema. */
  register?: Pick<RegisterOptions<Values>, "setValueAs" | "deps" | "onChange">;
}

/** A `Field` of the surrounding `Form`: the child (Input, PasswordInput, Textarea …) is registered under `name`. */
export function FormField<Values extends FieldValues = FieldValues>(props: FormFieldProps<Values>) {
  const { name, register: options, children, ...field } = props;
  const { register, formState } = useFormContext<Values>();
  const error = get(formState.errors, name) as { message?: string } | undefined;
  return (
    <Field {...field} error={error?.message}>
      <Slot {...register(name, options as RegisterOptions<Values, FieldPath<Values>>)}>{children}</Slot>
    </Field>
  );
}
