import type { Locale } from "@pronaflow/contract";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { vi } from "./vi.ts";

export const messages: Record<Locale, Messages> = { en, vi };
