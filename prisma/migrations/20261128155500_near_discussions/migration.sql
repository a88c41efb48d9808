-- What is near to a discussion is found when it is written, not each time it is read.
CREATE TABLE "NearDiscussion" (
    "discussionId" UUID NOT NULL,
    "nearId" UUID NOT NULL,
    "nearness" REAL NOT NULL,

    CONSTRAINT "NearDiscussion_pkey" PRIMARY KEY ("discussionId","nearId")
);
CREATE INDEX "NearDiscussion_nearId_idx" ON "NearDiscussion"("nearId");
ALTER TABLE "NearDiscussion" ADD CONSTRAINT "NearDiscussion_discussionId_fkey" FOREIGN KEY ("discussionId") REFERENCES "Discussion"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NearDiscussion" ADD CONSTRAINT "NearDiscussion_nearId_fkey" FOREIGN KEY ("nearId") REFERENCES "Discussion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- When that was last done; discussions that are there already, and imported ones, are caught up with by a clock.
ALTER TABLE "Discussion" ADD COLUMN "nearAt" TIMESTAMPTZ(3);
CREATE INDEX "Discussion_nearAt_idx" ON "Discussion"("nearAt");
