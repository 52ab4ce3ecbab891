import type { StandingMails } from "./messages.ts";

/** Các thư tiếng Việt về những gì người vận hành đã làm với một tài khoản. */
export const standingVi: StandingMails = {
  "account-suspended": ({ product, until }) => ({
    subject: `Tài khoản ${product} của bạn đã bị tạm ngưng`,
    preheader: until ? `Đến ${until}.` : "Cho đến khi có thông báo mới.",
    heading: "Tài khoản của bạn đã bị tạm ngưng",
    lead: `Những người vận hành ${product} đã tạm ngưng tài khoản của bạn. Bạn đã bị đăng xuất ở mọi nơi và không thể đăng nhập ${until ? `trước ${until}` : "cho đến khi họ mở lại"}.`,
    more: "Dữ liệu của bạn vẫn được giữ nguyên. Những không gian làm việc chỉ do bạn sở hữu tạm thời có chủ sở hữu mới; khi trở lại, bạn vẫn là chủ sở hữu cùng với họ. Các mã truy cập cũng sẽ hoạt động trở lại.",
    button: `Mở ${product}`,
    note: "Nếu bạn cho rằng đây là nhầm lẫn, hãy trả lời thư này và nêu lý do.",
    reason: `Bạn nhận được thư này vì nó liên quan đến tài khoản của bạn trên ${product}.`,
  }),
  "account-reactivated": ({ product }) => ({
    subject: `Tài khoản ${product} của bạn đã được mở lại`,
    preheader: "Bạn có thể đăng nhập như trước.",
    heading: "Tài khoản của bạn đã được mở lại",
    lead: `Tài khoản ${product} của bạn không còn bị tạm ngưng. Bạn có thể đăng nhập với mật khẩu và bước xác thực thứ hai như trước.`,
    more: "Những thiết bị từng được bỏ qua bước thứ hai sẽ được hỏi lại một lần.",
    button: "Đăng nhập",
    note: "Các liên kết đã gửi cho bạn trước khi tạm ngưng không còn dùng được. Hãy yêu cầu liên kết mới.",
    reason: `Bạn nhận được thư này vì nó liên quan đến tài khoản của bạn trên ${product}.`,
  }),
  "sessions-ended": ({ product, count }) => ({
    subject: `Bạn đã bị đăng xuất khỏi ${product}`,
    preheader: `${count} phiên đăng nhập đã kết thúc.`,
    heading: "Bạn đã bị đăng xuất",
    lead: `Những người vận hành ${product} đã kết thúc ${count} phiên đăng nhập của bạn. Bạn có thể đăng nhập lại ngay.`,
    more: "Hãy xem lại các thiết bị và hoạt động gần đây, và đổi mật khẩu nếu có điều gì không phải của bạn.",
    button: "Kiểm tra tài khoản",
    note: "Nếu có thắc mắc, hãy trả lời thư này.",
    reason: `Bạn nhận được thư này vì nó liên quan đến tài khoản của bạn trên ${product}.`,
  }),
};
