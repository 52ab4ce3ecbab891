import type { Member } from "@pronaflow/contract/outputs/members";

/** What the menu of a member begins. */
export type MemberAct = {
  kind: "role" | "end" | "deactivate" | "reactivate" | "remove" | "leave";
  member: Member;
};
