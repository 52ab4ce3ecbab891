import type { ReactNode } from "react";
import { AccountNav } from "#features/account/account-nav.tsx";
import { getMe } from "#session/get-me.ts";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  // The page itself leads to sign-in: it knows where back to.
  if (!(await getMe())) return children;
  return (
    <>
      <AccountNav />
      {children}
    </>
  );
}
