import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const lists: SameShape<typeof en.lists> = {
  pages: "Trang",
  previous: "Trước",
  next: "Sau",
  firstPage: "Về trang đầu",
  page: "Trang {number, number}",
};
