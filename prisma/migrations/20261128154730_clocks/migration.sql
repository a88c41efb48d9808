-- CreateTable
CREATE TABLE "Clock" (
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "workingDays" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "firedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("kind","subjectId","step")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Clock_firedAt_dueAt_idx" ON "Clock"("firedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Holiday_day_key" ON "Holiday"("day");

-- What waits already gets its clocks; when they are due is reckoned anew before they fire.
INSERT INTO "Clock" (kind, "subjectId", step, since, "workingDays", "dueAt")
SELECT 'membership-request', r.id, s.step, (r."createdAt" AT TIME ZONE o."timeZone")::date, s.days, r."createdAt" + make_interval(days => s.days)
FROM "MembershipRequest" r CROSS JOIN "Organisation" o CROSS JOIN (VALUES ('reminder', 3), ('escalation', 7)) s(step, days) WHERE r."answeredAt" IS NULL;

INSERT INTO "Clock" (kind, "subjectId", step, since, "workingDays", "dueAt")
SELECT 'help-request', d.id, 'reminder', d."neededBy", 1, d."neededBy" + 1
FROM "Discussion" d WHERE d.kind = 'HELP_REQUEST' AND d."neededBy" >= current_date AND d."closedAt" IS NULL AND d."deletedAt" IS NULL;
