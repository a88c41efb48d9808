-- Polish, for which PostgreSQL has no stemmer: the stems of each word that was met, without accents, made by a stemmer of the registry when a text is
-- written and when something is asked (lib/search/polish). A word may have several. Never shown: a word may come from a private place.
-- (No semicolon but at the end of a statement: the migration engine splits there, so \x3b stands for it.)
CREATE TABLE "SearchStem" (
    "form" TEXT NOT NULL,
    "stems" TEXT[],

    CONSTRAINT "SearchStem_pkey" PRIMARY KEY ("form")
);
CREATE INDEX "SearchStem_stems_idx" ON "SearchStem" USING GIN ("stems");

-- By which rules a row was made: what was made by older ones is made again, little by little, by a clock.
ALTER TABLE "SearchDocument" ADD COLUMN "made" INTEGER NOT NULL DEFAULT 0;

-- What a word of Polish is found by: its ending cut off as before (rows of then are found by it), and its stems.
CREATE FUNCTION sw_stems(lexeme text) RETURNS text[] LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT trim(both '''' from sw_cut('pl', '''' || lexeme || '''')) || coalesce((SELECT stems FROM "SearchStem" WHERE form = lexeme), '{}')
$$;

-- The words of a text in its language, as they are indexed.
CREATE OR REPLACE FUNCTION sw_vector(language text, said text) RETURNS tsvector LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE language
    WHEN 'pl' THEN coalesce((SELECT string_agg(format('%L:%s', replace(stem, '\', '\\'), array_to_string(positions, ',')), ' ')
      FROM unnest(to_tsvector('sw_pl', translate(said, '<>&\', '    '))) word, LATERAL unnest(CASE WHEN word.lexeme ~ '^[a-z]{3,40}$' THEN sw_stems(word.lexeme) ELSE ARRAY[word.lexeme] END) stem), '')::tsvector
    WHEN 'sv' THEN sw_cut(language, to_tsvector('sw_sv', translate(said, '<>&', '   '))::text)::tsvector
    ELSE to_tsvector(sw_config(language), translate(said, '<>&', '   ')) END
$$;

-- One word or phrase in one language, as it stands in the index; `stems` are those of the question's own words of Polish. With `loose`, words are
-- beginnings in the languages that put words together and bend them. Nothing for a word that the language stops at.
CREATE FUNCTION sw_term(language text, said text, loose boolean, stems jsonb) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
  word tsquery := websearch_to_tsquery(sw_config(language), said)\x3b
  whole text := word::text\x3b
  lexeme text\x3b
  ways text\x3b
BEGIN
  IF numnode(word) = 0 OR sw_stops(language, trim(both \'\'\'\' from whole)) THEN
    RETURN NULL\x3b
  ELSIF language = \'sv\' THEN
    whole := sw_cut(language, whole)\x3b
  ELSIF language = \'pl\' THEN
    FOR lexeme IN SELECT DISTINCT part[1] FROM regexp_matches(whole, \'\'\'([a-z]{3,40})\'\'\', \'g\') part LOOP
      SELECT string_agg(DISTINCT quote_literal(one), \' | \') INTO ways FROM (
        SELECT unnest(sw_stems(lexeme)) one UNION SELECT jsonb_array_elements_text(coalesce(stems->lexeme, \'[]\'))) every\x3b
      whole := replace(whole, quote_literal(lexeme), \'(\' || ways || \')\')\x3b
    END LOOP\x3b
  ELSE
    RETURN word\x3b
  END IF\x3b
  IF loose THEN
    whole := regexp_replace(whole, \'\'\'([[:alpha:]]{4,})\'\'\', \'\'\'\\1\'\':*\', \'g\')\x3b
  END IF\x3b
  RETURN whole::tsquery\x3b
END';

-- As before (sw_ask(jsonb, boolean)), with the stems of the question's words, and in the reader's languages first: the order decides nothing but what is tried.
CREATE FUNCTION sw_ask(asked jsonb, loose boolean, stems jsonb) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
  languages text[] := \'{en,es,sv,pl,ru}\'\x3b
  language text\x3b
  one jsonb\x3b
  term jsonb\x3b
  said text\x3b
  word tsquery\x3b
  either tsquery\x3b
  yes tsquery\x3b
  no tsquery\x3b
  ways tsquery\x3b
  known text[]\x3b
  found tsquery\x3b
BEGIN
  FOR one IN SELECT jsonb_array_elements(asked) LOOP
    no := NULL\x3b
    ways := NULL\x3b
    known := \'{}\'\x3b
    FOREACH language IN ARRAY languages LOOP
      yes := NULL\x3b
      FOR term IN SELECT jsonb_array_elements(one) LOOP
        either := NULL\x3b
        FOR said IN SELECT jsonb_array_elements_text(term->\'any\') LOOP
          word := sw_term(language, said, loose AND NOT term ? \'not\', stems)\x3b
          either := coalesce(either || word, word, either)\x3b
        END LOOP\x3b
        IF either IS NULL THEN
          CONTINUE\x3b
        ELSIF NOT term ? \'not\' THEN
          yes := coalesce(yes && either, either)\x3b
        ELSIF NOT (\'!\' || either::text) = ANY (known) THEN
          no := coalesce(no || either, either)\x3b
          known := known || (\'!\' || either::text)\x3b
        END IF\x3b
      END LOOP\x3b
      IF yes IS NOT NULL AND NOT yes::text = ANY (known) THEN
        ways := coalesce(ways || yes, yes)\x3b
        known := known || yes::text\x3b
      END IF\x3b
    END LOOP\x3b
    ways := coalesce(ways && !!no, ways)\x3b
    found := coalesce(found || ways, ways, found)\x3b
  END LOOP\x3b
  RETURN found\x3b
END';
CREATE OR REPLACE FUNCTION sw_ask(asked jsonb, loose boolean) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT sw_ask(asked, loose, '{}'::jsonb)
$$;

-- What a title is like: as before, a word of Polish by what is left of it without its ending alone, since two stems of one word are not two words.
CREATE OR REPLACE FUNCTION sw_like(language text, said text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
  words tsquery[] := array(SELECT quote_literal(lexeme)::tsquery FROM unnest(CASE language WHEN \'pl\' THEN sw_cut(\'pl\', to_tsvector(\'sw_pl\', said)::text)::tsvector ELSE sw_vector(language, said) END)
    WHERE lexeme ~ \'^[[:alnum:]]{3,}$\' AND NOT sw_stops(language, lexeme) ORDER BY length(lexeme) DESC, lexeme LIMIT 7)\x3b
  found tsquery\x3b
BEGIN
  FOR one IN 1..cardinality(words) LOOP
    FOR two IN one + 1..cardinality(words) LOOP
      EXIT WHEN cardinality(words) < 3\x3b
      found := coalesce(found || (words[one] && words[two]), words[one] && words[two])\x3b
    END LOOP\x3b
    IF cardinality(words) < 3 THEN
      found := coalesce(found || words[one], words[one])\x3b
    END IF\x3b
  END LOOP\x3b
  RETURN found\x3b
END';
