import { Button } from "@pronaflow/ui/button";
import Link from "next/link";

interface PostureActProps {
  label: string;
  href: string;
  /** Why it is not this reader's to do. */
  disabledReason?: string | null;
}

/** The way to what mends a weakness. */
export function PostureAct({ label, href, disabledReason }: PostureActProps) {
  if (disabledReason) return <Button disabledReason={disabledReason}>{label}</Button>;
  return (
    <Button asChild>
      <Link href={href}>{label}</Link>
    </Button>
  );
}
