-- How far someone has read, and from when on a community is new to them.
ALTER TABLE "Membership" ADD COLUMN "caughtUpAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "Reading" (
    "userId" UUID NOT NULL,
    "discussionId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("userId","discussionId")
);
CREATE INDEX "Reading_discussionId_idx" ON "Reading"("discussionId");
CREATE INDEX "Discussion_communityId_lastActivityAt_idx" ON "Discussion"("communityId", "lastActivityAt" DESC);
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_discussionId_fkey" FOREIGN KEY ("discussionId") REFERENCES "Discussion"("id") ON DELETE CASCADE ON UPDATE CASCADE;
