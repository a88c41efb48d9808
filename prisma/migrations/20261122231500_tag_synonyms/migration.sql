-- The synonyms of a tag are looked up by the tag they stand for.
CREATE INDEX "Tag_mergedIntoId_idx" ON "Tag"("mergedIntoId");
