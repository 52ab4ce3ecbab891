import { catalogueOf } from "@pronaflow/app/i18n/catalogue.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

export const { messagesIn, someMessages } = catalogueOf(en, { vi });
