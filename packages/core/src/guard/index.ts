export { createCaptcha } from "./create-captcha.ts";
export { unlockAccount } from "./unlock-account.ts";
