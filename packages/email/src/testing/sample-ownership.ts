import type { Addressed } from "../mail.ts";
import type { OwnershipProps } from "../ownership.ts";

const named = { workspaceName: "Quán Cà Phê Sài Gòn", fromName: "Trần Minh Đức", toName: "Lê Thu Hà" };
const link = "https://app.example/w/quan-ca-phe";
const offer = {
  ...named,
  timeZone: "Asia/Ho_Chi_Minh",
  link: "https://app.example/transfers",
  expiresAt: "2026-12-01T06:01:00.000Z",
};

/** One believable mail of each on who owns a workspace. */
export function sampleOwnership(who: Addressed): OwnershipProps {
  return {
    "ownership-offered": { ...who, ...offer },
    "ownership-offer-made": { ...who, ...offer },
    "ownership-transferred": { ...who, ...named, link },
    "ownership-offer-ended": {
      ...who,
      workspaceName: named.workspaceName,
      toName: named.toName,
      how: "DECLINED",
      link,
    },
    "ownership-succeeded": { ...who, ...named, link },
  };
}
