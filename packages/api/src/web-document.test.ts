import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { createDocument } from "./rest/document.ts";
import { operationsOf } from "./rest/operations.ts";
import { webRouter } from "./web/index.ts";

/** The fixed calls of DEV-2 for what exists; parameters by any name. */
const FIXED = [
  "POST /auth/register 202",
  "POST /auth/verify-email 200",
  "POST /auth/resend-verification 202",
  "POST /auth/login 200",
  "POST /auth/mfa/verify 200",
  "POST /auth/step-up 200",
  "POST /auth/logout 204",
  "GET /auth/me 200",
  "POST /auth/password-reset 202",
  "POST /auth/password-reset/confirm 200",
  "POST /auth/password-change 200",
  "POST /auth/mfa/enable 200",
  "POST /auth/mfa/confirm 200",
  "POST /auth/mfa/disable 200",
  "GET /auth/mfa/backup-codes 200",
  "POST /auth/mfa/regenerate-backup-codes 200",
  "GET /auth/oauth/{}/authorize 200",
  "POST /auth/oauth/{}/callback 200",
  "GET /auth/sessions 200",
  "POST /auth/sessions/revoke 200",
  "POST /auth/sessions/revoke-all 200",
  "POST /workspaces 201",
  "GET /workspaces 200",
  "GET /workspaces/{} 200",
  "PATCH /workspaces/{} 200",
  "DELETE /workspaces/{} 200",
  "GET /workspaces/{}/impact 200",
  "GET /workspaces/{}/members 200",
  "PATCH /workspaces/{}/members/{} 200",
  "DELETE /workspaces/{}/members/{} 200",
  "POST /workspaces/{}/leave 200",
];

test("every fixed call of the REST face exists with its status", () => {
  const addresses = operationsOf(webRouter).map(
    ({ method, path, status = 200 }) => `${method} ${path.replace(/\{[^}]*\}/g, "{}")} ${status}`,
  );
  expect(addresses).toEqual(expect.arrayContaining(FIXED));
});

test("the user app's document is valid OpenAPI 3.1, and every success but 204 says what it holds", async () => {
  const document = structuredClone(createDocument(operationsOf(webRouter), "http://localhost:3000"));
  const { valid, errors } = await new Validator().validate(document as Record<string, unknown>);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  const withoutOutput = operationsOf(webRouter).filter(({ status, output }) => status !== 204 && output === null);
  expect(withoutOutput.map(({ name }) => name)).toEqual([]);
});
