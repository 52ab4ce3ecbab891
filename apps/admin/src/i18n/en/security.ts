export const security = {
  title: "Your security",
  description: "What proves to the console that it is you.",
  twoStepText: "After the password, a code from your authenticator app or a passkey. The console opens to no less.",
  offText: "Signing in by password leads to setting it up first.",
  change: "Change in PronaFlow",
} as const;
