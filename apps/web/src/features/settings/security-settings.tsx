import type { WorkspacePolicy, WorkspacePosture } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { PolicyForm } from "./policy-form.tsx";
import { PostureSection } from "./posture-section.tsx";

interface SecuritySettingsProps {
  workspace: WorkspaceDetail;
  policy: WorkspacePolicy;
  /** Null for those who may not see it. */
  posture: WorkspacePosture | null;
}

/** Who may enter a workspace, and how safe it is kept. */
export function SecuritySettings({ workspace, policy, posture }: SecuritySettingsProps) {
  return (
    <div className="divide-y">
      {posture ? <PostureSection workspace={workspace} posture={posture} /> : null}
      <PolicyForm workspace={workspace} policy={policy} />
    </div>
  );
}
