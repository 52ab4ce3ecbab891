export const shell = {
  openMenu: "Open the menu",
  navigation: "Main",
  govern: "Govern",
  workspaces: "Workspaces",
  incidents: "Incidents",
  accountMenu: "Account menu",
  signOut: "Sign out",
  signOutFailed: "You are still signed in",
  yourPassword: "Your password",
  stepUpTitle: "Confirm that it’s you",
  stepUpText: "Enter your password again; it has been a while since you last did. What you asked for then goes ahead.",
  stepUpConfirm: "Confirm",
} as const;
