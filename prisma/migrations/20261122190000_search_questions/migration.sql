-- What the query side of search needs. `head` is a title's own words: what similar discussions are found by, and titles among thousands
-- of texts. Replies have none, and no folded title either: they repeat their discussion's.
ALTER TABLE "SearchDocument" ADD COLUMN "head" tsvector;
UPDATE "SearchDocument" SET "head" = CASE WHEN kind <> 'REPLY' THEN to_tsvector(sw_config(language), title) END, "folded" = CASE WHEN kind <> 'REPLY' THEN "folded" ELSE '' END;
CREATE INDEX "SearchDocument_head_idx" ON "SearchDocument" USING GIN ("head");
-- The newest first, with and without a kind or a community: how a bounded number is taken from what a common word finds.
CREATE INDEX "SearchDocument_at_id_idx" ON "SearchDocument"("at" DESC, "id" DESC);
CREATE INDEX "SearchDocument_kind_at_idx" ON "SearchDocument"("kind", "at" DESC);
DROP INDEX "SearchDocument_communityId_idx";
CREATE INDEX "SearchDocument_communityId_at_idx" ON "SearchDocument"("communityId", "at" DESC);

-- Lexemes as beginnings, in the languages whose words have endings that no stemmer takes off (Polish), or are put together (Swedish).
-- What is cut off is short, and only of longer words.
CREATE FUNCTION sw_loose(language text, asked tsquery) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE language
    WHEN 'pl' THEN regexp_replace(regexp_replace(asked::text, '''([[:alpha:]]{5,})[[:alpha:]]{2}''', '''\1'':*', 'g'), '''([[:alpha:]]{4,5})[[:alpha:]]''(?!:)', '''\1'':*', 'g')::tsquery
    WHEN 'sv' THEN regexp_replace(regexp_replace(asked::text, '''([[:alpha:]]{4,})an''', '''\1'':*', 'g'), '''([[:alpha:]]{4,})''(?!:)', '''\1'':*', 'g')::tsquery
    ELSE asked END
$$;

-- The words of Polish that say nothing by themselves, without accents: PostgreSQL brings no list.
CREATE FUNCTION sw_stops(language text, lexeme text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT language = 'pl' AND lexeme = ANY ('{a,aby,ale,albo,ani,az,bardzo,bez,bo,by,byc,byl,byla,bylo,byly,byl,ci,co,czy,dla,do,gdy,gdzie,go,i,ich,ile,im,inne,iz,ja,jak,jaka,jaki,jakie,jako,je,jego,jej,jest,jestem,jesli,jezeli,juz,kiedy,kto,ktora,ktore,ktory,ktorych,ktorzy,lub,ma,maja,mam,mi,mnie,moze,mozna,my,na,nad,nam,nas,nie,niego,nim,no,o,od,on,ona,one,oni,oraz,po,pod,przed,przez,przy,sa,sie,tak,takze,tam,te,tego,tej,ten,tez,to,tu,ty,tych,tylko,tym,u,w,we,wie,wiec,z,za,ze,zeby}'::text[])
$$;

-- All that is asked for, in one language: alternatives of terms that must all be there, a term being any of several words or phrases, or
-- none of them: [[{"any": ["pump"]}, {"any": ["seal", "gasket"], "not": true}]] is a pump without seals and gaskets. A term of words that the
-- language stops at asks for nothing. An alternative that only says what is not wanted finds nothing. In PL/pgSQL, because it is evaluated while a
-- statement is planned, and there a function in SQL is planned anew each time. (\x3b is the semicolon, which the migration engine splits at.)
CREATE FUNCTION sw_query(language text, asked jsonb) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
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
  RETURN sw_loose(language, found)\x3b
END';

-- What a title is like: two of its longest words at least when it has three or more, else any.
CREATE FUNCTION sw_like(language text, said text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET client_min_messages = warning AS E'DECLARE
  words tsquery[] := array(SELECT sw_loose(language, (quote_literal(lexeme))::tsquery) FROM unnest(to_tsvector(sw_config(language), said))
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
