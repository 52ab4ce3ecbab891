import type { stepUp as en } from "../en/step-up.ts";
import type { SameShape } from "../same-shape.ts";

export const stepUp: SameShape<typeof en> = {
  title: "Xác nhận đó là bạn",
  passwordText: "Hãy nhập lại mật khẩu vì đã lâu bạn chưa nhập. Sau đó việc bạn yêu cầu sẽ được thực hiện.",
  codeText: "Nhập mã mà ứng dụng xác thực hiển thị. Việc bạn yêu cầu sẽ được tiếp tục.",
  byCode: "Dùng ứng dụng xác thực",
  byPassword: "Dùng mật khẩu",
  password: "Mật khẩu của bạn",
  code: "Mã 6 chữ số",
  confirm: "Xác nhận",
};
