export const captcha = {
  solving: "Checking that you're not a robot. This takes a second or two.",
} as const;
