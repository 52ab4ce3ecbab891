/** Where someone who is not signed in keeps the language they chose. */
export const LOCALE_COOKIE = "pf_locale";
