import type { WorkspaceSettings } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { ColourForm } from "./colour-form.tsx";
import { LogoSection } from "./logo-section.tsx";

interface BrandingSettingsProps {
  workspace: WorkspaceDetail;
  settings: WorkspaceSettings;
}

/** By what people tell a workspace apart. */
export function BrandingSettings({ workspace, settings }: BrandingSettingsProps) {
  return (
    <div className="divide-y">
      <LogoSection workspace={workspace} />
      <ColourForm workspace={workspace} settings={settings} />
    </div>
  );
}
