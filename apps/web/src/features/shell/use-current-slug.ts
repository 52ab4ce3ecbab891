"use client";

import { useParams } from "next/navigation";

/** The workspace of the address, or null on pages of the account. */
export function useCurrentSlug(): string | null {
  const { slug } = useParams<{ slug?: string }>();
  return slug ?? null;
}
