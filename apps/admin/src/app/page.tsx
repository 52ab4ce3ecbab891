import { redirect } from "next/navigation";

/** The door: the list of workspaces, which leads to sign-in where nobody is. */
export default function StartPage() {
  redirect("/workspaces");
}
