-- The question is made once, for all languages together, and the rows are asked one thing: `tsv @@ question`. Before, each row was asked in its own
-- language, which took five passes over the index, and each mention of the question was evaluated again while the statement was planned.
-- (No semicolon but at the end of a statement: the migration engine splits there, so \x3b stands for it.)

-- One word or phrase in one language, as it stands in the index: cut where no stemmer does it. With `loose`, words are beginnings in the languages
-- that put words together and bend them. Nothing for a word that the language stops at.
CREATE FUNCTION sw_term(language text, said text, loose boolean) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
  word tsquery := websearch_to_tsquery(sw_config(language), said)\x3b
BEGIN
  IF numnode(word) = 0 OR sw_stops(language, trim(both \'\'\'\' from word::text)) THEN
    RETURN NULL\x3b
  ELSIF language NOT IN (\'pl\', \'sv\') THEN
    RETURN word\x3b
  ELSIF loose THEN
    RETURN regexp_replace(sw_cut(language, word::text), \'\'\'([[:alpha:]]{4,})\'\'\', \'\'\'\\1\'\':*\', \'g\')::tsquery\x3b
  END IF\x3b
  RETURN sw_cut(language, word::text)::tsquery\x3b
END';

-- All that is asked for, in every language: alternatives of terms that must all be there, a term being any of several words or phrases, or none of
-- them: [[{"any": ["pump"]}, {"any": ["seal", "gasket"], "not": true}]] is a pump without seals and gaskets. What a language makes of all the terms
-- must be there together (a word it stops at asks for nothing): one language is enough. What is excluded is excluded in all of them. An alternative
-- that only says what is not wanted finds nothing.
CREATE FUNCTION sw_ask(asked jsonb, loose boolean) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
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
          word := sw_term(language, said, loose AND NOT term ? \'not\')\x3b
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

-- What a title is like, in every language.
CREATE FUNCTION sw_alike(said text) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
  languages text[] := \'{en,es,sv,pl,ru}\'\x3b
  language text\x3b
  word tsquery\x3b
  known text[] := \'{}\'\x3b
  found tsquery\x3b
BEGIN
  FOREACH language IN ARRAY languages LOOP
    word := sw_like(language, said)\x3b
    IF word IS NOT NULL AND NOT word::text = ANY (known) THEN
      found := coalesce(found || word, word)\x3b
      known := known || word::text\x3b
    END IF\x3b
  END LOOP\x3b
  RETURN found\x3b
END';
