import { Avatar } from "@pronaflow/ui/avatar";

interface AccountAvatarProps {
  accountId: string;
  name: string;
  /** Where their picture is; null: they have none. */
  picture: string | null;
  size?: "sm" | "md" | "lg" | undefined;
}

/** A person at a glance: their picture, else their initials. */
export function AccountAvatar({ accountId, name, picture, size }: AccountAvatarProps) {
  return <Avatar name={name} seed={accountId} src={picture} {...(size ? { size } : {})} />;
}
