import "server-only";
import { command } from "@/lib/platform/access";
import type { Tx } from "@/lib/platform/db";
import { ok, refuse } from "@/lib/platform/result";
import { hashToken, newToken } from "@/lib/platform/token";
import { isOwn, peopleSeenBy } from "../policy";
import { mayMakeFor, mayRevoke, tokensSeenBy } from "./policy";
import { MakeToken, MakeTokenFor, RevokeToken } from "./schema";

const MOST = 50;

/** The token is in the answer and nowhere else: what is kept knows it again, and cannot tell it. */
const make = async (tx: Tx, userId: string, name: string) => {
  if ((await tx.apiToken.count({ where: { userId, revokedAt: null } })) >= MOST) return refuse("too-many-tokens");
  const token = `sw_${newToken()}`;
  const { id } = await tx.apiToken.create({ data: { userId, name, tokenHash: hashToken(token) }, select: { id: true } });
  return ok({ id, token, userId });
};

export const makeToken = command({
  event: "token.made",
  secret: true,
  input: MakeToken,
  find: async (_tx, _input, actor) => ({ id: actor.id }),
  allow: isOwn,
  run: (tx, { id }, { name }) => make(tx, id, name),
});

/** A token that somebody else has made tells the person it acts for. */
export const makeTokenFor = command({
  event: "token.made-for",
  secret: true,
  input: MakeTokenFor,
  find: (tx, { userId }, actor) => tx.user.findFirst({ where: { AND: [peopleSeenBy(actor), { id: userId }] }, select: { id: true } }),
  allow: mayMakeFor,
  run: (tx, { id }, { name }) => make(tx, id, name),
  tells: ({ userId }, _person, { name }) => ({ payload: { userId, name } }),
});

export const revokeToken = command({
  event: "token.revoked",
  input: RevokeToken,
  find: (tx, { id }, actor) => tx.apiToken.findFirst({ where: { AND: [tokensSeenBy(actor), { id }] }, select: { id: true, userId: true } }),
  allow: mayRevoke,
  run: async (tx, { id }) => {
    await tx.apiToken.update({ where: { id }, data: { revokedAt: new Date() } });
    return ok({ id });
  },
});
