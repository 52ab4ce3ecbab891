import type { TestSystem } from "./test-system.ts";

export interface TestMail {
  template: string;
  to: string;
  locale: string;
  props: Record<string, unknown>;
}

/** The mails that committed changes have asked for, oldest first, with their sealed properties opened. */
export async function mailsTo(system: TestSystem, address: string): Promise<TestMail[]> {
  const { rows } = await system.owner.query<{ id: string; template: string; locale: string; payload: string }>(
    "SELECT id, template, locale, payload FROM mail_outbox WHERE recipient = $1 ORDER BY created_at, id",
    [address],
  );
  return rows.map(({ id, template, locale, payload }) => ({
    template,
    to: address,
    locale,
    props: JSON.parse(system.web.keys.open(payload, `mail:${id}`)) as Record<string, unknown>,
  }));
}

/** The token in the newest mail of a kind: what a person would follow. `name`: which of its links. */
export async function linkTokenOf(
  system: TestSystem,
  address: string,
  template: string,
  name = "link",
): Promise<string> {
  const mails = await mailsTo(system, address);
  const link = String(mails.filter((mail) => mail.template === template).at(-1)?.props[name] ?? "");
  const token = /#token=([a-z2-7]+)$/.exec(link)?.[1];
  if (!token) throw new Error(`No ${template} mail with a link went to ${address}.`);
  return token;
}

export interface TestAuditRow {
  action: string;
  actorKind: string;
  actorId: string | null;
  target: string;
  workspaceId: string | null;
  detail: { before: Record<string, unknown> | null; after: Record<string, unknown> | null; reason: string | null };
}

/** The audit rows of one target, in the order of their chain. */
export async function auditOf(system: TestSystem, target: string): Promise<TestAuditRow[]> {
  const { rows } = await system.owner.query<Omit<TestAuditRow, "detail"> & { detail: string }>(
    `SELECT e.action, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.target, e.workspace_id AS "workspaceId",
       d.detail FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id WHERE e.target = $1 ORDER BY e.chain, e.seq`,
    [target],
  );
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as TestAuditRow["detail"] }));
}

/** Runs one act twenty times at once and sorts the answers into values and failure codes. */
export async function twentyAtOnce<T>(act: (index: number) => Promise<T>): Promise<{ values: T[]; codes: string[] }> {
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => act(index)));
  const values = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const codes = results.flatMap((result) =>
    result.status === "rejected" ? [String(result.reason?.code ?? result.reason)] : [],
  );
  return { values, codes };
}
