import Builder from "fast-xml-builder";

export type AtomAuthor = { name: string; uri?: string | undefined };
export type AtomEntry = {
  /** An IRI that stays the same for good. */
  id: string;
  title: string;
  language: string;
  /** Where people read it, in full. */
  address: string;
  published: Date;
  updated: Date;
  author: AtomAuthor;
  categories: readonly string[];
  /** Safe HTML whose addresses are whole. */
  html: string;
};
export type AtomFeed = { id: string; title: string; subtitle: string; language: string; self: string; address: string; updated: Date; author: string; entries: readonly AtomEntry[] };

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: "@", textNodeName: "#", processEntities: true, suppressEmptyNode: true, suppressBooleanAttributes: false });

/** Without the characters that XML 1.0 has no way to write. */
const writable = (text: string) => text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
const link = (rel: string, type: string, href: string) => ({ "@rel": rel, "@type": type, "@href": href });

const entry = ({ id, title, language, address, published, updated, author, categories, html }: AtomEntry) => ({
  "@xml:lang": language,
  id,
  title: writable(title),
  link: link("alternate", "text/html", address),
  published: published.toISOString(),
  updated: updated.toISOString(),
  author: { name: writable(author.name), ...(author.uri && { uri: author.uri }) },
  category: categories.map((term) => ({ "@term": writable(term) })),
  content: { "@type": "html", "#": writable(html) },
});

/** A feed as the Atom Syndication Format writes it (RFC 4287). */
export const writeAtom = ({ id, title, subtitle, language, self, address, updated, author, entries }: AtomFeed) =>
  builder.build({
    "?xml": { "@version": "1.0", "@encoding": "utf-8" },
    feed: {
      "@xmlns": "http://www.w3.org/2005/Atom",
      "@xml:lang": language,
      id,
      title: writable(title),
      subtitle: writable(subtitle),
      updated: updated.toISOString(),
      author: { name: writable(author) },
      link: [link("self", "application/atom+xml", self), link("alternate", "text/html", address)],
      entry: entries.map(entry),
    },
  });
