import type { Passkey } from "@pronaflow/contract/outputs/passkeys";

/** Whether a passkey answers on the host of the app that asks; one whose host was not written down may. */
export function answersHere({ host }: Pick<Passkey, "host">, here: string): boolean {
  return host === null || host === here;
}
