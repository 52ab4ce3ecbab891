"use client";

import type { Admin } from "@pronaflow/contract/outputs/admins";
import { Button } from "@pronaflow/ui/button";
import { DropdownMenu } from "@pronaflow/ui/dropdown-menu";
import { MenuItem } from "@pronaflow/ui/menu-item";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AdminAct } from "./admin-act.ts";

interface AdminMenuProps {
  admin: Admin;
  onAct: (act: AdminAct) => void;
}

/** What may be done to somebody's role; for the last who can name admins, why nothing may. */
export function AdminMenu({ admin, onAct }: AdminMenuProps) {
  const t = useTranslations("admins");
  const whyNot = admin.isLastSuperadmin ? t("last") : null;
  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t("menuOf", { name: admin.displayName })}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => onAct({ kind: "change", admin })} disabledReason={whyNot}>
        {t("change.open")}
      </MenuItem>
      <MenuItem danger onSelect={() => onAct({ kind: "remove", admin })} disabledReason={whyNot}>
        {t("remove.open")}
      </MenuItem>
    </DropdownMenu>
  );
}
