import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import { secondStep } from "@pronaflow/app/i18n/vi/second-step.ts";
import type { en } from "#i18n/en.ts";

export const auth: SameShape<typeof en.auth> = {
  signIn: {
    title: "Đăng nhập khu quản trị",
    description: "Dành cho quản trị viên của PronaFlow.",
    returning: "Đăng nhập để tiếp tục việc đang làm.",
    identifier: "Email hoặc tên người dùng",
    password: "Mật khẩu",
    submit: "Đăng nhập",
    forgot: "Quên mật khẩu?",
    reset: "Đặt lại trong PronaFlow",
  },
  setup: {
    title: "Tạo quản trị viên đầu tiên",
    description: "Tài khoản này có mọi quyền trong khu quản trị và cũng dùng được PronaFlow.",
    displayName: "Tên của bạn",
    displayNameHint: "Tên mà người khác nhìn thấy.",
    username: "Tên người dùng",
    usernameHint: "3–30 ký tự: a–z, 0–9, gạch nối và gạch dưới.",
    email: "Email",
    password: "Mật khẩu",
    submit: "Tạo quản trị viên",
    doneTitle: "Đã có quản trị viên đầu tiên",
    done: "Liên kết không còn dùng được. Hãy đăng nhập bằng {email}.",
    signIn: "Đăng nhập",
    spentTitle: "Liên kết này không còn dùng được",
    spent: "Liên kết đã được dùng, đã quá một ngày, hoặc đã có liên kết mới hơn.",
    missingTitle: "Trang này cần liên kết của nó",
    missing: "Hãy mở trọn vẹn liên kết được in ra khi PronaFlow khởi động, kể cả phần sau dấu #.",
    another:
      "Khi chưa có quản trị viên, mỗi lần khởi động sẽ in liên kết mới. Trên máy chủ, lệnh này luôn tạo được quản trị viên:",
    copy: "Sao chép lệnh",
    copied: "Đã sao chép",
    haveAccount: "Bạn đã là quản trị viên?",
  },
  second: secondStep,
  enrol: {
    title: "Thiết lập đăng nhập hai bước",
    description: "Bảng điều khiển chỉ mở cho quản trị viên đăng nhập bằng hai yếu tố. Bạn cần một ứng dụng xác thực.",
    scan: "Quét mã này bằng ứng dụng xác thực rồi nhập mã đang hiển thị.",
    code: "Mã 6 chữ số",
    done: "Mở bảng điều khiển",
    proveTitle: "Xác nhận là bạn",
    proveText: "Tài khoản này đã bật đăng nhập hai bước. Nhập mã mà ứng dụng xác thực hiển thị.",
    prove: "Tiếp tục",
    signOut: "Đăng xuất",
  },
};
