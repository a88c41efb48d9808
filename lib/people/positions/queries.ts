import "server-only";
import { read } from "@/lib/platform/access";
import { peopleManagedBy } from "../policy";

/** Where someone was when, the latest first: for who looks after people. */
export const listPositions = read(peopleManagedBy, (visible, tx, userId: string) =>
  tx.position.findMany({
    where: { userId, user: visible },
    select: { id: true, title: true, category: true, startsOn: true, endsOn: true, unit: { select: { code: true, name: true } } },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: 50,
  }),
);
