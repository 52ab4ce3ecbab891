import { expireInvitation } from "../invitations/expire-invitation.ts";
import { forgetEnded } from "../invitations/forget-ended.ts";
import { listLapsed } from "../invitations/list-lapsed.ts";
import { voidInvitation } from "../invitations/void-invitation.ts";
import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";

const WAYS = {
  expired: { end: expireInvitation, reason: "Not taken within 48 hours" },
  void: { end: voidInvitation, reason: "Its inviter may no longer grant it, or the policy no longer admits it" },
};

/** Ends invitations that ran out or no longer stand, and forgets those that ended long ago. */
export async function lapseInvitations(services: Services): Promise<void> {
  const context = () => workerContext(services, services.random.uuid());
  let after: string | null = null;
  for (;;) {
    const found = await listLapsed(context(), after);
    if (!found) break;
    for (const { id, invitationId, because } of found.lapsed) {
      const { end, reason } = WAYS[because];
      await end(context(), { id, invitationId, reason });
    }
    after = found.last;
  }
  await forgetEnded(context());
}
