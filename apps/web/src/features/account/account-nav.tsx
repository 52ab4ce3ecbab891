"use client";

import { Segmented } from "@pronaflow/ui/segmented";
import { useCurrentInView } from "@pronaflow/ui/use-current-in-view";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ACCOUNT_PAGES } from "./account-pages.tsx";

/** The pages of one's own account, over each of them. */
export function AccountNav() {
  const t = useTranslations("shell");
  const path = usePathname();
  const box = useCurrentInView(path);
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
