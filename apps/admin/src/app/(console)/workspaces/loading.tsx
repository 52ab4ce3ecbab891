import { Skeleton } from "@pronaflow/ui/skeleton";

export default function WorkspacesLoading() {
  return (
    <div className="grid gap-4" aria-busy>
      <Skeleton className="h-7 w-48" />
      <Skeleton className="h-10 w-full sm:h-8" />
      <Skeleton className="h-120 w-full" />
    </div>
  );
}
