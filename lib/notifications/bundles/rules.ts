import type { Kind, Reason } from "../rules";

export type Someone = { handle: string; name: string };
type Told = { kind: Kind; reason: Reason; tag: string | null; at: Date; readAt: Date | null; actor: Someone | null };

/** What of one kind is in a bundle: who did it, each once, and the one that it leads to, the first that is unread or else the newest. */
export type Group<N extends Told> = { kind: Kind; reason: Reason; tag: string | null; actors: (Someone | null)[]; at: Date; unread: boolean; leads: N };

/** Puts the notifications of a bundle, the newest first, together by what they tell; the kind with the newest one comes first. */
export const gather = <N extends Told>(told: readonly N[]): Group<N>[] => {
  const kinds = [...new Set(told.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const same = told.filter((one) => one.kind === kind);
    const newest = same[0];
    if (!newest) return [];
    const actors = [...new Map(same.map(({ actor }) => [actor?.handle ?? "", actor])).values()];
    const fresh = same.filter(({ readAt }) => readAt === null);
    return [{ kind, reason: newest.reason, tag: newest.tag, actors, at: newest.at, unread: fresh.length > 0, leads: fresh.at(-1) ?? newest }];
  });
};

/** Names that are said, and how many people more there are: never "and one other" where the one has a name. */
export const NAMED = 2;
export const named = <S>(people: readonly S[]) => (people.length <= NAMED + 1 ? { names: people, others: 0 } : { names: people.slice(0, NAMED), others: people.length - NAMED });
