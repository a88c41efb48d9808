/**
 * A short text that two have changed: what only one of them touched is taken from that one; where both said something else,
 * one's own stays, with the other beside it.
 */
export const settle = (base: string, mine: string, theirs: string): { text: string; other?: string } => {
  if (mine === theirs || theirs === base) return { text: mine };
  return mine === base ? { text: theirs } : { text: mine, other: theirs };
};
