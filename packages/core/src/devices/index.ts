export { listTrustedDevices } from "./queries.ts";
export { revokeDevice } from "./revoke-device.ts";
