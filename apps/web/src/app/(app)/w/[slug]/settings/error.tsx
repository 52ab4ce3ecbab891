"use client";

// Nearer than that of all pages: the way to the other settings stays.
export { default } from "../../../error.tsx";
