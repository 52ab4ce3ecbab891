-- Wrong codes given as the proof of an offer: the fifth ends it, as it ends a challenge.
ALTER TABLE "provider_flow" ADD COLUMN "failures" INTEGER NOT NULL DEFAULT 0;
