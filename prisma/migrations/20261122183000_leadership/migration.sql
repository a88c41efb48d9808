-- DropIndex
DROP INDEX "Membership_communityId_role_joinedAt_idx";

-- CreateTable
CREATE TABLE "LeadershipOffer" (
    "id" UUID NOT NULL,
    "communityId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "askedById" UUID,
    "leaving" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,

    CONSTRAINT "LeadershipOffer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Membership_communityId_role_joinedAt_userId_idx" ON "Membership"("communityId", "role" DESC, "joinedAt", "userId");

-- CreateIndex
CREATE INDEX "LeadershipOffer_communityId_answeredAt_idx" ON "LeadershipOffer"("communityId", "answeredAt");

-- CreateIndex
CREATE INDEX "LeadershipOffer_userId_answeredAt_idx" ON "LeadershipOffer"("userId", "answeredAt");

-- AddForeignKey
ALTER TABLE "LeadershipOffer" ADD CONSTRAINT "LeadershipOffer_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadershipOffer" ADD CONSTRAINT "LeadershipOffer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
