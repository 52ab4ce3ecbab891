import { states as shared } from "@pronaflow/app/i18n/en/states.ts";

export const states = {
  ...shared,
  notFoundTitle: "There is nothing here",
  notFound: "The address may be wrong, or what was here is gone or not yours to see.",
  toStart: "Go to the start page",
  error: "Try again. If it stays like this, send us the request number.",
} as const;
