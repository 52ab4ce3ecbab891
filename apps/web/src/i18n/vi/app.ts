import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const app: SameShape<typeof en.app> = {
  name: "PronaFlow",
  titleTemplate: "{page} · PronaFlow",
  description: "Tài khoản và không gian làm việc, được quản trị.",
  skip: "Chuyển đến nội dung",
  language: "Ngôn ngữ",
  theme: "Giao diện",
  light: "Sáng",
  dark: "Tối",
  system: "Theo thiết bị",
  notifications: "Thông báo",
  close: "Đóng",
  cancel: "Hủy",
  optional: "Không bắt buộc",
  home: "Trang chủ PronaFlow",
};
