export { disownAccount } from "./disown-account.ts";
