import {
  ListCandidatesInput,
  NameHeirInput,
  OfferOwnershipInput,
  TransferInput,
} from "@pronaflow/contract/inputs/ownership";
import { WorkspaceInput } from "@pronaflow/contract/inputs/workspaces";
import { Done } from "@pronaflow/contract/outputs/identity";
import * as outputs from "@pronaflow/contract/outputs/ownership";
import { RecentlyDeletedList, RestoredWorkspace } from "@pronaflow/contract/outputs/workspaces";
import * as ownership from "@pronaflow/core/ownership";
import * as workspaces from "@pronaflow/core/workspaces";
import { router, transferProcedure, userProcedure, workspaceProcedure } from "../trpc/init.ts";

const tags = ["Ownership"];

/** Who owns a workspace, as its members and Owners deal with it. */
export const ownershipRouter = router({
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspaces/{id}/ownership", summary: "Who owns it", tags } })
    .input(WorkspaceInput)
    .output(outputs.Ownership)
    .query(({ ctx }) => ownership.getOwnership(ctx)),
  candidates: workspaceProcedure
    .input(ListCandidatesInput)
    .output(outputs.Candidates)
    .query(({ ctx, input }) => ownership.listCandidates(ctx, input)),
  offer: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/workspaces/{id}/transfer",
        status: 201,
        repeatable: true,
        summary: "Offer one's ownership to a member for 7 days",
        tags,
      },
    })
    .input(OfferOwnershipInput)
    .output(outputs.OfferedTransfer)
    .mutation(({ ctx, input }) => ownership.offerOwnership(ctx, input)),
  cancel: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/workspaces/{id}/transfer", summary: "Take the offer back", tags } })
    .input(WorkspaceInput)
    .output(Done)
    .mutation(({ ctx, input }) => ownership.cancelOwnership(ctx, input)),
  nameHeir: workspaceProcedure
    .meta({ openapi: { method: "PUT", path: "/workspaces/{id}/heir", summary: "Name one's heir, or nobody", tags } })
    .input(NameHeirInput)
    .output(Done)
    .mutation(({ ctx, input }) => ownership.nameHeir(ctx, input)),
});

/** What was offered to oneself. */
export const transfersRouter = router({
  list: userProcedure
    .meta({ openapi: { method: "GET", path: "/transfers", summary: "Ownership that is offered to oneself", tags } })
    .output(outputs.ReceivedOffers)
    .query(async ({ ctx }) => ({ items: await ownership.listOffers(ctx) })),
  accept: transferProcedure
    .meta({ openapi: { method: "POST", path: "/transfers/{id}/accept", summary: "Become Owner", tags } })
    .input(TransferInput)
    .output(outputs.AcceptedTransfer)
    .mutation(({ ctx, input }) => ownership.acceptOwnership(ctx, input)),
  decline: transferProcedure
    .meta({ openapi: { method: "POST", path: "/transfers/{id}/decline", summary: "Turn the offer down", tags } })
    .input(TransferInput)
    .output(Done)
    .mutation(({ ctx, input }) => ownership.declineOwnership(ctx, input)),
});

/** One's own workspaces that were deleted. */
export const deletedRouter = router({
  list: userProcedure
    .meta({
      openapi: { method: "GET", path: "/deleted-workspaces", summary: "Workspaces one owned that were deleted", tags },
    })
    .output(RecentlyDeletedList)
    .query(async ({ ctx }) => ({ items: await workspaces.listDeletedWorkspaces(ctx) })),
  undelete: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/workspaces/{id}/undelete",
        summary: "Take a deletion back within 24 hours",
        tags,
      },
    })
    .input(WorkspaceInput)
    .output(RestoredWorkspace)
    .mutation(({ ctx, input }) => workspaces.undeleteWorkspace(ctx, input)),
});
