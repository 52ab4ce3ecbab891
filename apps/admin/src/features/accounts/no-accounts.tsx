import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SearchX, UsersRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AccountsState } from "./account-address.ts";
import { accountsAddress } from "./account-address.ts";

/** What the narrowed list would show, and the way to all: whoever reads this is one of them. */
export function NoAccounts({ state: { q } }: { state: AccountsState }) {
  const t = useTranslations("accounts.list.empty");
  return (
    <EmptyState
      icon={q ? <SearchX aria-hidden /> : <UsersRound aria-hidden />}
      title={q ? t("search", { q }) : t("status")}
      description={q ? t("searchText") : t("statusText")}
      action={
        <Button asChild>
          <Link href={accountsAddress({ status: null, q: "", trail: [] })}>{t("showAll")}</Link>
        </Button>
      }
    />
  );
}
