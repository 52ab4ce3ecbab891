export { getPosture } from "./get-posture.ts";
export { getBilling, getPolicy, getSettings, listMarks } from "./queries.ts";
export { removeLogo } from "./remove-logo.ts";
export { setLogo } from "./set-logo.ts";
export { updateBilling } from "./update-billing.ts";
export { updatePolicy } from "./update-policy.ts";
export { updateSettings } from "./update-settings.ts";
