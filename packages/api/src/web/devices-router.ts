import * as inputs from "@pronaflow/contract/inputs/factors";
import * as outputs from "@pronaflow/contract/outputs/factors";
import { Done } from "@pronaflow/contract/outputs/identity";
import * as devices from "@pronaflow/core/devices";
import { router, userProcedure } from "../trpc/init.ts";

const tags = ["Two-step sign-in"];

export const devicesRouter = router({
  list: userProcedure
    .meta({ openapi: { method: "GET", path: "/auth/devices", summary: "List one's own trusted devices", tags } })
    .output(outputs.TrustedDevices)
    .query(async ({ ctx }) => ({ devices: await devices.listTrustedDevices(ctx) })),
  revoke: userProcedure
    .meta({
      openapi: { method: "POST", path: "/auth/devices/revoke", summary: "End the trust in one device", tags },
    })
    .input(inputs.RevokeDeviceInput)
    .output(Done)
    .mutation(({ ctx, input }) => devices.revokeDevice(ctx, input)),
});
