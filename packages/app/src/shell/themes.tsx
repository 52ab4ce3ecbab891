import { Monitor, Moon, Sun } from "lucide-react";

/** The themes one can choose, by the names next-themes keeps. */
export const THEMES = [
  { name: "light", icon: <Sun aria-hidden /> },
  { name: "dark", icon: <Moon aria-hidden /> },
  { name: "system", icon: <Monitor aria-hidden /> },
] as const;
