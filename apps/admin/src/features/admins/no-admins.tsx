import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { UserCog } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AdminsState } from "./admin-address.ts";
import { adminsAddress } from "./admin-address.ts";

/** Whom the narrowed list would show, and the way to all: whoever reads this is one of them. */
export function NoAdmins({ state: { q } }: { state: AdminsState }) {
  const t = useTranslations("admins.list.empty");
  return (
    <EmptyState
      icon={<UserCog aria-hidden />}
      title={q ? t("search", { q }) : t("role")}
      description={q ? t("searchText") : t("roleText")}
      action={
        <Button asChild>
          <Link href={adminsAddress({ role: null, q: "", trail: [] })}>{t("showAll")}</Link>
        </Button>
      }
    />
  );
}
