import type { ActivityAction } from "@pronaflow/contract";
import {
  Archive,
  Fingerprint,
  KeyRound,
  Link2,
  LogIn,
  Mail,
  MonitorSmartphone,
  ShieldCheck,
  TriangleAlert,
  UserRound,
} from "lucide-react";
import type { ReactNode } from "react";

type NounOf<Action> = Action extends `${infer Noun}.${string}` ? Noun : never;

const ICONS: Record<NounOf<ActivityAction>, ReactNode> = {
  account: <UserRound />,
  attempt: <TriangleAlert className="text-warning-ink" />,
  backup_codes: <ShieldCheck />,
  device: <MonitorSmartphone />,
  email_change: <Mail />,
  export: <Archive />,
  mfa: <ShieldCheck />,
  passkey: <Fingerprint />,
  provider: <Link2 />,
  session: <LogIn />,
  sessions: <LogIn />,
  token: <KeyRound />,
};

/** What kind of thing happened, for the eye alone. */
export function ActivityIcon({ action }: { action: ActivityAction }) {
  const noun = action.slice(0, action.indexOf(".")) as NounOf<ActivityAction>;
  return (
    <span aria-hidden className="shrink-0 self-start text-muted-foreground [&_svg]:size-5">
      {ICONS[noun]}
    </span>
  );
}
