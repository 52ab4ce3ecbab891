export const shell = {
  openMenu: "Open the menu",
  navigation: "Main",
  govern: "Govern",
  workspaces: "Workspaces",
  accounts: "Accounts",
  incidents: "Incidents",
  admins: "Admins",
  accountMenu: "Account menu",
  security: "Your security",
  signOut: "Sign out",
  signOutFailed: "You are still signed in",
} as const;
