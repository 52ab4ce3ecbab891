export { unlockAccount } from "./unlock-account.ts";
