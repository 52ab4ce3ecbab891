import type { RestMethod } from "./meta.ts";
import type { Operation } from "./operations.ts";

/** What a path leads to: the operations by method, and the values of its parameters. */
export interface Found {
  methods: Map<RestMethod, Operation>;
  parameters: Record<string, string>;
}

interface Route {
  segments: string[];
  methods: Map<RestMethod, Operation>;
}

/**
 * Finds operations by path. A literal segment wins over a parameter (`/workspaces/new` before `/workspaces/{id}`).
 * Null for an unknown path and for one that is not validly encoded.
 */
export function createRoutes(operations: readonly Operation[]): (path: string) => Found | null {
  const routes = new Map<string, Route>();
  for (const operation of operations) {
    const key = operation.path.replace(/\{[^}]*\}/g, "{}");
    const route = routes.get(key) ?? { segments: operation.path.split("/").slice(1), methods: new Map() };
    route.methods.set(operation.method, operation);
    routes.set(key, route);
  }
  const byWeight = [...routes.values()].sort((a, b) => parameterCount(a) - parameterCount(b));
  return (path) => {
    const segments = path.split("/").slice(1);
    for (const route of byWeight) {
      const values = matchSegments(route.segments, segments);
      if (values) return { methods: route.methods, parameters: values };
    }
    return null;
  };
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const values: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at] ?? "";
    if (!isParameter(part)) {
      if (part !== segment) return null;
      continue;
    }
    const value = decode(segment);
    if (!value) return null;
    values[part.slice(1, -1)] = value;
  }
  return values;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function parameterCount(route: Route): number {
  return route.segments.filter(isParameter).length;
}

function isParameter(segment: string): boolean {
  return segment.startsWith("{");
}
