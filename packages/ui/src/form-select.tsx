"use client";

import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import type { FieldProps } from "./field.tsx";
import { Field } from "./field.tsx";
import type { SelectOption } from "./select.tsx";
import { Select } from "./select.tsx";

interface FormSelectProps<Values extends FieldValues> extends Omit<FieldProps, "error" | "children"> {
  name: FieldPath<Values>;
  options: readonly SelectOption[];
  placeholder?: string;
  disabled?: boolean;
}

/** A `Select` of the surrounding `Form`. */
export function FormSelect<Values extends FieldValues = FieldValues>(props: FormSelectProps<Values>) {
  const { name, options, placeholder, disabled, ...labels } = props;
  const { field, fieldState } = useController<Values>({ name });
  return (
    <Field {...labels} error={fieldState.error?.message}>
      <Select
        ref={field.ref}
        options={options}
        placeholder={placeholder}
        disabled={disabled}
        value={field.value}
        onValueChange={field.onChange}
        onBlur={field.onBlur}
      />
    </Field>
  );
}
