-- What happens again while its incident is open is counted on it: one open incident of the same thing.
CREATE UNIQUE INDEX incident_one_open ON incident (same_as) WHERE state <> 'RESOLVED';
ALTER TABLE incident ADD CONSTRAINT incident_occurrences_positive CHECK (occurrences > 0);

-- Where the account has signed in from this browser: a laptop that travels home again is in no new country.
ALTER TABLE "known_device" ADD COLUMN "countries" TEXT[] DEFAULT ARRAY[]::TEXT[];
