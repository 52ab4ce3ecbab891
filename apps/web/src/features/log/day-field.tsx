"use client";

import { Field } from "@pronaflow/ui/field";
import { Input } from "@pronaflow/ui/input";
import { useState } from "react";
import { isDay } from "./day-start.ts";

interface DayFieldProps {
  label: string;
  /** The day the address asks for. */
  day: string | null;
  onChange: (day: string | null) => void;
}

// A year being typed passes through 0002, 0020 and 0202.
const FIRST_DAY = "2000-01-01";

/** A day of the address; what is half typed stays where it is typed. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  const [draft, setDraft] = useState(day ?? "");
  const [known, setKnown] = useState(day);
  if (known !== day) {
    setKnown(day);
    setDraft(day ?? "");
  }
  return (
    <Field label={label} className="min-w-36 flex-1">
      <Input
        type="date"
        value={draft}
        onChange={({ target: { value } }) => {
          setDraft(value);
          if (value === "" || (isDay(value) && value >= FIRST_DAY)) onChange(value || null);
        }}
      />
    </Field>
  );
}
