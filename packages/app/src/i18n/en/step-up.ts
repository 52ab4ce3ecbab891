export const stepUp = {
  title: "Confirm that it’s you",
  text: {
    password: "Enter your password again; it has been a while since you last did. What you asked for then goes ahead.",
    passkey: "Confirm with your fingerprint, face or screen lock. What you asked for then goes ahead.",
    code: "Enter the code that your authenticator app shows. What you asked for then goes ahead.",
  },
  way: { password: "Use your password", passkey: "Use your passkey", code: "Use your authenticator app" },
  noWay: "Your passkey does not answer in this browser. Use one that knows it, or set up an authenticator app.",
  passkey: "Continue with a passkey",
  password: "Your password",
  code: "6-digit code",
  confirm: "Confirm",
} as const;
