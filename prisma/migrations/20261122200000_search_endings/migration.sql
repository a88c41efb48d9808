-- Endings are cut off alike where a text is written and where it is asked for, in place of words asked for as beginnings: those cost a
-- pass over every word that begins so. They stay for what finds next to nothing (`loose`).
DROP FUNCTION sw_query(text, jsonb);
DROP FUNCTION sw_loose(text, tsquery);

-- Endings that no stemmer of PostgreSQL takes off: those of Polish nouns and adjectives, without accents, and the Swedish -an. On the text
-- form of a tsvector or a tsquery, so that what is written and what is asked for are cut alike.
CREATE FUNCTION sw_cut(language text, lexemes text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE language
    WHEN 'pl' THEN regexp_replace(lexemes, '''([[:alpha:]]{3,}?)(iami|iach|ami|ach|owie|owi|iego|iemu|ego|emu|iej|ymi|imi|ych|ich|iom|iem|ow|om|em|ej|ym|im|ia|ie|ii|iu|io|a|e|i|o|u|y)''', '''\1''', 'g')
    WHEN 'sv' THEN regexp_replace(lexemes, '''([[:alpha:]]{4,})ans?''', '''\1''', 'g')
    ELSE lexemes END
$$;

-- The words of a text in its language, as they are indexed.
CREATE FUNCTION sw_vector(language text, said text) RETURNS tsvector LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN language IN ('pl', 'sv') THEN sw_cut(language, to_tsvector(sw_config(language), said)::text)::tsvector ELSE to_tsvector(sw_config(language), said) END
$$;
CREATE OR REPLACE FUNCTION sw_document(language text, title text, tags text, files text, said text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT setweight(sw_vector(language, title), 'A') || setweight(sw_vector(language, tags), 'B') || setweight(sw_vector(language, files), 'C') || setweight(sw_vector(language, said), 'D')
$$;

-- All that is asked for, in one language: alternatives of terms that must all be there, a term being any of several words or phrases, or
-- none of them: [[{"any": ["pump"]}, {"any": ["seal", "gasket"], "not": true}]] is a pump without seals and gaskets. A term of words that the
-- language stops at asks for nothing. An alternative that only says what is not wanted finds nothing. With `loose`, words are beginnings in the
-- languages that put words together and bend them more than sw_cut knows. In PL/pgSQL, because it is evaluated while a statement is planned, and
-- there a function in SQL is planned anew each time. (\x3b is the semicolon, which the migration engine splits at.)
CREATE FUNCTION sw_query(language text, asked jsonb, loose boolean) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
  config regconfig := sw_config(language)\x3b
  one jsonb\x3b
  term jsonb\x3b
  said text\x3b
  word tsquery\x3b
  yes tsquery\x3b
  no tsquery\x3b
  found tsquery\x3b
BEGIN
  FOR one IN SELECT jsonb_array_elements(asked) LOOP
    yes := NULL\x3b
    no := NULL\x3b
    FOR term IN SELECT jsonb_array_elements(one) LOOP
      word := NULL\x3b
      FOR said IN SELECT jsonb_array_elements_text(term->\'any\') LOOP
        word := coalesce(word || websearch_to_tsquery(config, said), websearch_to_tsquery(config, said))\x3b
      END LOOP\x3b
      CONTINUE WHEN numnode(word) = 0 OR sw_stops(language, trim(both \'\'\'\' from word::text))\x3b
      IF term ? \'not\' THEN
        no := coalesce(no || word, word)\x3b
      ELSE
        yes := coalesce(yes && word, word)\x3b
      END IF\x3b
    END LOOP\x3b
    IF yes IS NOT NULL THEN
      yes := coalesce(yes && !!no, yes)\x3b
      found := coalesce(found || yes, yes)\x3b
    END IF\x3b
  END LOOP\x3b
  IF language NOT IN (\'pl\', \'sv\') THEN
    RETURN found\x3b
  ELSIF loose THEN
    RETURN regexp_replace(sw_cut(language, found::text), \'\'\'([[:alpha:]]{4,})\'\'\', \'\'\'\\1\'\':*\', \'g\')::tsquery\x3b
  END IF\x3b
  RETURN sw_cut(language, found::text)::tsquery\x3b
END';

-- What a title is like: two of its longest words at least when it has three or more, else any.
CREATE OR REPLACE FUNCTION sw_like(language text, said text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
  words tsquery[] := array(SELECT quote_literal(lexeme)::tsquery FROM unnest(sw_vector(language, said))
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

-- What stands in the index already, cut in place.
UPDATE "SearchDocument" SET head = sw_cut(language, head::text)::tsvector, tsv = sw_cut(language, tsv::text)::tsvector WHERE language IN ('pl', 'sv');
