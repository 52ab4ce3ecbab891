"use client";

import { Segmented } from "@pronaflow/ui/segmented";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ACCOUNT_PAGES } from "./account-pages.tsx";

/** The pages of one's own account, over each of them. */
export function AccountNav() {
  const t = useTranslations("shell");
  const path = usePathname();
  const box = useRef<HTMLDivElement>(null);

  // In a narrow window the row scrolls, and where one is could be out of sight. The row alone: the page may be on its way
  // to a section that the address names.
  useEffect(() => {
    const current = box.current?.querySelector(`a[href="${path}"]`);
    const row = current?.closest("nav");
    if (current && row) row.scrollBy({ left: middleOf(current) - middleOf(row) });
  }, [path]);

  return (
    <div ref={box} className="mb-6 flex">
      <Segmented
        as={Link}
        label={t("accountGroup")}
        items={ACCOUNT_PAGES.map(({ id, href }) => ({ href, label: t(id), isCurrent: path === href }))}
      />
    </div>
  );
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
