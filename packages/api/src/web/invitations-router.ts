import * as inputs from "@pronaflow/contract/inputs/invitations";
import * as outputs from "@pronaflow/contract/outputs/invitations";
import * as invitations from "@pronaflow/core/invitations";
import { publicProcedure, router, userProcedure, workspaceProcedure } from "../trpc/init.ts";

const tags = ["Invitations"];
const PATH = "/workspaces/{id}/invitations";

/** What members do with the invitations of their workspace. */
export const workspaceInvitationsRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: PATH, summary: "List the invitations of a workspace", tags } })
    .input(inputs.ListInvitationsInput)
    .output(outputs.InvitationPage)
    .query(({ ctx, input }) => invitations.listInvitations(ctx, input)),
  create: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: PATH,
        status: 201,
        repeatable: true,
        summary: "Invite people by their addresses, with an answer for each",
        tags,
      },
    })
    .input(inputs.InviteMembersInput)
    .output(outputs.Invited)
    .mutation(({ ctx, input }) => invitations.inviteMembers(ctx, input)),
  changeRole: workspaceProcedure
    .meta({
      openapi: { method: "PATCH", path: `${PATH}/{invitationId}`, summary: "Change the role that is offered", tags },
    })
    .input(inputs.ChangeInvitationInput)
    .output(outputs.InvitationChanged)
    .mutation(({ ctx, input }) => invitations.changeInvitation(ctx, input)),
  revoke: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: `${PATH}/{invitationId}`, summary: "Revoke an invitation", tags } })
    .input(inputs.InvitationInput)
    .output(outputs.InvitationEnded)
    .mutation(({ ctx, input }) => invitations.revokeInvitation(ctx, input)),
  resend: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: `${PATH}/{invitationId}/resend`,
        summary: "Send an invitation again, with a new link; the old one is dead",
        tags,
      },
    })
    .input(inputs.InvitationInput)
    .output(outputs.InvitationResent)
    .mutation(({ ctx, input }) => invitations.resendInvitation(ctx, input)),
});

/** What the holder of a link does with it. All are POST: a token stands in no address. */
export const invitationsRouter = router({
  view: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/invitations/view",
        summary: "Read what an invitation offers",
        tags,
        protect: false,
      },
    })
    .input(inputs.InvitationLinkInput)
    .output(outputs.OfferedPlace)
    .mutation(({ ctx, input }) => invitations.viewInvitation(ctx, input)),
  accept: userProcedure
    .meta({ openapi: { method: "POST", path: "/invitations/accept", summary: "Join the workspace", tags } })
    .input(inputs.InvitationLinkInput)
    .output(outputs.Joined)
    .mutation(({ ctx, input }) => invitations.acceptInvitation(ctx, input)),
  decline: publicProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/invitations/decline",
        summary: "Decline an invitation",
        tags,
        protect: false,
      },
    })
    .input(inputs.InvitationLinkInput)
    .output(outputs.InvitationEnded)
    .mutation(({ ctx, input }) => invitations.declineInvitation(ctx, input)),
  ask: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/invitations/ask",
        status: 202,
        summary: "Ask for an invitation to one's own address",
        tags,
      },
    })
    .input(inputs.InvitationLinkInput)
    .output(outputs.InvitationAsked)
    .mutation(({ ctx, input }) => invitations.askForInvitation(ctx, input)),
});
