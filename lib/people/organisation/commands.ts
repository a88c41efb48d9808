import "server-only";
import { command, fieldErrors } from "@/lib/platform/access";
import type { Caller } from "@/lib/platform/door";
import { limit } from "@/lib/platform/limits";
import { ok, refuse } from "@/lib/platform/result";
import { visitor } from "@/lib/platform/actors";
import { acceptPassword, freeHandle } from "../commands";
import { openSession } from "../sessions/commands";
import { maySetUp } from "./policy";
import { isEmpty } from "./queries";
import { FoundOrganisation, SetUp } from "./schema";

/** Once: those who come at the same time wait for each other, and the second one finds an organisation there. */
const foundOrganisation = command({
  event: "organisation.founded",
  input: FoundOrganisation,
  find: async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('setup'))`;
    return (await tx.organisation.count()) === 0 ? {} : null;
  },
  allow: maySetUp,
  run: async (tx, _empty, { organisation, locale, timeZone, name, email, passwordHash }) => {
    const handle = await freeHandle(tx, name);
    if (!handle.ok) return handle;
    await tx.organisation.create({ data: { id: 1, name: organisation, locale, timeZone } });
    const data = { name, email, handle: handle.value, passwordHash, locale, languages: [locale], joinedAt: new Date() };
    const { id } = await tx.user.create({ data: { ...data, roles: { create: { role: "ADMINISTRATOR" } } }, select: { id: true } });
    return ok({ id });
  },
});

export const setUp = async (raw: unknown, { address, userAgent }: Caller) => {
  if (!(await isEmpty(visitor))) return refuse("not-found");
  const parsed = SetUp.safeParse(raw);
  if (!parsed.success) return refuse("invalid", fieldErrors(parsed.error));
  if (!(await limit("setup", address)).ok) return refuse("too-many-requests");
  const { password, ...said } = parsed.data;
  const hash = await acceptPassword(password, { ...said, handle: said.organisation });
  if (!hash.ok) return hash;
  const founded = await foundOrganisation(visitor, { ...said, passwordHash: hash.value });
  if (!founded.ok) return founded;
  const opened = await openSession(visitor, { userId: founded.value.id, passwordHash: hash.value, userAgent });
  return opened.ok ? ok({ sessionId: opened.value.id }) : refuse("not-found");
};
