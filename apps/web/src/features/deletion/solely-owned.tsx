import type { OwnedWorkspace } from "@pronaflow/contract/outputs/account";
import { Banner } from "@pronaflow/ui/banner";
import { TextLink } from "@pronaflow/ui/text-link";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The workspaces that keep one from going, each with the way to where it is handed over or deleted. */
export function SolelyOwned({ workspaces }: { workspaces: readonly OwnedWorkspace[] }) {
  const t = useTranslations("deletion");
  return (
    <Banner tone="warning" title={t("soleTitle", { count: workspaces.length })}>
      <p>{t("soleText")}</p>
      <ul className="mt-2 grid list-disc gap-1 ps-5">
        {workspaces.map(({ id, slug, name }) => (
          <li key={id}>
            <TextLink asChild className="break-words">
              <Link href={`/w/${slug}/settings/ownership`}>{t("settingsOf", { name })}</Link>
            </TextLink>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
