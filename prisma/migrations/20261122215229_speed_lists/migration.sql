-- CreateIndex
CREATE INDEX "Discussion_communityId_lastActivityAt_id_idx" ON "Discussion"("communityId", "lastActivityAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Discussion_communityId_kind_replyCount_createdAt_id_idx" ON "Discussion"("communityId", "kind", "replyCount", "createdAt" DESC, "id" DESC);
