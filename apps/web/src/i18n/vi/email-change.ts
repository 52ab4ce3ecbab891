import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const emailChange: SameShape<typeof en.emailChange> = {
  title: "Địa chỉ email",
  description: "Bạn đăng nhập bằng địa chỉ này, và chúng tôi báo tin về tài khoản của bạn tại đây.",
  current: "Địa chỉ hiện tại",
  verified: "Đã xác minh",
  notVerified: "Chưa xác minh",
  change: "Đổi địa chỉ",
  dialogTitle: "Đổi địa chỉ email",
  dialogText: "Một liên kết được gửi đến địa chỉ mới. Cho đến khi bạn mở nó, mọi thứ giữ nguyên.",
  newAddress: "Địa chỉ email mới",
  submit: "Gửi liên kết",
  note: "Chúng tôi cũng báo cho {email}: từ đó có thể dừng thay đổi, và hoàn tác trong 72 giờ sau đó.",
  waiting: "Đang chờ xác nhận tại {email}",
  waitingText: "Liên kết đã gửi đến đó có hiệu lực đến {date}. Cho đến lúc đó địa chỉ của bạn giữ nguyên.",
  resend: "Gửi liên kết mới",
  cancel: "Hủy thay đổi",
  sent: "Liên kết đang được gửi đến {email}",
  sentText: "Chỉ liên kết mới nhất có hiệu lực.",
  cancelled: "Thay đổi đã bị hủy",
  changed: "Đã đổi từ {email}",
  changedText: "Đến {date}, thư đã gửi đến đó có thể hoàn tác thay đổi, hoặc chấp thuận ngay.",
  requestFailed: "Chưa gửi được liên kết",
  cancelFailed: "Chưa hủy được thay đổi",
};
