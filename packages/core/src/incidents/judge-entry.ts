import type { Tx } from "@pronaflow/db";
import type { EarlierEntries } from "../devices/meet-device.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import type { NoticeOwner } from "../notices/notice-mail.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { countryName, describeOrigin } from "../sessions/describe-origin.ts";
import { readOrigin } from "../sessions/read-origin.ts";
import { openIncident } from "./open-incident.ts";
import { isImpossibleTravel, kilometersBetween } from "./rules.ts";

export interface EntryRisk {
  /** What speaks against the owner: kinds of incidents. */
  kinds: ("impossible_travel" | "new_country" | "new_device")[];
  /** Travel and a new country ask for a step-up before anything of weight (spec ID-13). */
  asksForProof: boolean;
  /** One mail, of the gravest. */
  mails: Mail[];
}

interface Entry {
  earlier: EarlierEntries;
  isNewDevice: boolean;
}

/**
 * Judges a way into the account by where it was entered before, opens an incident for each rule it breaks and tells the
 * owner. The very first entry breaks none; a place that is not known speaks neither for nor against.
 */
export async function judgeEntry(tx: Tx, ctx: RequestContext, owner: NoticeOwner, entry: Entry): Promise<EntryRisk> {
  const { last, knowsCountry } = entry.earlier;
  if (!last) return { kinds: [], asksForProof: false, mails: [] };
  const here = readOrigin(ctx);
  const kilometers = travelledKilometers(ctx, last);
  const kinds: EntryRisk["kinds"] = [];
  if (kilometers !== null) kinds.push("impossible_travel");
  if (!knowsCountry) kinds.push("new_country");
  if (entry.isNewDevice) kinds.push("new_device");
  for (const kind of kinds) {
    await openIncident(tx, ctx, {
      kind,
      severity: SEVERITY[kind],
      accountId: owner.id,
      sameAs: [kind, owner.id, ...(kind === "new_device" ? [] : [here.country ?? ""])].join(":"),
      evidence: {
        ...{ ip: here.ip, city: here.city, country: here.country, browser: here.browser, os: here.os },
        ...{ earlierIp: last.ip, earlierCity: last.city, earlierCountry: last.country },
        ...{ earlierAt: last.at.toISOString(), kilometers },
      },
    });
  }
  const asksForProof = kilometers !== null || !knowsCountry;
  return { kinds, asksForProof, mails: await mailGravest(tx, ctx, owner, kinds[0], { last, kilometers }) };
}

const SEVERITY = { impossible_travel: "HIGH", new_country: "MEDIUM", new_device: "LOW" } as const;

type Last = NonNullable<EarlierEntries["last"]>;

/** How far the way from the last entry is, where nobody can have come that far since; null otherwise. */
function travelledKilometers(ctx: RequestContext, last: Last): number | null {
  const { places, clock } = ctx.services;
  const [from, to] = [places.lookup(last.ip)?.point, places.lookup(ctx.ip)?.point];
  if (!from || !to) return null;
  const kilometers = Math.round(kilometersBetween(from, to));
  return isImpossibleTravel(kilometers, clock.now().getTime() - last.at.getTime()) ? kilometers : null;
}

async function mailGravest(
  tx: Tx,
  ctx: RequestContext,
  owner: NoticeOwner,
  kind: EntryRisk["kinds"][number] | undefined,
  { last, kilometers }: { last: Last; kilometers: number | null },
): Promise<Mail[]> {
  if (kind === "impossible_travel" && kilometers !== null) {
    const { place = "–" } = describeOrigin({ ...last, browser: null, os: null, device: null }, owner.locale);
    const facts = { earlierPlace: place, earlierAt: last.at.toISOString(), kilometers };
    return [await noticeMail(tx, ctx, owner, { template: "impossible-travel", facts })];
  }
  if (kind === "new_country") {
    const country = countryName(readOrigin(ctx).country ?? "", owner.locale);
    return [await noticeMail(tx, ctx, owner, { template: "new-country", facts: { country } })];
  }
  return kind === "new_device" ? [await noticeMail(tx, ctx, owner, { template: "new-device", facts: {} })] : [];
}
