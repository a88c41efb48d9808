-- CreateTable
CREATE TABLE "PrivateAddress" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "communityId" UUID,
    "path" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PrivateAddress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PrivateAddress_keyHash_key" ON "PrivateAddress"("keyHash");

-- CreateIndex
CREATE INDEX "PrivateAddress_userId_revokedAt_idx" ON "PrivateAddress"("userId", "revokedAt");

-- CreateIndex
CREATE INDEX "PrivateAddress_communityId_idx" ON "PrivateAddress"("communityId");

-- CreateIndex
CREATE INDEX "Discussion_communityId_acceptedAt_id_idx" ON "Discussion"("communityId", "acceptedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Discussion_communityId_neededBy_idx" ON "Discussion"("communityId", "neededBy");

-- AddForeignKey
ALTER TABLE "PrivateAddress" ADD CONSTRAINT "PrivateAddress_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateAddress" ADD CONSTRAINT "PrivateAddress_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE CASCADE ON UPDATE CASCADE;
