import { fail, isTaxIdShape } from "@pronaflow/contract";
import { UpdateBillingInput } from "@pronaflow/contract/inputs/settings";
import type { WorkspaceBilling } from "@pronaflow/contract/outputs/settings";
import { workspaceCommand } from "../kernel/command.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { readBilling } from "./records.ts";
import { changedFields, patched, pick } from "./rules.ts";

/**
 * Changes whom the workspace is billed to; what is left out stays. Plan and seats are not the workspace's to set.
 * @throws INVALID_INPUT where the tax id has not the shape of its country's.
 */
export const updateBilling = workspaceCommand({
  action: "billing.updated",
  permission: "billing.manage",
  locks: "workspace",
  input: UpdateBillingInput,
  async run({ tx, ctx, input }) {
    const { workspaceId } = ctx.scope;
    await lockWorkspace(tx, ctx.scope, input.id);
    const before = await readBilling(tx, workspaceId);
    const after: WorkspaceBilling = patched(before, input);
    const { taxId, country } = after;
    if (taxId && country && !isTaxIdShape(taxId, country)) fail("INVALID_INPUT", {}, { taxId: ["TAX_ID_INVALID"] });
    const changed = changedFields(before, after);
    if (changed.length === 0) return { output: before, change: null };
    const now = ctx.services.clock.now();
    await tx.$executeRaw`INSERT INTO workspace_billing (workspace_id, billing_email, legal_name, tax_id, address_line1,
        address_line2, city, region, postal_code, country, updated_at)
      VALUES (${workspaceId}::uuid, ${after.billingEmail}, ${after.legalName}, ${taxId}, ${after.addressLine1},
        ${after.addressLine2}, ${after.city}, ${after.region}, ${after.postalCode}, ${country}, ${now})
      ON CONFLICT (workspace_id) DO UPDATE SET billing_email = excluded.billing_email, legal_name = excluded.legal_name,
        tax_id = excluded.tax_id, address_line1 = excluded.address_line1, address_line2 = excluded.address_line2,
        city = excluded.city, region = excluded.region, postal_code = excluded.postal_code, country = excluded.country,
        updated_at = excluded.updated_at`;
    return {
      output: after,
      change: { target: workspaceId, before: pick(before, changed), after: pick(after, changed) },
    };
  },
});
