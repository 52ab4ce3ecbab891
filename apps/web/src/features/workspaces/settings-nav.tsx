"use client";

import { Segmented } from "@pronaflow/ui/segmented";
import { useCurrentInView } from "@pronaflow/ui/use-current-in-view";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { SETTINGS_PAGES } from "./settings-pages.ts";

/** The settings of one workspace, over each of their pages. */
export function SettingsNav({ slug }: { slug: string }) {
  const t = useTranslations("settings.pages");
  const here = usePathname();
  const box = useCurrentInView(here);

  return (
    <div ref={box} className="mb-6 flex">
      <Segmented
        as={Link}
        label={t("label")}
        items={SETTINGS_PAGES.map(({ id, path }) => {
          const href = `/w/${slug}/settings${path}`;
          return { href, label: t(id), isCurrent: here === href };
        })}
      />
    </div>
  );
}
