export type Writer = { handle: string | null; name: string | null } | null;
/** An earlier text: `editor` replaced it at `at`. */
export type Replaced = { version: number; at: Date; editor: Writer };
export type Step = { version: number; at: Date; by: Writer };

/** As many versions as a history lists, the newest. */
export const STEPS = 200;

/**
 * Who made which version when, the newest first. A revision says when its text was *replaced* and by whom, so each version was made
 * where the one before it ended, and the first one by the author. `replaced` comes newest first, one more than is listed where there are more.
 */
export const stepsOf = (post: { version: number; createdAt: Date; author: Writer }, replaced: readonly Replaced[]): Step[] => {
  const versions = [post.version, ...replaced.map(({ version }) => version)];
  const makers = [...replaced.map(({ at, editor }) => ({ at, by: editor })), { at: post.createdAt, by: post.author }];
  return versions.flatMap((version, place) => (makers[place] ? [{ version, ...makers[place] }] : [])).slice(0, STEPS);
};
