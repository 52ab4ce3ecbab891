import type { passkeys as en } from "../en/passkeys.ts";
import type { SameShape } from "../same-shape.ts";

export const passkeys: SameShape<typeof en> = {
  title: "Khóa truy cập",
  text: "Đăng nhập bằng vân tay, khuôn mặt hoặc khóa màn hình thay cho mật khẩu. Không ai lừa lấy được.",
  hosts: "Khóa thêm ở đây dùng được trên {host}.",
  elsewhere: "Chỉ dùng trên {host}",
  add: "Thêm khóa truy cập",
  added: "Đã thêm khóa truy cập",
  addFailed: "Chưa thêm được khóa truy cập",
  unsupported: "Trình duyệt này không tạo được khóa truy cập. Hãy dùng trình duyệt khác hoặc cập nhật.",
  pendingReason: "Hãy xác minh địa chỉ email trước.",
  full: "Bạn có {limit} khóa truy cập, mức tối đa cho một tài khoản. Hãy xóa bớt một khóa trước.",
  known: "Thiết bị này đã có khóa truy cập của tài khoản bạn.",
  stopped: "Việc này đã bị hủy hoặc quá lâu. Hãy thử lại.",
  notUsed:
    "Chưa dùng khóa truy cập nào: việc này bị hủy, quá lâu, hoặc ở đây không có khóa cho trang này. Hãy thử lại hoặc dùng cách khác.",
  empty: "Chưa có khóa truy cập",
  emptyText: "Khóa truy cập của bạn hiện ở đây. Thêm một khóa để đăng nhập mà không cần gõ mật khẩu.",
  addedAt: "Đã thêm",
  lastUsed: "dùng lần cuối",
  neverUsed: "chưa từng dùng",
  synced: "Đồng bộ",
  rename: "Đổi tên",
  renameNamed: "Đổi tên {name}",
  renameTitle: "Đổi tên khóa truy cập",
  name: "Tên",
  save: "Lưu tên",
  renamed: "Đã đổi tên khóa truy cập",
  remove: "Xóa",
  removeNamed: "Xóa {name}",
  removeTitle: "Xóa {name}?",
  removeText:
    "Khóa này không còn đăng nhập được vào tài khoản của bạn. Muốn dùng lại thì thêm lại. Hãy xóa cả ở nơi lưu khóa.",
  removed: "Đã xóa khóa truy cập",
  removeFailed: "Chưa xóa được khóa truy cập",
  signIn: "Tiếp tục bằng khóa truy cập",
};
