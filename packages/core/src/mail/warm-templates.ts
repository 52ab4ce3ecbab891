import { renderMail } from "@pronaflow/email";
import type { Services } from "../kernel/services.ts";

/** Writes one mail for nobody: the first rendering loads React, and the first reader should not wait for it. */
export async function warmTemplates(services: Services): Promise<void> {
  const url = services.env.APP_URL;
  const props = { displayName: "", link: url, expiresInHours: 24 };
  await renderMail({ template: "verify-email", props, locale: "en", product: { name: "PronaFlow", url } });
}
