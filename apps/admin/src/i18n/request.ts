import { getRequestConfig } from "next-intl/server";
import { messagesIn } from "./messages.ts";
import { getPreferences } from "./preferences.ts";

export default getRequestConfig(async () => {
  const { locale, timeZone } = await getPreferences();
  return { locale, timeZone, messages: messagesIn(locale) };
});
