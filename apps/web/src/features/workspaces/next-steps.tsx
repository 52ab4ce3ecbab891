import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { Card } from "@pronaflow/ui/card";
import { BookOpen, Settings, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PermittedLink } from "#features/access/permitted-link.tsx";

/** What one can do from here, with the reason where one's role may not. */
export function NextSteps({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("workspaces.home");
  const isBare = workspace.description === "";
  const steps = [
    {
      id: "settings",
      icon: <Settings />,
      title: t(isBare ? "addDescription" : "editSettings"),
      text: t(isBare ? "addDescriptionText" : "editSettingsText"),
      action: t("openSettings"),
      href: `/w/${workspace.slug}/settings`,
    },
    {
      id: "security",
      icon: <ShieldCheck />,
      title: t("secureAccount"),
      text: t("secureAccountText"),
      action: t("openSecurity"),
      href: "/account/security",
    },
    {
      id: "docs",
      icon: <BookOpen />,
      title: t("buildOnIt"),
      text: t("buildOnItText"),
      action: t("openDocs"),
      href: "/docs/api",
    },
  ];
  return (
    <Card title={t("next")} flush>
      <ul className="divide-y">
        {steps.map((step) => (
          <li key={step.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
            <span
              aria-hidden
              className="grid size-9 shrink-0 place-items-center self-start rounded-md border text-muted-foreground [&_svg]:size-4"
            >
              {step.icon}
            </span>
            <div className="grid min-w-48 flex-1 gap-0.5">
              <p className="font-medium">{step.title}</p>
              <p className="text-muted-foreground">{step.text}</p>
            </div>
            {step.id === "settings" ? (
              <PermittedLink
                workspace={{ id: workspace.id, role: workspace.role }}
                permission="workspace.update"
                href={step.href}
                label={step.action}
              />
            ) : (
              <Button asChild>
                <Link href={step.href}>{step.action}</Link>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
