import "server-only";
import { command } from "@/lib/platform/access";
import { NOBODY } from "@/lib/platform/actor";
import { ok } from "@/lib/platform/result";
import { mayForgetDrafts, mayKeepDraft, staleDraftsSeenBy } from "./policy";
import { staleBefore } from "./rules";
import { ForgetDrafts, KeepDraft } from "./schema";

const ofOneself = async () => ({});

/** Keeps what is being typed; an empty form keeps nothing. */
export const keepDraft = command({
  event: null,
  input: KeepDraft,
  find: ofOneself,
  allow: mayKeepDraft,
  run: async (tx, _target, { place, fields }, actor) => {
    const key = { userId: actor.id, place };
    if (Object.values(fields).every((text) => text.trim() === "")) await tx.draft.deleteMany({ where: key });
    else await tx.draft.upsert({ where: { userId_place: key }, create: { ...key, fields }, update: { fields } });
    return ok({ id: NOBODY });
  },
});

/** Told by the clock, for everyone. */
export const forgetDrafts = command({
  event: null,
  input: ForgetDrafts,
  find: async (_tx, { now }, actor) => staleDraftsSeenBy(actor, staleBefore(now)),
  allow: mayForgetDrafts,
  run: async (tx, stale) => {
    await tx.draft.deleteMany({ where: stale });
    return ok({ id: NOBODY });
  },
});
