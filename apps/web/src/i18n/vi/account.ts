import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const account: SameShape<typeof en.account> = {
  title: "Hồ sơ",
  description: "Cách người khác nhìn thấy bạn và cách PronaFlow trao đổi với bạn.",
  picture: "Ảnh của bạn",
  pictureText: "Hiển thị cạnh tên bạn cho những người cùng làm việc. Hình tĩnh PNG, JPEG hoặc WebP, tối đa 2 MB.",
  identity: "Danh tính",
  identityText: "Những người cùng không gian làm việc thấy tên và tên người dùng của bạn.",
  displayName: "Tên của bạn",
  username: "Tên người dùng",
  usernameHint: "3–30 ký tự: a–z, 0–9, gạch nối và gạch dưới.",
  regional: "Ngôn ngữ và thời gian",
  regionalText: "Ngôn ngữ của trang và thư, cùng múi giờ để hiển thị thời gian.",
  locale: "Ngôn ngữ",
  save: "Lưu thay đổi",
  saved: "Đã lưu hồ sơ",
  pendingReason: "Hãy xác minh địa chỉ email trước. Liên kết nằm trong hộp thư của bạn.",
  facts: "Tài khoản",
  factsText: "Thông tin nhận diện tài khoản này.",
  memberSince: "Tham gia từ",
  accountId: "Mã tài khoản",
  copyId: "Sao chép mã tài khoản",
  copied: "Đã sao chép",
};
