"use client";

import type { FormEvent, ReactElement, ReactNode } from "react";
import { useId, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

interface ConfirmDialogProps {
  trigger?: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What happens, to how many, until when it can be undone. */
  children: ReactNode;
  labels: { confirm: string; cancel: string; close: string };
  tone?: "danger" | "primary";
  /** For the worst acts: the button stays blocked until the name is typed. */
  typedName?: { expected: string; label: ReactNode; reason: string };
  /** Resolves when it is done; rejecting is the caller's to show (a toast). Closing is the caller's too. */
  onConfirm: () => void | Promise<void>;
  pending?: boolean;
}

/** Asks before a dangerous act. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    trigger,
    open,
    onOpenChange,
    title,
    children,
    labels,
    tone = "danger",
    typedName,
    onConfirm,
    pending,
  } = props;
  const formId = useId();
  const [typed, setTyped] = useState("");
  const isNamed = !typedName || typed.trim().normalize("NFC") === typedName.expected.trim().normalize("NFC");

  const confirm = (event: FormEvent) => {
    event.preventDefault();
    // A form in a portal still bubbles through the React tree, into a form around the trigger.
    event.stopPropagation();
    if (isNamed && !pending) void onConfirm();
  };
  const change = (isOpen: boolean) => {
    if (pending) return;
    setTyped("");
    onOpenChange(isOpen);
  };

  return (
    <Dialog
      trigger={trigger}
      open={open}
      onOpenChange={change}
      title={title}
      closeLabel={labels.close}
      isAlert
      footer={
        <>
          <Button onClick={() => change(false)}>{labels.cancel}</Button>
          <Button
            type="submit"
            form={formId}
            variant={tone}
            pending={pending}
            disabledReason={isNamed ? null : typedName?.reason}
          >
            {labels.confirm}
          </Button>
        </>
      }
    >
      <form id={formId} method="post" onSubmit={confirm} className="grid gap-4">
        <div className="grid gap-3">{children}</div>
        {typedName ? (
          <Field label={typedName.label}>
            <Input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
        ) : null}
      </form>
    </Dialog>
  );
}
