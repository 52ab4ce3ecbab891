export const deletion = {
  zone: "Danger zone",
  title: "Delete your account",
  text: "For {days, number} days you can come back and keep it. After that it is gone for good.",
  open: "Delete account",
  pendingReason: "Verify your email address first, or leave the account: unverified, it is removed by itself.",
  soleTitle:
    "{count, plural, one {A workspace would be left without an owner} other {# workspaces would be left without an owner}}",
  soleText: "Make someone else an owner there, or delete the workspace. Then you can delete your account.",
  soleReason: "You are the only owner of a workspace. Hand it over or delete it first.",
  settingsOf: "Settings of {name}",
  dialogTitle: "Delete the account {username}?",
  reading: "Reading what this takes",
  signedOut: "You are signed out everywhere at once, and your access tokens stop working.",
  memberships:
    "{count, plural, =0 {You are in no workspace.} one {You leave # workspace when it becomes final.} other {You leave # workspaces when it becomes final.}}",
  erased: "Your profile, devices, sign-ins and tokens are erased. What you did in a workspace stays in its log.",
  mailed: "We mail you the way back.",
  finalAt: "It becomes final on {date}. Until then, signing in lets you keep the account.",
  typeUsername: "Type {username} to confirm",
  typeReason: "Type your username first.",
  failed: "The account was not deleted",
} as const;
