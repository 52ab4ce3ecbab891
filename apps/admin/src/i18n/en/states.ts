import { states as shared } from "@pronaflow/app/i18n/en/states.ts";

export const states = {
  ...shared,
  notFoundTitle: "There is nothing here",
  notFound: "The address may be wrong, or what was here has been purged.",
  toStart: "Go to the workspaces",
  error: "Try again. If it stays like this, give the request number to whoever runs PronaFlow.",
} as const;
