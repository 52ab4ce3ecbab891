"use client";

import { Eye, EyeOff } from "lucide-react";
import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import { useState } from "react";
import { classNames } from "./class-names.ts";
import { Input } from "./input.tsx";

interface PasswordInputProps extends Omit<ComponentProps<"input">, "type"> {
  labels: { show: string; hide: string; capsLock: string };
  /** Stands below the box: a `StrengthMeter`, as a rule. */
  meter?: ReactNode;
}

/** A password with a show toggle and a warning while Caps Lock is on. */
export function PasswordInput({ labels, meter, className, onKeyUp, onBlur, ...rest }: PasswordInputProps) {
  const [isShown, setShown] = useState(false);
  const [isCapsLockOn, setCapsLockOn] = useState(false);
  const Icon = isShown ? EyeOff : Eye;

  const watchCapsLock = (event: KeyboardEvent<HTMLInputElement>) => {
    // Autofill sends key events without modifiers.
    if (typeof event.getModifierState === "function") setCapsLockOn(event.getModifierState("CapsLock"));
    onKeyUp?.(event);
  };

  return (
    <div className="grid gap-2">
      <div className="relative">
        <Input
          {...rest}
          type={isShown ? "text" : "password"}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={classNames("pr-11", className)}
          onKeyUp={watchCapsLock}
          onBlur={(event) => {
            setCapsLockOn(false);
            onBlur?.(event);
          }}
        />
        <button
          type="button"
          aria-label={isShown ? labels.hide : labels.show}
          onClick={() => setShown(!isShown)}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-muted-foreground transition-colors hover:text-foreground focus-visible:-outline-offset-2"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </div>
      <p role="status" className={isCapsLockOn ? "text-sm text-warning-ink" : "sr-only"}>
        {isCapsLockOn ? labels.capsLock : null}
      </p>
      {meter}
    </div>
  );
}
