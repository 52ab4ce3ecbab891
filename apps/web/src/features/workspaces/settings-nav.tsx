"use client";

import { Segmented } from "@pronaflow/ui/segmented";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SETTINGS_PAGES } from "./settings-pages.ts";

/** The settings of one workspace, over each of their pages. */
export function SettingsNav({ slug }: { slug: string }) {
  const t = useTranslations("settings.pages");
  const here = usePathname();
  const box = useRef<HTMLDivElement>(null);

  // In a narrow window the row scrolls, and where one is could be out of sight.
  useEffect(() => {
    const current = box.current?.querySelector(`a[href="${here}"]`);
    current?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [here]);

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
