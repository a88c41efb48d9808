import "server-only";
import { read } from "@/lib/platform/access";
import { communitiesReadBySql, communitiesSeenBySql } from "@/lib/communities/policy";
import type { Actor } from "@/lib/platform/actor";
import { peopleSeenBySql } from "../policy";
import { installationSeenBy } from "./policy";

/** Whether the portal still waits to be set up. */
export const isEmpty = read(
  (_: Actor) => ({ id: 1 }),
  async (organisation, tx) => (await tx.organisation.count({ where: organisation })) === 0,
);

export type Installation = {
  name: string;
  demo: boolean;
  createdAt: Date;
  server: string;
  bytes: number;
  migrations: number;
  people: number;
  units: number;
  communities: number;
  discussions: number;
  waiting: number;
};

/** What an administrator wants to know of the installation. Communities and discussions count as far as this administrator sees them. */
export const getInstallation = read(
  (actor: Actor) => ({ ...installationSeenBy(actor), people: peopleSeenBySql(actor), communities: communitiesSeenBySql(actor), inside: communitiesReadBySql(actor) }),
  async ({ id, people, communities, inside }, tx) => {
    const [row] = await tx.$queryRaw<Installation[]>`
      SELECT o.name, o.demo, o."createdAt", current_setting('server_version') server, pg_database_size(current_database())::float8 bytes,
        (SELECT count(*)::int FROM "_prisma_migrations" WHERE finished_at IS NOT NULL) migrations,
        (SELECT count(*)::int FROM "User" u WHERE ${people}) people, (SELECT count(*)::int FROM "Unit" WHERE "closedAt" IS NULL) units,
        (SELECT count(*)::int FROM "Community" c WHERE ${communities}) communities,
        (SELECT coalesce(sum(c."discussionCount"), 0)::int FROM "Community" c WHERE ${inside}) discussions,
        (SELECT count(*)::int FROM pgboss.job WHERE state < 'active') waiting
      FROM "Organisation" o WHERE o.id = ${id}`;
    return row ?? null;
  },
);
