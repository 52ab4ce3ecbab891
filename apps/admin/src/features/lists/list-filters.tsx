"use client";

import { SearchInput } from "@pronaflow/ui/search-input";
import { Segmented } from "@pronaflow/ui/segmented";
import { useCurrentInView } from "@pronaflow/ui/use-current-in-view";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";

interface ListFiltersProps {
  views: ComponentProps<typeof Segmented>["items"];
  /** What is searched for now. */
  q: string;
  /** The first page of the same view, with other words. */
  addressOf: (q: string) => string;
  words: { filters: string; search: string; clear: string; placeholder: string };
}

/** The views of a list and the search within them; the address holds the answer. */
export function ListFilters({ views, q, addressOf, words }: ListFiltersProps) {
  const router = useRouter();
  const box = useCurrentInView(addressOf(q));
  return (
    <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:justify-between">
      <div ref={box} className="flex min-w-0">
        <Segmented as={Link} label={words.filters} items={views} />
      </div>
      <SearchInput
        // Going back, or to all, brings other words into the box.
        key={q === "" ? "empty" : "filled"}
        className="sm:w-72"
        name="q"
        labels={{ search: words.search, clear: words.clear }}
        placeholder={words.placeholder}
        defaultValue={q}
        onSearch={(sought) => router.replace(addressOf(sought), { scroll: false })}
      />
    </div>
  );
}
