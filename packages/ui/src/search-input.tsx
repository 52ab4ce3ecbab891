"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { Input } from "./input.tsx";

interface SearchInputProps {
  labels: { search: string; clear: string };
  placeholder?: string;
  /** The name of the query parameter: without JavaScript the form is a GET with it. */
  name: string;
  defaultValue?: string;
  /** Called 250 ms after the last key, and at once on Enter and on clearing. */
  onSearch: (text: string) => void;
  className?: string;
}

const WAIT_MS = 250;

/** Finds within a list. */
export function SearchInput({ labels, placeholder, name, defaultValue = "", onSearch, className }: SearchInputProps) {
  const [text, setText] = useState(defaultValue);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (value: string, waitMs: number) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(value.trim()), waitMs);
  };

  return (
    <search className={className}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(text, 0);
        }}
        className="relative"
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          ref={input}
          type="search"
          name={name}
          aria-label={labels.search}
          placeholder={placeholder}
          value={text}
          onChange={(event) => search(event.target.value, WAIT_MS)}
          autoComplete="off"
          enterKeyHint="search"
          className={classNames("pr-10 pl-9 [&::-webkit-search-cancel-button]:hidden")}
        />
        {text ? (
          <button
            type="button"
            aria-label={labels.clear}
            onClick={() => {
              search("", 0);
              input.current?.focus();
            }}
            className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-md text-muted-foreground hover:text-foreground focus-visible:-outline-offset-2"
          >
            <X aria-hidden className="size-4" />
          </button>
        ) : null}
      </form>
    </search>
  );
}
