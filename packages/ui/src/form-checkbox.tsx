"use client";

import type { ReactNode } from "react";
import { useId } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { get, useFormContext } from "react-hook-form";
import { Checkbox } from "./checkbox.tsx";

interface FormCheckboxProps<Values extends FieldValues> {
  name: FieldPath<Values>;
  label: ReactNode;
}

/** A checkbox of the surrounding `Form`, with its error. */
export function FormCheckbox<Values extends FieldValues = FieldValues>({ name, label }: FormCheckboxProps<Values>) {
  const id = useId();
  const { register, formState } = useFormContext<Values>();
  const error = get(formState.errors, name) as { message?: string } | undefined;
  return (
    <div className="grid gap-1.5">
      <Checkbox
        label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        {...register(name)}
      />
      {error ? (
        <p id={id} role="alert" className="text-danger-ink text-sm">
          {error.message}
        </p>
      ) : null}
    </div>
  );
}
