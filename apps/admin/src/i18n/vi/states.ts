import type { en } from "#i18n/en.ts";
import type { SameShape } from "#i18n/same-shape.ts";

export const states: SameShape<typeof en.states> = {
  notFoundTitle: "Không có gì ở đây",
  notFound: "Địa chỉ có thể sai, hoặc nội dung đã bị xóa hẳn.",
  toStart: "Đến danh sách không gian làm việc",
  errorTitle: "Không hiển thị được trang này",
  error: "Hãy thử lại. Nếu vẫn vậy, hãy gửi cho chúng tôi số yêu cầu.",
  requestId: "Yêu cầu",
  retry: "Thử lại",
  loading: "Đang tải",
  loadFailed: "Không tải được nội dung này",
  networkFailed: "Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.",
};
