import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const deletion: SameShape<typeof en.deletion> = {
  zone: "Vùng nguy hiểm",
  title: "Xóa tài khoản của bạn",
  text: "Trong {days, number} ngày bạn có thể quay lại và giữ tài khoản. Sau đó tài khoản mất vĩnh viễn.",
  open: "Xóa tài khoản",
  pendingReason: "Hãy xác minh địa chỉ email trước, hoặc cứ để đó: tài khoản chưa xác minh sẽ tự bị xóa.",
  soleTitle: "{count, plural, other {# không gian làm việc sẽ không còn chủ sở hữu}}",
  soleText: "Hãy giao cho người khác làm chủ sở hữu, hoặc xóa không gian đó. Sau đó bạn có thể xóa tài khoản.",
  soleReason: "Bạn là chủ sở hữu duy nhất của một không gian làm việc. Hãy chuyển giao hoặc xóa nó trước.",
  settingsOf: "Cài đặt của {name}",
  dialogTitle: "Xóa tài khoản {username}?",
  reading: "Đang xem việc này ảnh hưởng đến những gì",
  signedOut: "Bạn bị đăng xuất ở mọi nơi ngay lập tức, và mã truy cập của bạn ngừng hoạt động.",
  memberships:
    "{count, plural, =0 {Bạn không ở không gian làm việc nào.} other {Bạn rời # không gian làm việc khi việc xóa có hiệu lực.}}",
  erased:
    "Hồ sơ, thiết bị, lịch sử đăng nhập và mã truy cập của bạn bị xóa. Những gì bạn đã làm trong không gian làm việc vẫn nằm trong nhật ký của nó.",
  mailed: "Chúng tôi gửi thư chỉ cách quay lại.",
  finalAt: "Việc xóa có hiệu lực vào {date}. Trước lúc đó, chỉ cần đăng nhập là có thể giữ tài khoản.",
  typeUsername: "Nhập {username} để xác nhận",
  typeReason: "Hãy nhập tên người dùng trước.",
  failed: "Chưa xóa được tài khoản",
};
