import "server-only";
import { command } from "@/lib/platform/access";
import { ok, refuse } from "@/lib/platform/result";
import { freeHandle } from "../commands";
import { isOwn, mayEditProfile } from "../policy";
import { putPosition } from "../positions/commands";
import { ChooseTaste, EditProfile } from "./schema";

const own = { id: true, version: true, handle: true, name: true, position: true, about: true, knows: true, wants: true, languages: true, timeZone: true } as const;

export const editProfile = command({
  event: "profile.edited",
  input: EditProfile,
  find: (tx, _input, actor) => tx.user.findFirst({ where: { id: actor.id, closedAt: null }, select: { ...own, unitId: true, category: true } }),
  allow: mayEditProfile,
  versioned: ({ unitId: _unit, category: _category, ...current }) => ({ version: current.version, current }),
  run: async (tx, { id, handle: before, position, unitId, category }, { version, timeZone, ...said }) => {
    if (said.handle !== before) {
      const free = await freeHandle(tx, said.name, said.handle);
      if (!free.ok) return free;
    }
    const { count } = await tx.user.updateMany({ where: { id, version }, data: { ...said, timeZone: timeZone ?? null, version: { increment: 1 } } });
    if (count === 0) return refuse("stale");
    if (said.position !== position) await putPosition(tx, id, { unitId, category, title: said.position });
    return ok({ id, handle: said.handle });
  },
});

export const chooseTaste = command({
  event: null,
  input: ChooseTaste,
  find: async (_tx, _input, actor) => ({ id: actor.id }),
  allow: isOwn,
  run: async (tx, { id }, { locale, theme }) => {
    await tx.user.update({ where: { id }, data: { locale, theme } });
    return ok({ id, locale, theme });
  },
});
