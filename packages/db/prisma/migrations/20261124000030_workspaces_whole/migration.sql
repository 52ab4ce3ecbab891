-- CreateEnum
CREATE TYPE "InvitationState" AS ENUM ('PENDING', 'ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED', 'VOID');

-- CreateEnum
CREATE TYPE "TransferState" AS ENUM ('PENDING', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED');

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "deactivated_at" TIMESTAMPTZ(6),
ADD COLUMN     "ends_at" TIMESTAMPTZ(6),
ADD COLUMN     "heir_account_id" UUID;

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "held_at" TIMESTAMPTZ(6),
ADD COLUMN     "held_by" UUID,
ADD COLUMN     "hold_reason" TEXT,
ADD COLUMN     "ownerless_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "workspace_settings" ADD COLUMN     "accent_colour" TEXT;

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "call_digest" BYTEA NOT NULL,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key_hash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_normal" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "member_ends_at" TIMESTAMPTZ(6),
    "state" "InvitationState" NOT NULL DEFAULT 'PENDING',
    "token_hash" BYTEA NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "sent_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_at" TIMESTAMPTZ(6),
    "bounced_at" TIMESTAMPTZ(6),
    "mail_id" UUID,
    "ended_at" TIMESTAMPTZ(6),
    "accepted_by" UUID,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "ownership_transfer" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_account_id" UUID NOT NULL,
    "to_account_id" UUID NOT NULL,
    "state" "TransferState" NOT NULL DEFAULT 'PENDING',
    "offered_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "ownership_transfer_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "workspace_logo" (
    "workspace_id" UUID NOT NULL,
    "image" BYTEA NOT NULL,
    "small" BYTEA NOT NULL,
    "version" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "workspace_logo_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "workspace_billing" (
    "workspace_id" UUID NOT NULL,
    "billing_email" TEXT NOT NULL DEFAULT '',
    "legal_name" TEXT NOT NULL DEFAULT '',
    "tax_id" TEXT NOT NULL DEFAULT '',
    "address_line1" TEXT NOT NULL DEFAULT '',
    "address_line2" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "region" TEXT NOT NULL DEFAULT '',
    "postal_code" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "plan" TEXT NOT NULL DEFAULT 'FREE',
    "seats_allowed" INTEGER,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "workspace_billing_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "workspace_policy" (
    "workspace_id" UUID NOT NULL,
    "mfa_required_from" TIMESTAMPTZ(6),
    "mfa_reminded_at" TIMESTAMPTZ(6),
    "invitation_domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "session_max_minutes" INTEGER,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "workspace_policy_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "workspace_export" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'QUEUED',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "entries" INTEGER,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "finished_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6),
    "file" BYTEA,

    CONSTRAINT "workspace_export_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "idempotency_key_expires_at_idx" ON "idempotency_key"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_workspace_id_created_at_id_idx" ON "invitation"("workspace_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "invitation_email_normal_idx" ON "invitation"("email_normal");

-- CreateIndex
CREATE INDEX "invitation_state_expires_at_idx" ON "invitation"("state", "expires_at");

-- CreateIndex
CREATE INDEX "invitation_mail_id_idx" ON "invitation"("mail_id");

-- CreateIndex
CREATE INDEX "ownership_transfer_to_account_id_state_idx" ON "ownership_transfer"("to_account_id", "state");

-- CreateIndex
CREATE INDEX "ownership_transfer_state_expires_at_idx" ON "ownership_transfer"("state", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "ownership_transfer_id_key" ON "ownership_transfer"("id");

-- CreateIndex
CREATE INDEX "workspace_export_workspace_id_requested_at_id_idx" ON "workspace_export"("workspace_id", "requested_at", "id");

-- CreateIndex
CREATE INDEX "workspace_export_state_expires_at_idx" ON "workspace_export"("state", "expires_at");

-- CreateIndex
CREATE INDEX "membership_workspace_id_joined_at_id_idx" ON "membership"("workspace_id", "joined_at", "id");

-- CreateIndex
CREATE INDEX "membership_workspace_id_role_joined_at_id_idx" ON "membership"("workspace_id", "role", "joined_at", "id");

-- CreateIndex
CREATE INDEX "membership_ends_at_idx" ON "membership"("ends_at");

-- CreateIndex
CREATE INDEX "workspace_ownerless_at_idx" ON "workspace"("ownerless_at");

-- AddForeignKey
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ownership_transfer" ADD CONSTRAINT "ownership_transfer_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_logo" ADD CONSTRAINT "workspace_logo_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_billing" ADD CONSTRAINT "workspace_billing_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_policy" ADD CONSTRAINT "workspace_policy_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workspace_export" ADD CONSTRAINT "workspace_export_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
