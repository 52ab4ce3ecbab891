export { endAccountSessions } from "./end-account-sessions.ts";
export { findSystemAccount, listAccounts } from "./queries.ts";
export { reactivateAccount } from "./reactivate-account.ts";
export { suspendAccount } from "./suspend-account.ts";
