import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MembersState } from "./list-address.ts";
import { membersAddress } from "./list-address.ts";

/** Nobody is found: only a search or a filter can come to that, for whoever looks is a member. */
export function NoMembers({ slug, state }: { slug: string; state: MembersState }) {
  const t = useTranslations("members");
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title={state.q ? t("noneBy", { q: state.q }) : t("none")}
      description={t("noneText")}
      action={
        <Button asChild>
          <Link href={membersAddress(slug, { q: "", role: null, state: null, trail: [] })}>{t("showAll")}</Link>
        </Button>
      }
    />
  );
}
