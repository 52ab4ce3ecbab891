import type { WorkspaceSettings } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { HoursForm } from "./hours-form.tsx";
import { PlaceForm } from "./place-form.tsx";

interface RegionalSettingsProps {
  workspace: WorkspaceDetail;
  settings: WorkspaceSettings;
}

/** When and in which words a workspace works. */
export function RegionalSettings({ workspace, settings }: RegionalSettingsProps) {
  return (
    <div className="divide-y">
      <PlaceForm workspace={workspace} settings={settings} />
      <HoursForm workspace={workspace} settings={settings} />
    </div>
  );
}
