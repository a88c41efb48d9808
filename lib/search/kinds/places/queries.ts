import "server-only";
import { sql } from "@/lib/platform/sql";
import type { Fact, Indexed } from "../rules";

const own = ({ subjectId }: Fact) => sql`SELECT ${subjectId}::uuid id`;
const place = ({ communityId }: Fact) => sql`SELECT ${communityId}::uuid id WHERE ${communityId}::uuid IS NOT NULL`;

/** What a community leaves out of its scope is not what it should be found by. */
export const community: Indexed = {
  stored: "COMMUNITY",
  within: "portal",
  titled: true,
  source: (ids) => sql`SELECT c.id, c.id "communityId", NULL::uuid "discussionId", NULL::uuid "unitId", c.language, c.name title,
      coalesce((SELECT string_agg(t.name, ' ') FROM "Tag" t WHERE t."communityId" = c.id), '') tags, '' files,
      concat_ws(' ', c.domain, c."inScope", array_to_string(c."sampleQuestions", ' '), c."intendedMembers", array_to_string(c."firstItems", ' ')) text, c."createdAt" at
    FROM "Community" c WHERE c.id = ANY(${ids}::uuid[])`,
  seen: ({ seen }) => sql`(c.id IS NOT NULL AND ${seen})`,
  url: ({ community: at }) => `/communities/${at?.slug ?? ""}`,
  facts: {
    "community.founded": own, "community.changed": own, "community.archived": own, "community.reopened": own,
    "tag.renamed": place, "tag.merged": place, "tag.removed": place, "tag.synonym-added": place,
  },
};

/** People with an account or an invitation; not the authors of imported texts. A unit's name is among the words its people are found by. */
export const person: Indexed = {
  stored: "PERSON",
  within: "portal",
  titled: true,
  source: (ids) => sql`SELECT u.id, NULL::uuid "communityId", NULL::uuid "discussionId", u."unitId", coalesce(u.languages[1], 'en') language, u.name title,
      concat_ws(' ', u.handle, u.position, array_to_string(u.knows, ' ')) tags, coalesce(p.name, '') files,
      concat_ws(' · ', nullif(u.position, ''), p.name, nullif(array_to_string(u.knows, ', '), ''), nullif(array_to_string(u.wants, ', '), ''), nullif(u.about, '')) text, u."createdAt" at
    FROM "User" u LEFT JOIN "Unit" p ON p.id = u."unitId"
    WHERE u.id = ANY(${ids}::uuid[]) AND u.name IS NOT NULL AND u."closedAt" IS NULL AND NOT EXISTS (SELECT FROM "ImportedAuthor" i WHERE i."userId" = u.id)`,
  record: sql`LEFT JOIN "User" u ON s.kind = 'PERSON' AND u.id = s.id`,
  seen: ({ people }) => sql`(u.id IS NOT NULL AND ${people})`,
  about: sql`json_build_object('handle', u.handle)`,
  url: ({ about }) => `/people/${encodeURIComponent(String(about.handle ?? ""))}`,
  facts: {
    "person.invited": own, "person.added": own, "person.joined": own, "person.moved": own, "person.closed": own, "person.erased": own, "person.claimed": own, "profile.edited": own,
    "unit.edited": ({ subjectId }) => sql`SELECT id FROM "User" WHERE "unitId" = ${subjectId}::uuid`,
  },
};
