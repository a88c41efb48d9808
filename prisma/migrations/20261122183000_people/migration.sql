-- A new mail address is confirmed by whoever reads its mail. The wish to be erased waits for HR.
CREATE TABLE "EmailChange" (
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailChange_pkey" PRIMARY KEY ("tokenHash")
);
CREATE INDEX "EmailChange_userId_idx" ON "EmailChange"("userId");
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ErasureRequest" (
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ErasureRequest_pkey" PRIMARY KEY ("userId")
);
ALTER TABLE "ErasureRequest" ADD CONSTRAINT "ErasureRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the directory of people is searched by stands folded in a column of its own, written by triggers, so that whoever
-- writes a person (an import, the demo) keeps it right. (\x3b is the semicolon, which the migration engine would split at.)
ALTER TABLE "User" ADD COLUMN "sought" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION sw_sought() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  NEW.sought := CASE WHEN NEW.name IS NULL THEN \'\' ELSE sw_fold(concat_ws(\' \', NEW.name, NEW.handle, NEW.position,
    (SELECT name FROM "Unit" WHERE id = NEW."unitId"), array_to_string(NEW.knows, \' \'))) END\x3b
  RETURN NEW\x3b
END';
CREATE TRIGGER "User_sought" BEFORE INSERT OR UPDATE ON "User" FOR EACH ROW EXECUTE FUNCTION sw_sought();

CREATE FUNCTION sw_unit_renamed() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  UPDATE "User" SET sought = \'\' WHERE "unitId" = NEW.id\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER "Unit_renamed" AFTER UPDATE OF name ON "Unit" FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION sw_unit_renamed();

UPDATE "User" SET "sought" = '';
CREATE INDEX "User_sought_idx" ON "User" USING GIN ("sought" gin_trgm_ops);
