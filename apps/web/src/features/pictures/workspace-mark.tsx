"use client";

import { Avatar } from "@pronaflow/ui/avatar";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";

interface WorkspaceMarkProps {
  id: string;
  name: string;
  size?: "sm" | "md" | "lg";
}

/** A workspace at a glance: its logo, else its initials in its colour. */
export function WorkspaceMark({ id, name, size }: WorkspaceMarkProps) {
  const marks = useQuery({ ...useTRPC().workspaces.marks.queryOptions(), staleTime: 5 * 60_000 });
  const mark = marks.data?.items.find((item) => item.id === id);
  return <Avatar name={name} seed={id} shape="square" size={size} tones={mark?.tones} src={mark?.logo} />;
}
