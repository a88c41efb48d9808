/** Days after which what nobody opened is no longer news: a count that only grows says nothing. */
export const NEWS_DAYS = 60;

type Said = { createdAt: Date; authorId: string | null };

/** What others have said since someone was here last, in the order given; nothing on a first visit, where all is new. */
export const saidSince = <S extends Said>(said: readonly S[], seenAt: Date | null, me: string) => (seenAt ? said.filter(({ createdAt, authorId }) => createdAt > seenAt && authorId !== me) : []);

/**
 * Up to when someone has seen a discussion after this page of it: the newest they were shown; on its last page everything,
 * also what was said and is gone. Null where they had seen as much before.
 */
export const seenWith = (shown: readonly { createdAt: Date }[], last: { lastPage: boolean; lastActivityAt: Date; seenAt: Date | null }) => {
  const newest = shown.reduce((latest, { createdAt }) => Math.max(latest, createdAt.getTime()), 0);
  const at = last.lastPage ? Math.max(newest, last.lastActivityAt.getTime()) : newest;
  return at > (last.seenAt?.getTime() ?? 0) ? new Date(at) : null;
};
