import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import type { en } from "#i18n/en.ts";

export const data: SameShape<typeof en.data> = {
  title: "Dữ liệu của bạn",
  description: "Mọi thứ PronaFlow lưu về bạn, để bạn mang theo.",
  export: "Xuất dữ liệu",
  exportText:
    "Một tệp ZIP gồm các tệp JSON: hồ sơ, thiết bị, hoạt động, tư cách thành viên, mã truy cập không kèm bí mật, và thư.",
  none: "Chưa có tệp nào được tạo.",
  request: "Tạo tệp dữ liệu",
  again: "Tạo tệp mới",
  oneAtATime: "Một tệp đang được tạo.",
  making: "Đang tạo: {progress} %",
  leave: "Bạn có thể rời trang này. Chúng tôi gửi thư khi tệp sẵn sàng.",
  ready: "Sẵn sàng tải xuống ({size} KB)",
  made: "Yêu cầu",
  gone: "Bị xóa",
  download: "Tải xuống",
  failed: "Không tạo được tệp. Hãy yêu cầu tệp mới.",
  requestFailed: "Chưa yêu cầu được tệp",
  downloadFailed: "Chưa tải được tệp",
};
