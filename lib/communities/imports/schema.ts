import { FoundCommunity, WishedSlug } from "../schema";

/** The charter of a community that an import fills: it stands at the address it was asked for, and is open to everyone. */
export const OpenCommunity = FoundCommunity.omit({ slug: true, entry: true, advise: true }).extend({ slug: WishedSlug });
