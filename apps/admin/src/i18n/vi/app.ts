import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const app: SameShape<typeof en.app> = {
  name: "PronaFlow",
  marker: "Quản trị",
  titleTemplate: "{page} · Quản trị PronaFlow",
  title: "Quản trị PronaFlow",
  description: "Nơi quản trị viên điều hành PronaFlow.",
  governs: "cho {host}",
  skip: "Chuyển đến nội dung",
  language: "Ngôn ngữ",
  theme: "Giao diện",
  light: "Sáng",
  dark: "Tối",
  system: "Theo thiết bị",
  notifications: "Thông báo",
  close: "Đóng",
  cancel: "Hủy",
  home: "Trang đầu khu quản trị PronaFlow",
};
