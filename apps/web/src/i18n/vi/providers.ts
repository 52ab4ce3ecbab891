import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const providers: SameShape<typeof en.providers> = {
  or: "hoặc",
  continueWith: "Tiếp tục với {provider}",
  working: "Đang đăng nhập bằng {provider}",
  workingText: "Việc này chỉ mất một lát.",
  deniedTitle: "Đã hủy đăng nhập",
  denied: "{provider} cho biết bạn đã từ chối. Không có gì thay đổi.",
  expiredTitle: "Lần đăng nhập này đã kết thúc",
  expired: "Nó đã mở quá 10 phút, đã được dùng, hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại.",
  downTitle: "{provider} không phản hồi",
  down: "Hãy thử lại sau giây lát hoặc dùng cách khác.",
  refusedTitle: "Lần đăng nhập này bị từ chối",
  refused:
    "{provider} chưa xác nhận bạn là ai theo cách được chấp nhận ở đây, hoặc tài khoản này không được vào. Hãy bắt đầu lại hoặc dùng cách khác.",
  takenTitle: "Đã được kết nối",
  failedTitle: "Bạn chưa đăng nhập được",
  startAgain: "Bắt đầu lại",
  toSignIn: "Quay lại đăng nhập",
  toConnections: "Quay lại trang kết nối",
  inboxTitle: "Kiểm tra hộp thư",
  inbox:
    "{provider} chưa xác minh địa chỉ email của bạn, nên chúng tôi xác minh qua thư. Hãy mở liên kết trong thư rồi đăng nhập lại bằng {provider}.",
  proveTitle: "Bạn đã có tài khoản",
  proveBy: {
    password:
      "{email} thuộc về một tài khoản ở đây. Nhập mật khẩu của tài khoản đó một lần, từ đó về sau bạn đăng nhập bằng {provider}.",
    totp: "{email} thuộc về một tài khoản ở đây. Nhập mã mà ứng dụng xác thực của tài khoản đó đang hiển thị, từ đó về sau bạn đăng nhập bằng {provider}.",
    backup_code:
      "{email} thuộc về một tài khoản ở đây. Nhập một trong các mã dự phòng của tài khoản đó, từ đó về sau bạn đăng nhập bằng {provider}. Mỗi mã dùng được một lần.",
  },
  proofWay: {
    password: "Dùng mật khẩu của tài khoản",
    totp: "Dùng ứng dụng xác thực",
    backup_code: "Dùng mã dự phòng",
  },
  otherProofs: "Cách khác",
  proveElsewhere:
    "{email} thuộc về một tài khoản ở đây không có mật khẩu. Hãy đăng nhập theo cách trước đây, rồi kết nối {provider} ở trang Kết nối.",
  password: "Mật khẩu tài khoản của bạn",
  proveSubmit: "Kết nối và đăng nhập",
  notYou: "Không phải tài khoản của bạn? Hãy quay lại, sẽ không có gì được kết nối.",
};
