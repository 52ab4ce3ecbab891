import type { states as en } from "../en/states.ts";
import type { SameShape } from "../same-shape.ts";

export const states: SameShape<typeof en> = {
  errorTitle: "Không hiển thị được trang này",
  requestId: "Yêu cầu",
  retry: "Thử lại",
  loading: "Đang tải",
  loadFailed: "Không tải được nội dung này",
  networkFailed: "Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.",
};
