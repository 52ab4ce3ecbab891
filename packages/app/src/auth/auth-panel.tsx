"use client";

import { AuthCard } from "@pronaflow/ui/auth-card";
import { TextLink } from "@pronaflow/ui/text-link";
import Link from "next/link";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";

interface AuthPanelProps {
  /** Above the card, and over everything: an app has one of them. */
  brand?: ReactNode;
  strip?: ReactNode;
  corner: ReactNode;
  title: string;
  description?: string;
  footer?: { text: string; link: string; href: string };
  children: ReactNode;
}

/**
 * The card of a task that changes in place: its new heading takes the focus, so that the change is heard; unless a field
 * of the new task already has it.
 */
export function AuthPanel({ brand, strip, corner, title, description, footer, children }: AuthPanelProps) {
  const heading = useRef<HTMLSpanElement>(null);
  const first = useRef(title);

  useEffect(() => {
    if (first.current === title) return;
    first.current = title;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [title]);

  return (
    <AuthCard
      brand={brand}
      strip={strip}
      corner={corner}
      title={
        <span ref={heading} tabIndex={-1} className="outline-none">
          {title}
        </span>
      }
      description={description}
      footer={
        footer ? (
          <>
            {footer.text}{" "}
            <TextLink asChild>
              <Link href={footer.href}>{footer.link}</Link>
            </TextLink>
          </>
        ) : undefined
      }
    >
      {children}
    </AuthCard>
  );
}
