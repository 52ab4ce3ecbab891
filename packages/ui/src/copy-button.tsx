"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

interface CopyButtonProps {
  value: string;
  labels: { copy: string; copied: string };
  /** Words on the button as well; otherwise the icon alone. */
  isWide?: boolean;
}

const SHOWN_FOR_MS = 2000;

/** Puts a value on the clipboard and says that it did. */
export function CopyButton({ value, labels, isWide }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <Button
        variant={isWide ? "secondary" : "ghost"}
        size={isWide ? "sm" : "icon-sm"}
        aria-label={isWide ? undefined : labels.copy}
        onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
      >
        <Icon aria-hidden />
        {isWide ? labels.copy : null}
      </Button>
      <span role="status" className="sr-only">
        {isCopied ? labels.copied : null}
      </span>
    </>
  );
}
