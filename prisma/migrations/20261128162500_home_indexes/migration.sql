-- CreateIndex
CREATE INDEX "Discussion_kind_replyCount_createdAt_id_idx" ON "Discussion"("kind", "replyCount", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "DiscussionMove_doneAt_createdAt_idx" ON "DiscussionMove"("doneAt", "createdAt");

-- CreateIndex
CREATE INDEX "Mention_userId_createdAt_idx" ON "Mention"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Report_resolvedAt_createdAt_idx" ON "Report"("resolvedAt", "createdAt");

-- CreateIndex
CREATE INDEX "User_joinedAt_idx" ON "User"("joinedAt");
