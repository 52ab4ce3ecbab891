"use client";

// Nearer than that of all pages: the way to the other pages of the account stays.
export { default } from "../error.tsx";
