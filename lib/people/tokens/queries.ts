import "server-only";
import { read } from "@/lib/platform/access";
import { tokensSeenBy } from "./policy";

export const listMyTokens = read(tokensSeenBy, (visible, tx) =>
  tx.apiToken.findMany({ where: visible, select: { id: true, name: true, createdAt: true, lastUsedAt: true }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 50 }),
);
