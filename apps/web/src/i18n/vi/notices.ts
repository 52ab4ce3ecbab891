import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const notices: SameShape<typeof en.notices> = {
  title: "Không phải bạn?",
  description: "Chỉ cần một lần nhấn để bảo vệ tài khoản. Khi đó:",
  endsSessions: "Bạn được đăng xuất khỏi mọi thiết bị, và không thiết bị nào còn được tin cậy.",
  stopsPassword: "Mật khẩu không đăng nhập được cho đến khi bạn chọn mật khẩu mới.",
  revokes: "Các mã truy cập cá nhân và mọi liên kết khác đã gửi qua thư không còn giá trị.",
  undoes:
    "Thay đổi mà thư đã báo và những gì diễn ra sau đó được hoàn tác: địa chỉ email, xác minh hai bước, khóa truy cập.",
  submit: "Bảo vệ tài khoản của tôi",
  secured: "Tài khoản của bạn đã được bảo vệ",
  securedText: "Không còn ai đang đăng nhập vào tài khoản.",
  undone: {
    title: "Đã hoàn tác",
    email: "Địa chỉ email trước đây của bạn đã được khôi phục.",
    totp_added: "Ứng dụng xác thực vừa được thêm đã bị gỡ.",
    totp_removed: "Ứng dụng xác thực và mã dự phòng của bạn dùng lại được.",
    codes_regenerated: "Các mã dự phòng trước đây của bạn dùng lại được.",
    passkey_added: "Khóa truy cập vừa được thêm đã bị gỡ.",
    passkey_removed: "Khóa truy cập của bạn dùng lại được.",
    provider_linked: "Tài khoản vừa được liên kết đã bị gỡ.",
    provider_unlinked: "Tài khoản liên kết của bạn dùng lại được.",
    token_created: "Mã truy cập vừa được tạo không còn giá trị.",
    deletion_scheduled: "Tài khoản của bạn sẽ không bị xóa.",
  },
  next: "Việc cần làm tiếp theo",
  nextMail: "Mở thư chúng tôi vừa gửi và chọn mật khẩu mới. Liên kết có hiệu lực trong 15 phút.",
  nextAsk: "Yêu cầu liên kết để chọn mật khẩu mới.",
  nextMailbox: "Nếu có thể ai đó đang đọc thư của bạn, hãy đổi mật khẩu hộp thư trước.",
  nextReview: "Sau đó, xem lại cài đặt bảo mật: thiết bị, khóa truy cập, tài khoản liên kết.",
  newLink: "Yêu cầu liên kết khác",
  used: "Liên kết này đã được dùng",
  usedText: "Nếu đó là bạn, tài khoản của bạn đã được bảo vệ. Để đăng nhập lại, hãy chọn mật khẩu mới.",
  expired: "Liên kết này đã hết hạn",
  expiredText:
    "Liên kết có hiệu lực trong 72 giờ. Bạn vẫn có thể ngăn người khác: mật khẩu mới sẽ đăng xuất mọi thiết bị.",
  reset: "Chọn mật khẩu mới",
  missing: "Trang này được mở từ liên kết trong thư bảo mật. Hãy mở lại liên kết từ thư.",
  gone: "Liên kết này không phải của chúng tôi hoặc đã bị cắt ngắn. Hãy mở lại từ thư.",
};
