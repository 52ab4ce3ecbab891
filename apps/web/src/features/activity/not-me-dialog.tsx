"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Dialog } from "@pronaflow/ui/dialog";
import { TextLink } from "@pronaflow/ui/text-link";
import Link from "next/link";
import { useTranslations } from "next-intl";

interface NotMeDialogProps {
  act: string;
  /** Where what was done is seen and undone. */
  mendedAt: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const SHUT_OUT = [
  { id: "stepPassword", href: "/account/security" },
  { id: "stepSessions", href: "/account/security#sessions" },
] as const;

/** What to do about an act that was not one's own: others are shut out first, then what they did is undone. */
export function NotMeDialog({ act, mendedAt, open, onOpenChange }: NotMeDialogProps) {
  const t = useTranslations("activity");
  const app = useTranslations("app");
  const isElsewhere = SHUT_OUT.every(({ href }) => href !== mendedAt);
  const steps = [...SHUT_OUT, ...(isElsewhere ? [{ id: "stepReview", href: mendedAt } as const] : [])];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("notMeTitle")}
      description={t("notMeText", { act })}
      closeLabel={app("close")}
    >
      <div className="grid gap-5">
        <ol className="grid list-decimal gap-3 ps-5">
          {steps.map(({ id, href }) => (
            <li key={id}>
              <TextLink asChild>
                <Link href={href}>{t(id)}</Link>
              </TextLink>
              <p className="text-muted-foreground">{t(`${id}Text`)}</p>
            </li>
          ))}
        </ol>
        <Banner>{t("mailed")}</Banner>
      </div>
    </Dialog>
  );
}
