export const guard = {
  unlock: {
    title: "Unlock sign-in",
    description: "One press, and your password works again. If it wasn't you who failed, choose a new password.",
    submit: "Unlock sign-in",
    doneTitle: "Sign-in is unlocked",
    done: "Your password works again.",
    signIn: "Sign in",
    missing: "This page is opened by the link in a mail. Open the link again, or wait 15 minutes and sign in.",
    spent: "This link was used or has run out. A lock ends by itself after 15 minutes.",
  },
} as const;
