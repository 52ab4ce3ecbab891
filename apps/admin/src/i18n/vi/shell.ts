import type { shell as en } from "../en/shell.ts";
import type { SameShape } from "../same-shape.ts";

export const shell: SameShape<typeof en> = {
  openMenu: "Mở trình đơn",
  navigation: "Bảng quản trị",
  workspaces: "Không gian làm việc",
  accountMenu: "Trình đơn tài khoản",
  signOut: "Đăng xuất",
  signOutFailed: "Bạn vẫn đang đăng nhập",
  stepUpTitle: "Xác nhận đó là bạn",
  stepUpText: "Mọi thay đổi trong bảng quản trị cần mật khẩu nếu lần xác nhận gần nhất đã hơn 10 phút trước.",
  yourPassword: "Mật khẩu của bạn",
  stepUpConfirm: "Xác nhận",
};
