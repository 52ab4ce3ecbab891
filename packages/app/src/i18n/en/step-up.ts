export const stepUp = {
  title: "Confirm that it’s you",
  passwordText:
    "Enter your password again; it has been a while since you last did. What you asked for then goes ahead.",
  codeText: "Enter the code that your authenticator app shows. What you asked for then goes ahead.",
  byCode: "Use your authenticator app",
  byPassword: "Use your password",
  password: "Your password",
  code: "6-digit code",
  confirm: "Confirm",
} as const;
