-- A list that nobody has filled in is empty, not NULL: Prisma reads the two alike, statements of our own do not.
ALTER TABLE "User" ALTER COLUMN "languages" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "knows" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "wants" SET DEFAULT ARRAY[]::TEXT[];

UPDATE "User" SET "languages" = coalesce("languages", '{}'), "knows" = coalesce("knows", '{}'), "wants" = coalesce("wants", '{}')
WHERE "languages" IS NULL OR "knows" IS NULL OR "wants" IS NULL;
