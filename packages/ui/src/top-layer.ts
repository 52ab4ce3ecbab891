"use client";

import { createContext } from "react";

/**
 * The sheet that holds the triggers below it, or null. A native popover is drawn over everything in the body whatever
 * its z-index, so a menu opened from inside has to be put inside.
 */
export const TopLayer = createContext<HTMLElement | null>(null);
