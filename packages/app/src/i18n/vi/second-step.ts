import type { secondStep as en } from "../en/second-step.ts";
import type { SameShape } from "../same-shape.ts";

export const secondStep: SameShape<typeof en> = {
  title: "Xác nhận là bạn",
  codeText: "Mở ứng dụng xác thực và nhập mã đang hiển thị cho PronaFlow.",
  code: "Mã 6 chữ số",
  backupText: "Nhập một trong các mã bạn đã lưu khi bật đăng nhập hai bước. Mỗi mã dùng được một lần.",
  backupCode: "Mã dự phòng",
  passkeyText: "Dùng vân tay, khuôn mặt hoặc khóa màn hình. Trình duyệt sẽ hỏi bạn.",
  passkeySubmit: "Tiếp tục bằng khóa truy cập",
  triesLeft: "Còn {count, plural, other {# lần thử}}, sau đó bạn phải bắt đầu lại.",
  submit: "Đăng nhập",
  otherWays: "Cách khác",
  way: { totp: "Dùng ứng dụng xác thực", backup_code: "Dùng mã dự phòng", passkey: "Dùng khóa truy cập" },
  restart: "Quay lại đăng nhập",
  endedTitle: "Lần đăng nhập này đã kết thúc",
  ended: "Đã quá lâu hoặc có quá nhiều mã sai. Hãy bắt đầu lại bằng mật khẩu.",
  startAgain: "Bắt đầu lại",
};
