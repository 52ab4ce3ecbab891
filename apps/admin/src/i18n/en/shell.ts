export const shell = {
  openMenu: "Open menu",
  navigation: "Console",
  workspaces: "Workspaces",
  accountMenu: "Account menu",
  signOut: "Sign out",
  signOutFailed: "You are still signed in",
  stepUpTitle: "Confirm that it's you",
  stepUpText: "Changes in the console ask for your password when the last time was over 10 minutes ago.",
  yourPassword: "Your password",
  stepUpConfirm: "Confirm",
} as const;
