import type { RaiseIncidentInput } from "@pronaflow/contract/inputs/incidents";
import type { z } from "zod";
import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";

type Attack = Omit<z.input<typeof RaiseIncidentInput>, "reason">;

const WINDOW_MS = 10 * 60 * 1000;
/** Accounts that one address (IPv6: one /64) may fail at: an office does not reach it, a list of passwords does. */
const ACCOUNTS_BY_ADDRESS = 10;
/** Accounts that fail from many addresses in the same ten minutes. */
const ACCOUNTS_TOGETHER = 50;
const ADDRESSES_TOGETHER = 5;
/** Wrong second factors on one account: as many as end a challenge (spec ID-6). */
const WRONG_FACTORS = 5;

// What was typed is known by its digest alone; an IPv6 caller has a /64 to itself.
const FAILED = `SELECT at, CASE WHEN ip LIKE '%:%' THEN network(set_masklen(ip::inet, 64))::text ELSE ip END AS address,
    coalesce(encode(identifier_hash, 'hex'), account_id::text) AS target
  FROM auth_attempt WHERE at > $1 AND at <= $2 AND kind = 'sign_in' AND outcome = 'invalid_credentials'`;

/**
 * What the last ten minutes of the attempts ledger tell (spec ID-13): one address trying many accounts, failures across
 * many accounts from many addresses, guesses at one account's second factor. Sign-in itself waits for none of it.
 */
export async function listAttacks(services: Services): Promise<Attack[]> {
  const until = services.clock.now();
  const span = [new Date(until.getTime() - WINDOW_MS), until];
  return [
    ...(await sprayingAddresses(services, span)),
    ...(await failuresTogether(services, span)),
    ...(await guessedFactors(services, span)),
  ];
}

type Sprayer = { address: string; accounts: number; failures: number; first: Date; last: Date };

async function sprayingAddresses(services: Services, span: Date[]): Promise<Attack[]> {
  const rows = await ask<Sprayer>(
    services,
    "attempts_by_address",
    `SELECT address, count(DISTINCT target)::integer AS accounts, count(*)::integer AS failures, min(at) AS first,
       max(at) AS last FROM (${FAILED}) f WHERE address IS NOT NULL
     GROUP BY address HAVING count(DISTINCT target) >= ${ACCOUNTS_BY_ADDRESS} ORDER BY accounts DESC LIMIT 100`,
    span,
  );
  return rows.map(({ address, accounts, failures, first, last }) => ({
    kind: "address_spraying",
    severity: "HIGH",
    accountId: null,
    sameAs: `address_spraying:${address}`,
    evidence: { address, accounts, failures, from: first.toISOString(), until: last.toISOString() },
    seenAt: last,
  }));
}

type Together = { addresses: number; accounts: number; failures: number; first: Date; last: Date };

async function failuresTogether(services: Services, span: Date[]): Promise<Attack[]> {
  const rows = await ask<Together>(
    services,
    "attempts_together",
    `SELECT count(DISTINCT address)::integer AS addresses, count(DISTINCT target)::integer AS accounts,
       count(*)::integer AS failures, min(at) AS first, max(at) AS last FROM (${FAILED}) f
     HAVING count(DISTINCT target) >= ${ACCOUNTS_TOGETHER} AND count(DISTINCT address) >= ${ADDRESSES_TOGETHER}`,
    span,
  );
  return rows.map(({ addresses, accounts, failures, first, last }) => ({
    kind: "failures_across_accounts",
    severity: "HIGH",
    accountId: null,
    sameAs: "failures_across_accounts",
    evidence: { accounts, failures, addresses, from: first.toISOString(), until: last.toISOString() },
    seenAt: last,
  }));
}

type Guessed = { account_id: string; failures: number; addresses: number; first: Date; last: Date };

async function guessedFactors(services: Services, span: Date[]): Promise<Attack[]> {
  const rows = await ask<Guessed>(
    services,
    "attempts_at_factors",
    `SELECT t.account_id::text AS account_id, count(*)::integer AS failures, count(DISTINCT t.ip)::integer AS addresses,
       min(t.at) AS first, max(t.at) AS last FROM auth_attempt t JOIN account a ON a.id = t.account_id
     WHERE t.at > $1 AND t.at <= $2 AND t.outcome = 'factor_wrong'
     GROUP BY t.account_id HAVING count(*) >= ${WRONG_FACTORS} ORDER BY failures DESC LIMIT 100`,
    span,
  );
  return rows.map(({ account_id: accountId, failures, addresses, first, last }) => ({
    kind: "factor_guessing",
    severity: "MEDIUM",
    accountId,
    sameAs: `factor_guessing:${accountId}`,
    evidence: { failures, addresses, from: first.toISOString(), until: last.toISOString() },
    seenAt: last,
  }));
}

function ask<Row extends object>(services: Services, name: string, sql: string, span: Date[]): Promise<Row[]> {
  return reading(() => services.db.hot<Row>(name, sql, span));
}
