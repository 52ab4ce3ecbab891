import type { ClassValue } from "clsx";
import { clsx } from "clsx";

/**
 * Joins class names; of two that set the same property the later wins, so a caller can override a component. It knows
 * the families that components let callers override (space, size, text, ground, corners), not all of Tailwind: the
 * library that does weighs 10 KB on every page.
 */
export function classNames(...values: ClassValue[]): string {
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const name of clsx(values).split(" ").reverse()) {
    const property = propertyOf(name);
    if (property && seen.has(property)) continue;
    for (const covered of property ? coveredBy(property) : []) seen.add(covered);
    kept.push(name);
  }
  return kept.reverse().join(" ");
}

const FAMILY = /^((?:[^:[\]]|\[[^\]]*\])*:)?-?(size|[hwpm]|[pm][xytrbl]|(?:min|max)-[hw]|gap|rounded|bg|text)-(.+)$/;
const TEXT_SIZE = /^(xs|sm|base|lg|xl|2xl|\[\d)/;
const TEXT_FLOW = /^(left|right|center|start|end|wrap|nowrap|balance|pretty|ellipsis|clip)$/;

/** Which property of which state a class sets: "hover:bg", "p", "text-size"; null where it is of no known family. */
function propertyOf(name: string): string | null {
  const [, state = "", family = "", value = ""] = FAMILY.exec(name) ?? [];
  if (!family) return null;
  if (family !== "text") return state + family;
  if (TEXT_SIZE.test(value)) return `${state}text-size`;
  return TEXT_FLOW.test(value) ? `${state}text-flow` : `${state}text-colour`;
}

const COVERS: Record<string, readonly string[]> = {
  p: ["p", "px", "py", "pt", "pr", "pb", "pl"],
  px: ["px", "pl", "pr"],
  py: ["py", "pt", "pb"],
  m: ["m", "mx", "my", "mt", "mr", "mb", "ml"],
  mx: ["mx", "ml", "mr"],
  my: ["my", "mt", "mb"],
  size: ["size", "h", "w"],
};

/** A class for all sides also replaces those for one. */
function coveredBy(property: string): string[] {
  const at = property.lastIndexOf(":") + 1;
  return (COVERS[property.slice(at)] ?? [property.slice(at)]).map((covered) => property.slice(0, at) + covered);
}
