import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const zones: SameShape<typeof en.zones> = {
  zone: "Múi giờ",
  find: "Tìm thành phố hoặc GMT+7",
  heading: "Các múi giờ",
  none: "Không có múi giờ nào như vậy.",
};
