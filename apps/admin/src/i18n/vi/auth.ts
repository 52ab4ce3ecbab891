import type { auth as en } from "../en/auth.ts";
import type { SameShape } from "../same-shape.ts";

export const auth: SameShape<typeof en> = {
  signInTitle: "Đăng nhập bảng quản trị",
  signInText: "Dành cho quản trị viên hệ thống. Không gian làm việc được dùng trong ứng dụng.",
  identifier: "Email hoặc tên người dùng",
  password: "Mật khẩu",
  submit: "Đăng nhập",
  setupTitle: "Tạo quản trị viên đầu tiên",
  setupText: "Tài khoản này quản trị toàn bộ hệ thống. Liên kết chỉ dùng được một lần.",
  displayName: "Tên của bạn",
  username: "Tên người dùng",
  usernameHint: "3–30 ký tự: a–z, 0–9, gạch nối và gạch dưới.",
  email: "Email",
  create: "Tạo quản trị viên",
  setupDoneTitle: "Quản trị viên đã sẵn sàng",
  setupDone: "Hãy đăng nhập bằng mật khẩu bạn đã chọn.",
  setupMissing:
    "Trang này được mở bằng liên kết in ra khi khởi động. Khi đã có quản trị viên, liên kết không còn; hãy chạy pnpm admin:create để tạo thêm.",
  setupSpent: "Khởi động lại để có liên kết mới, hoặc chạy pnpm admin:create.",
  toSignIn: "Đến trang đăng nhập",
};
