import { passwordRuleTexts } from "../password-rule-texts.ts";

export const password = {
  show: "Show password",
  hide: "Hide password",
  capsLock: "Caps Lock is on.",
  meter: "Password strength",
  score0: "",
  score1: "Weak",
  score2: "Fair",
  score3: "Good",
  score4: "Strong",
  met: "met",
  unmet: "not met yet",
  rule: passwordRuleTexts("en"),
  rulesUnmet: "Choose a password that meets every rule below.",
} as const;
