import type { MfaVerified } from "@pronaflow/contract/outputs/factors";
import type { ReactNode } from "react";
import type { SecondStepApi } from "./second-step-api.ts";

/** What each way to finish a sign-in is given. */
export interface WayProps {
  api: SecondStepApi;
  challengeId: string;
  /** Where the app offers it: whether this browser is to be spared the second step from now on, and the box that says so. */
  trustDevice?: boolean;
  trustChoice?: ReactNode;
  onEntered: (answer: MfaVerified) => void;
  /** The challenge is gone: nothing finishes it any more. */
  onEnded: () => void;
}
