import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const security: SameShape<typeof en.security> = {
  title: "Bảo mật",
  description: "Mật khẩu của bạn và mọi thiết bị đang đăng nhập.",
  password: "Mật khẩu",
  passwordText: "Khi đổi, mọi thiết bị khác bị đăng xuất. Chúng tôi gửi thư báo cho bạn.",
  currentPassword: "Mật khẩu hiện tại",
  newPassword: "Mật khẩu mới",
  changePassword: "Đổi mật khẩu",
  passwordChanged: "Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.",
  sessions: "Phiên đăng nhập",
  sessionsText:
    "Tối đa 5 phiên cùng lúc; đăng nhập trên thiết bị thứ sáu sẽ kết thúc phiên cũ nhất. Phiên không dùng trong 7 ngày sẽ tự kết thúc.",
  thisDevice: "Thiết bị này",
  unknownPlace: "Không rõ nơi",
  placesBy: "Vị trí theo địa chỉ IP do DB-IP cung cấp",
  unknownDevice: "Không rõ thiết bị",
  browserOn: "{browser} trên {os}",
  lastSeen: "Hoạt động",
  signedIn: "Đăng nhập",
  end: "Đăng xuất",
  endNamed: "Đăng xuất {device}",
  endTitle: "Đăng xuất thiết bị này?",
  endText: "{device} bị đăng xuất ngay. Người dùng thiết bị đó cần mật khẩu để vào lại.",
  endAll: "Đăng xuất mọi thiết bị khác",
  endAllTitle: "Đăng xuất mọi thiết bị khác?",
  endAllText: "{count, plural, other {# phiên khác kết thúc}} ngay. Thiết bị này vẫn đăng nhập.",
  onlyThis: "Chỉ thiết bị này đang đăng nhập.",
  ended: "Đã đăng xuất thiết bị",
  allEnded: "Mọi thiết bị khác đã bị đăng xuất",
  endFailed: "Chưa đăng xuất được thiết bị nào",
};
