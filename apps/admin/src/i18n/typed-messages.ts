import type { Locale } from "@pronaflow/contract";
import type { en } from "./en.ts";

// A key or an argument that does not exist does not compile.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}
