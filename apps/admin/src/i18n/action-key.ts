import type { AuditAction } from "@pronaflow/contract";
import { AUDIT_ACTIONS } from "@pronaflow/contract";

/** A key of a message may not hold a dot. */
export type ActionKey = AuditAction extends infer Action
  ? Action extends `${infer Noun}.${infer Verb}`
    ? `${Noun}_${Verb}`
    : never
  : never;

/** The message of an act of the audit; null for one this console does not know yet. */
export function actionKey(action: string): ActionKey | null {
  const isKnown = (AUDIT_ACTIONS as readonly string[]).includes(action);
  return isKnown ? (action.replace(".", "_") as ActionKey) : null;
}
