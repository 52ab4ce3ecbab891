import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const connections: SameShape<typeof en.connections> = {
  title: "Kết nối",
  description: "Các tài khoản ở nơi khác dùng để đăng nhập tại đây.",
  list: "Nhà cung cấp đăng nhập",
  listText: "Mỗi tài khoản đã kết nối là một cách đăng nhập. Chúng tôi gửi thư báo khi có kết nối được thêm hoặc gỡ.",
  connected: "Đã kết nối",
  lastUsed: "Dùng lần cuối",
  neverUsed: "Chưa dùng",
  notConnected: "Chưa kết nối",
  connect: "Kết nối",
  connectNamed: "Kết nối {provider}",
  disconnect: "Ngắt kết nối",
  disconnectNamed: "Ngắt kết nối {provider}",
  disconnectTitle: "Ngắt kết nối {provider}?",
  disconnectText: "Từ giờ {account} không còn đăng nhập được tại đây. Bạn có thể kết nối lại bất cứ lúc nào.",
  disconnected: "Đã ngắt kết nối {provider}",
  failed: "Không có gì thay đổi",
  lastWayIn: "Đây là cách đăng nhập duy nhất của bạn. Hãy đặt mật khẩu hoặc thêm cách khác trước.",
  pending: "Hãy xác minh địa chỉ email trước.",
  noneTitle: "Không có nhà cung cấp nào để kết nối",
  none: "Ở đây chưa ai thiết lập đăng nhập bằng Google, GitHub hay nhà cung cấp khác.",
};
