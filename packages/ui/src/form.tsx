"use client";

import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import type { FieldValues, SubmitHandler, UseFormReturn } from "react-hook-form";
import { FormProvider } from "react-hook-form";
import { Banner } from "./banner.tsx";
import { classNames } from "./class-names.ts";

interface FormProps<Values extends FieldValues, Output extends FieldValues> {
  /** From `useForm`. The server's refusals go in by `form.setError("email" | "root", { message })`. */
  form: UseFormReturn<Values, unknown, Output>;
  /** Runs with valid values; a second submit is ignored until its promise settles. */
  onSubmit: SubmitHandler<Output>;
  /** The way out, beside the form's own error: "Send a new link". */
  bannerAction?: ReactNode;
  className?: string;
  children: ReactNode;
}

/**
 * The shell of every form: one banner for what concerns the whole of it, focus on the first wrong field, errors
 * announced. Fields are not disabled while it is pending, since that would throw the focus away.
 */
export function Form<Values extends FieldValues, Output extends FieldValues>(props: FormProps<Values, Output>) {
  const { form, onSubmit, bannerAction, className, children } = props;
  const { errors, isSubmitting, submitCount } = form.formState;
  const element = useRef<HTMLFormElement>(null);
  const rootMessage = errors.root?.message;

  // The server's field errors arrive after the resolver has had its turn at focusing.
  useEffect(() => {
    if (isSubmitting || submitCount === 0) return;
    const wrong = element.current?.querySelector<HTMLElement>("[aria-invalid='true']");
    if (wrong) wrong.focus();
    else element.current?.querySelector("[role='alert']")?.scrollIntoView({ block: "nearest" });
  }, [isSubmitting, submitCount]);

  const submit = form.handleSubmit(onSubmit);
  return (
    <FormProvider {...form}>
      <form
        ref={element}
        // Submitted before the script has loaded, a GET would put what was typed into the address.
        method="post"
        noValidate
        aria-busy={isSubmitting}
        className={classNames("grid gap-4", className)}
        onSubmit={(event) => {
          if (isSubmitting) event.preventDefault();
          else void submit(event);
        }}
      >
        {rootMessage ? (
          <Banner tone="danger" live action={bannerAction}>
            {rootMessage}
          </Banner>
        ) : null}
        {children}
      </form>
    </FormProvider>
  );
}
