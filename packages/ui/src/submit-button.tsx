"use client";

import { useFormState } from "react-hook-form";
import type { ButtonProps } from "./button.tsx";
import { Button } from "./button.tsx";

/** Submits the surrounding `Form` and shows that it is under way. */
export function SubmitButton({ variant = "primary", ...rest }: Omit<ButtonProps, "type" | "asChild" | "pending">) {
  const { isSubmitting } = useFormState();
  return <Button type="submit" variant={variant} pending={isSubmitting} {...rest} />;
}
