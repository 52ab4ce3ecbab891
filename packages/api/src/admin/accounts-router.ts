import * as inputs from "@pronaflow/contract/inputs/accounts";
import * as outputs from "@pronaflow/contract/outputs/accounts";
import * as accounts from "@pronaflow/core/accounts";
import { router, systemProcedure } from "../trpc/init.ts";

export const accountsRouter = router({
  list: systemProcedure
    .input(inputs.ListAccountsInput)
    .output(outputs.AccountPage)
    .query(({ ctx, input }) => accounts.listAccounts(ctx, input)),
  get: systemProcedure
    .input(inputs.AccountInput)
    .output(outputs.AccountDetail)
    .query(({ ctx, input }) => accounts.findSystemAccount(ctx, input)),
  suspend: systemProcedure
    .input(inputs.SuspendAccountInput)
    .output(outputs.SuspendedAccount)
    .mutation(({ ctx, input }) => accounts.suspendAccount(ctx, input)),
  reactivate: systemProcedure
    .input(inputs.ReactivateAccountInput)
    .output(outputs.ReactivatedAccount)
    .mutation(({ ctx, input }) => accounts.reactivateAccount(ctx, input)),
  endSessions: systemProcedure
    .input(inputs.EndAccountSessionsInput)
    .output(outputs.EndedSessions)
    .mutation(({ ctx, input }) => accounts.endAccountSessions(ctx, input)),
});
