import { AuthCard } from "@pronaflow/ui/auth-card";
import { ConsoleStrip } from "@pronaflow/ui/console-strip";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AuthCorner } from "./auth-corner.tsx";
import { BrandLink } from "./brand-link.tsx";

interface ConsoleCardProps {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
}

/** The card of one task for someone not signed in, under the console's strip. */
export function ConsoleCard({ title, description, children }: ConsoleCardProps) {
  const t = useTranslations("app");
  return (
    <AuthCard
      strip={
        <ConsoleStrip marker={t("marker")}>
          <BrandLink />
        </ConsoleStrip>
      }
      corner={<AuthCorner />}
      title={title}
      description={description}
    >
      {children}
    </AuthCard>
  );
}
