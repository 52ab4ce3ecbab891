"use client";

import type { ChangeEvent, ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { Input } from "./input.tsx";

interface CodeInputProps extends Omit<ComponentProps<"input">, "type"> {
  /** Digits of a whole code. */
  length?: number;
  /** False where the form does harm: its button is pressed then. */
  submitsWhenWhole?: boolean;
}

/** A one-time code of digits. The last digit, typed, pasted or filled in by the device, submits the form around it. */
export function CodeInput({ length = 6, submitsWhenWhole = true, className, onChange, ...rest }: CodeInputProps) {
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    onChange?.(event);
    const { value, form } = event.currentTarget;
    if (submitsWhenWhole && value.replace(/\D/g, "").length === length) form?.requestSubmit();
  };
  return (
    <Input
      {...rest}
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      // Room for the space that apps show in the middle.
      maxLength={length + 2}
      className={classNames("text-center font-mono text-lg tabular-nums tracking-[0.3em] sm:text-lg", className)}
      onChange={change}
    />
  );
}
