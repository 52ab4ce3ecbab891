import type { en } from "#i18n/en.ts";
import type { SameShape } from "#i18n/same-shape.ts";

export const shell: SameShape<typeof en.shell> = {
  openMenu: "Mở trình đơn",
  navigation: "Chính",
  govern: "Điều hành",
  workspaces: "Không gian làm việc",
  incidents: "Sự cố",
  accountMenu: "Trình đơn tài khoản",
  signOut: "Đăng xuất",
  signOutFailed: "Bạn vẫn đang đăng nhập",
  yourPassword: "Mật khẩu của bạn",
  stepUpTitle: "Xác nhận đó là bạn",
  stepUpText: "Hãy nhập lại mật khẩu vì đã lâu bạn chưa nhập. Sau đó việc bạn yêu cầu sẽ được thực hiện.",
  stepUpCodeText: "Nhập mã mà ứng dụng xác thực hiển thị. Việc bạn yêu cầu sẽ được tiếp tục.",
  stepUpByCode: "Dùng ứng dụng xác thực",
  stepUpByPassword: "Dùng mật khẩu",
  yourCode: "Mã 6 chữ số",
  stepUpConfirm: "Xác nhận",
};
