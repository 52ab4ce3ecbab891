"use client";

import type { ComponentProps } from "react";
import { Tooltip } from "./tooltip.tsx";

interface BlockedButtonProps extends ComponentProps<"button"> {
  reason: string;
}

/** The leaf of `Button` that explains why it does nothing; a server-rendered button never loads it otherwise. */
export function BlockedButton({ reason, onClick: _ignored, type: _submit, ...rest }: BlockedButtonProps) {
  return (
    <Tooltip text={reason} onPress>
      <button {...rest} type="button" aria-disabled data-blocked="" />
    </Tooltip>
  );
}
