import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const shell: SameShape<typeof en.shell> = {
  openMenu: "Mở trình đơn",
  navigation: "Chính",
  govern: "Điều hành",
  workspaces: "Không gian làm việc",
  accounts: "Tài khoản",
  incidents: "Sự cố",
  admins: "Quản trị viên",
  accountMenu: "Trình đơn tài khoản",
  security: "Bảo mật của bạn",
  signOut: "Đăng xuất",
  signOutFailed: "Bạn vẫn đang đăng nhập",
};
