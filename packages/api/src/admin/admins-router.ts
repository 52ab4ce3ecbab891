import * as inputs from "@pronaflow/contract/inputs/admins";
import * as outputs from "@pronaflow/contract/outputs/admins";
import * as admins from "@pronaflow/core/admins";
import { router, systemProcedure } from "../trpc/init.ts";

export const adminsRouter = router({
  list: systemProcedure
    .input(inputs.ListAdminsInput)
    .output(outputs.AdminPage)
    .query(({ ctx, input }) => admins.listAdmins(ctx, input)),
  find: systemProcedure
    .input(inputs.FindCandidateInput)
    .output(outputs.Candidate)
    .query(({ ctx, input }) => admins.findCandidate(ctx, input)),
  changeRole: systemProcedure
    .input(inputs.ChangeSystemRoleInput)
    .output(outputs.SystemRoleChanged)
    .mutation(({ ctx, input }) => admins.changeSystemRole(ctx, input)),
});
