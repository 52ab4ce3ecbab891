import { randomInt } from "node:crypto";

/**
 * Headers of a request from an address of its own, as the proxy in front would say it: each person of a run comes from
 * home, or the limit on registrations from one address would end the run.
 */
export function fromElsewhere(): { "x-forwarded-for": string } {
  return { "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}` };
}
