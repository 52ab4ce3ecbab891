import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "../en.ts";

export const links: SameShape<typeof en.links> = {
  missing: "Trang này được mở bằng liên kết trong thư. Hãy mở lại liên kết từ thư.",
  gone: "Liên kết này đã hết hạn, đã được dùng, hoặc thuộc về tài khoản khác.",
  toAccount: "Đến tài khoản của bạn",
  signIn: "Đăng nhập",
  confirm: {
    title: "Xác nhận địa chỉ mới",
    description: "Tài khoản của bạn chuyển sang địa chỉ này, và mọi thiết bị khác bị đăng xuất.",
    submit: "Dùng địa chỉ này",
    done: "Địa chỉ của bạn đã đổi",
    doneText: "Địa chỉ của tài khoản giờ là {email}. Địa chỉ cũ có thể hoàn tác trong 72 giờ.",
  },
  undo: {
    title: "Thay đổi này có phải của bạn?",
    description: "Hoàn tác sẽ giữ lại địa chỉ này. Nếu thay đổi đã được thực hiện, mọi thiết bị cũng bị đăng xuất.",
    submit: "Hoàn tác thay đổi",
    approve: "Là tôi: chấp thuận thay đổi",
    cancelled: "Thay đổi đã bị hủy",
    cancelledText: "Tài khoản giữ nguyên địa chỉ này. Nếu bạn không yêu cầu thay đổi, hãy đặt mật khẩu mới.",
    restored: "Địa chỉ này lại là của bạn",
    restoredText: "Mọi thiết bị đã bị đăng xuất và mật khẩu cũ không dùng được nữa. Hãy đặt mật khẩu mới để quay lại.",
    approved: "Thay đổi đã được chấp thuận",
    approvedText: "Địa chỉ này không thể hoàn tác nữa.",
    reset: "Đặt mật khẩu mới",
  },
  leaving: {
    title: "Tài khoản của bạn sắp bị xóa",
    description: "Tài khoản bị xóa vĩnh viễn vào {date}. Đến lúc đó bạn chỉ có thể giữ lại nó.",
    keep: "Giữ tài khoản của tôi",
    signOut: "Đăng xuất",
  },
  farewell: {
    title: "Bạn đã đăng xuất",
    description: "Tài khoản của bạn bị xóa vĩnh viễn vào {date}. Trước lúc đó bạn có thể quay lại và giữ nó.",
    mailed: "Chúng tôi cũng đã gửi thư báo việc này. Nếu bạn đổi ý, hãy đăng nhập và chọn “Giữ tài khoản của tôi”.",
    keep: "Đăng nhập để giữ tài khoản",
  },
};
