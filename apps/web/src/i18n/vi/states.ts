import type { SameShape } from "@pronaflow/app/i18n/same-shape.ts";
import { states as shared } from "@pronaflow/app/i18n/vi/states.ts";
import type { en } from "#i18n/en.ts";

export const states: SameShape<typeof en.states> = {
  ...shared,
  notFoundTitle: "Không có gì ở đây",
  notFound: "Địa chỉ có thể sai, hoặc nội dung đã bị xóa hay bạn không có quyền xem.",
  toStart: "Về trang đầu",
  error: "Hãy thử lại. Nếu vẫn vậy, hãy gửi cho chúng tôi số yêu cầu.",
};
