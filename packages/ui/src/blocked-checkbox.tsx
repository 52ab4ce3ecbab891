"use client";

import { Checkbox } from "./checkbox.tsx";
import { Tooltip } from "./tooltip.tsx";

/** Stands where a box cannot be ticked: it stays focusable, does nothing, and says why in a tooltip. */
export function BlockedCheckbox({ label, reason }: { label: string; reason: string }) {
  return (
    <Tooltip text={reason} onPress>
      <Checkbox aria-label={label} aria-disabled checked={false} onChange={() => undefined} />
    </Tooltip>
  );
}
