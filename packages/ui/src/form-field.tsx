"use client";

import { Slot } from "radix-ui/slot";
import type { FieldPath, FieldValues, PathValue, RegisterOptions } from "react-hook-form";
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
  const { register, formState, setValue } = useFormContext<Values>();
  const { ref, ...registered } = register(name, options as RegisterOptions<Values, FieldPath<Values>>);
  const error = get(formState.errors, name) as { message?: string } | undefined;
  return (
    <Field {...field} error={error?.message}>
      <Slot
        {...registered}
        // In the server's HTML too, so that the box is not empty until the script has come.
        defaultValue={get(formState.defaultValues, name)}
        ref={(element: (HTMLElement & { value?: string }) | null) => {
          // What was typed or filled in before that is kept: registering would put the default over it.
          const typed = element?.value;
          ref(element);
          if (element && typed && typed !== element.value) {
            setValue(name, typed as PathValue<Values, FieldPath<Values>>, { shouldDirty: true });
          }
        }}
      >
        {children}
      </Slot>
    </Field>
  );
}
