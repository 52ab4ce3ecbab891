import type { password as en } from "../en/password.ts";
import { passwordRuleTexts } from "../password-rule-texts.ts";
import type { SameShape } from "../same-shape.ts";

export const password: SameShape<typeof en> = {
  show: "Hiện mật khẩu",
  hide: "Ẩn mật khẩu",
  capsLock: "Caps Lock đang bật.",
  meter: "Độ mạnh của mật khẩu",
  score0: "",
  score1: "Yếu",
  score2: "Tạm được",
  score3: "Tốt",
  score4: "Mạnh",
  met: "đã đạt",
  unmet: "chưa đạt",
  rule: passwordRuleTexts("vi"),
  rulesUnmet: "Hãy chọn mật khẩu đáp ứng mọi quy tắc bên dưới.",
};
