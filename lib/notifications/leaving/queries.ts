import "server-only";
import type { Me } from "@/lib/platform/actor";
import { actorById } from "@/lib/platform/actors";
import { env } from "@/lib/platform/env";
import { readSigned, signedToken } from "@/lib/platform/token";
import { fromWords, type Leaving, toWords } from "./rules";

const PURPOSE = "leave mails";

/** The way out that stands in somebody's mail. */
export const leaveToken = (userId: string, leaving: Leaving) => signedToken(env().NEXTAUTH_SECRET, PURPOSE, toWords(userId, leaving));

export const readLeaveToken = (token: string) => {
  const words = readSigned(env().NEXTAUTH_SECRET, PURPOSE, token);
  return words === null ? null : fromWords(words);
};

/** Whose mail this token is from, and what it leaves; null where we did not make it, or they are no longer here. The token is all that proves them: it lets them change just that. */
export const whoLeaves = async (token: string): Promise<{ reader: Me; leaving: Leaving } | null> => {
  const said = readLeaveToken(token);
  const reader = said && (await actorById(said.userId));
  return said && reader ? { reader, leaving: said.leaving } : null;
};
