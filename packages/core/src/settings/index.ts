export { getPolicy } from "./queries.ts";
export { updatePolicy } from "./update-policy.ts";
