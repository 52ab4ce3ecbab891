import type { Permission } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Badge } from "@pronaflow/ui/badge";
import { useTranslations } from "next-intl";
import { PermittedLink } from "#features/access/permitted-link.tsx";

interface PostureRowProps {
  workspace: WorkspaceDetail;
  title: string;
  text: string;
  isGood: boolean;
  /** What mends it; null where it has been asked for, and others are at it. */
  act: { label: string; href: string; permission: Permission } | null;
}

/** One thing that makes a workspace safer: how it stands, and the way to mend it. */
export function PostureRow({ workspace, title, text, isGood, act }: PostureRowProps) {
  const t = useTranslations("settings.security");
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-4">
      <div className="grid min-w-48 flex-1 gap-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {title}
          <Badge tone={isGood ? "success" : "warning"}>{isGood ? t("good") : t("look")}</Badge>
        </p>
        <p className="break-words text-muted-foreground">{text}</p>
      </div>
      {isGood || !act ? null : <PermittedLink workspace={workspace} {...act} />}
    </li>
  );
}
