-- A text is plain by the time it is indexed: what looks like a tag or an entity in it was written by somebody (code, a formula), and its
-- words count. PostgreSQL's parser would leave them out.
CREATE OR REPLACE FUNCTION sw_vector(language text, said text) RETURNS tsvector LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN language IN ('pl', 'sv') THEN sw_cut(language, to_tsvector(sw_config(language), translate(said, '<>&', '   '))::text)::tsvector
    ELSE to_tsvector(sw_config(language), translate(said, '<>&', '   ')) END
$$;
CREATE OR REPLACE FUNCTION sw_words(said text) RETURNS SETOF text LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 50 AS $$
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('simple', unaccent(translate(said, '<>&', '   '))))) word WHERE word ~ '^[[:alpha:]]{4,40}$'
$$;
