-- Search, first form. (No semicolon but at the end of a statement: the migration engine splits there.)
--  Titles are compared by their letters only (small, without accents), so the folded title stands in a column of
-- its own, which the indexer writes together with the rest of the row.
ALTER TABLE "SearchDocument" ADD COLUMN "folded" TEXT NOT NULL DEFAULT '';
DROP INDEX "SearchDocument_title_idx";
CREATE INDEX "SearchDocument_folded_idx" ON "SearchDocument" USING GIN ("folded" gin_trgm_ops);

-- Small letters without accents: how words are compared where no dictionary helps.
CREATE FUNCTION sw_fold(said text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(unaccent(said))
$$;

-- The words of HTML that we rendered ourselves: blocks become spaces, other tags vanish, entities become characters. Control
-- characters go: two of them mark the words found in an excerpt.
CREATE FUNCTION sw_plain(html text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      regexp_replace(
        regexp_replace(html, '</?(p|div|br|hr|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|pre|table|thead|tbody|tr|td|th|figure|figcaption|section|details|summary|img)\M[^>]*>', ' ', 'gi'),
        '<[^>]*>', '', 'g'),
      '&lt\x3b', '<', 'g'), '&gt\x3b', '>', 'g'), '&quot\x3b', '"', 'g'), '&(#39|#x27|apos)\x3b', '''', 'g'), '&nbsp\x3b', ' ', 'g'), '&amp' || chr(59), '&'),
    '[\s\u0001-\u001f\u007f\u00a0]+', ' ', 'g'))
$$;

-- The distinct words of four letters or more in a text, folded: the vocabulary that typing errors are compared with.
CREATE FUNCTION sw_words(said text) RETURNS SETOF text LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 50 AS $$
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', unaccent(said)))) word WHERE word ~ '^[[:alpha:]]{4,40}$'
$$;

-- What is compared with a query: title before tags before names of files before the text itself.
CREATE FUNCTION sw_document(language text, title text, tags text, files text, said text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector(sw_config(language), title), 'A') || setweight(to_tsvector(sw_config(language), tags), 'B')
    || setweight(to_tsvector(sw_config(language), files), 'C') || setweight(to_tsvector(sw_config(language), said), 'D')
$$;
