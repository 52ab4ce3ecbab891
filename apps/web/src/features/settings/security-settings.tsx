import type { WorkspacePolicy, WorkspacePosture } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { PolicyForm } from "./policy-form.tsx";
import { PostureSection } from "./posture-section.tsx";

interface SecuritySettingsProps {
  workspace: WorkspaceDetail;
  policy: WorkspacePolicy;
  /** Null for those who may not see it. */
  posture: WorkspacePosture | null;
  /** Whether the reader has a second step of their own. */
  hasFactor: boolean;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

/** Who may enter a workspace, and how safe it is kept. */
export function SecuritySettings({ workspace, policy, posture, hasFactor, now }: SecuritySettingsProps) {
  return (
    <div className="divide-y">
      {posture ? <PostureSection workspace={workspace} posture={posture} policy={policy} /> : null}
      <PolicyForm workspace={workspace} policy={policy} hasFactor={hasFactor} now={now} />
    </div>
  );
}
