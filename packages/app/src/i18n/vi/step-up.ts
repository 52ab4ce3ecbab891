import type { stepUp as en } from "../en/step-up.ts";
import type { SameShape } from "../same-shape.ts";

export const stepUp: SameShape<typeof en> = {
  title: "Xác nhận đó là bạn",
  text: {
    password: "Hãy nhập lại mật khẩu vì đã lâu bạn chưa nhập. Sau đó việc bạn yêu cầu sẽ được thực hiện.",
    passkey: "Xác nhận bằng vân tay, khuôn mặt hoặc khóa màn hình. Việc bạn yêu cầu sẽ được tiếp tục.",
    code: "Nhập mã mà ứng dụng xác thực hiển thị. Việc bạn yêu cầu sẽ được tiếp tục.",
  },
  way: { password: "Dùng mật khẩu", passkey: "Dùng khóa truy cập", code: "Dùng ứng dụng xác thực" },
  noWay:
    "Khóa truy cập của bạn không dùng được trong trình duyệt này. Hãy dùng trình duyệt có khóa, hoặc bật ứng dụng xác thực.",
  passkey: "Tiếp tục bằng khóa truy cập",
  password: "Mật khẩu của bạn",
  code: "Mã 6 chữ số",
  confirm: "Xác nhận",
};
