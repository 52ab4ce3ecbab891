import { useRef } from "react";

/** For a list that is narrowed by typing: with each change it shows its top, where the best match is. */
export function useListTop() {
  const list = useRef<HTMLDivElement>(null);
  return {
    list,
    // The rows are put in order after the change, and the one that was chosen before is brought into view.
    showTop: () => requestAnimationFrame(() => list.current?.scrollTo({ top: 0 })),
  };
}
