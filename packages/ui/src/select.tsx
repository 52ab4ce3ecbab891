"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import * as Radix from "radix-ui/select";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { controlLook } from "./control-look.ts";
import { adoptDocumentNonce } from "./document-nonce.ts";
import { menuRow, menuSurface } from "./menu-look.ts";

export interface SelectOption {
  value: string;
  label: ReactNode;
  /** Before the label in the list: a picture. */
  icon?: ReactNode;
  /** A second, quieter line. */
  description?: ReactNode;
  disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<"button">, "value" | "defaultValue" | "onChange" | "dir"> {
  options: readonly SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
}

const nonce = adoptDocumentNonce();

/** One of a few. Works uncontrolled with `name` in a plain form too. */
export function Select(props: SelectProps) {
  const { options, value, defaultValue, onValueChange, placeholder, name, disabled, className, ...trigger } = props;
  return (
    <Radix.Root value={value} defaultValue={defaultValue} onValueChange={onValueChange} name={name} disabled={disabled}>
      <Radix.Trigger
        {...trigger}
        className={classNames(
          controlLook,
          "flex h-(--control-height) items-center justify-between gap-2 text-left data-[placeholder]:text-muted-foreground",
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className={classNames(
            menuSurface,
            "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)",
          )}
        >
          <Radix.Viewport nonce={nonce}>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className={classNames(menuRow, "pr-8")}
              >
                {option.icon}
                <span className="grid min-w-0">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.description ? (
                    <span className="text-muted-foreground text-xs">{option.description}</span>
                  ) : null}
                </span>
                <Radix.ItemIndicator className="absolute right-2">
                  <Check aria-hidden />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
