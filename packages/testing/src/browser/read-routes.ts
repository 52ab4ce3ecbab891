import { readdirSync } from "node:fs";

/** Every address that a folder of Next's pages serves, in order: `/w/[slug]/log`. Groups of pages, `(auth)`, are in none. */
export function readRoutes(folder: URL): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.split("/").slice(0, -1).filter(isInAddress).join("/")}`)
    .sort();
}

const isInAddress = (part: string) => !/^\(.*\)$/.test(part);
