export const providers = {
  or: "or",
  continueWith: "Continue with {provider}",
  working: "Signing you in with {provider}",
  workingText: "This takes a moment.",
  deniedTitle: "Sign-in was cancelled",
  denied: "{provider} says that you turned it down. Nothing was changed.",
  expiredTitle: "This sign-in has ended",
  expired: "It was open for more than 10 minutes, was used already, or began in another browser. Start again.",
  downTitle: "{provider} is not answering",
  down: "Try again in a moment, or use another way in.",
  refusedTitle: "This sign-in was refused",
  refused:
    "{provider} did not confirm who you are in a way that counts here, or this account may not come in. Start again, or use another way in.",
  takenTitle: "Already connected",
  failedTitle: "You are not signed in yet",
  startAgain: "Start again",
  toSignIn: "Back to sign-in",
  toConnections: "Back to connections",
  inboxTitle: "Check your inbox",
  inbox:
    "{provider} has not verified your email address, so we do that by mail. Open the link in it, then sign in with {provider} again.",
  proveTitle: "You already have an account",
  proveBy: {
    password: "{email} belongs to an account here. Enter its password once, and {provider} signs you in from then on.",
    totp: "{email} belongs to an account here. Enter the code its authenticator app shows, and {provider} signs you in from then on.",
    backup_code:
      "{email} belongs to an account here. Enter one of its backup codes, and {provider} signs you in from then on. Each code works once.",
  },
  proofWay: {
    password: "Use its password",
    totp: "Use its authenticator app",
    backup_code: "Use a backup code",
  },
  otherProofs: "Other ways",
  proveElsewhere:
    "{email} belongs to an account here that has no password. Sign in the way you did before, then connect {provider} on the Connections page.",
  password: "Password of your account",
  proveSubmit: "Connect and sign in",
  notYou: "Not your account? Go back, and nothing is connected.",
} as const;
