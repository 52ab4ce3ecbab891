import type { ProviderChoice } from "@pronaflow/contract/outputs/providers";
import type { ReactNode } from "react";
import { ProviderMark } from "./provider-mark.tsx";

export type MarkedProvider = ProviderChoice & { mark: ReactNode };

/** Gives each provider its sign. */
export function withMarks(providers: readonly ProviderChoice[]): MarkedProvider[] {
  return providers.map((provider) => ({ ...provider, mark: <ProviderMark provider={provider.key} /> }));
}
