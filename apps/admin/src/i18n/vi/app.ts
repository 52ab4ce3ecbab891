import type { en } from "#i18n/en.ts";
import type { SameShape } from "#i18n/same-shape.ts";

export const app: SameShape<typeof en.app> = {
  name: "PronaFlow",
  marker: "Quản trị",
  titleTemplate: "{page} · Bảng quản trị PronaFlow",
  description: "Bảng quản trị hệ thống của PronaFlow.",
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
  home: "Trang đầu bảng quản trị",
};
