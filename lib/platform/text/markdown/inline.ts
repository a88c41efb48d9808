import type { Token } from "markdown-it";
import { fileId, makeToken } from "./parser";

export type Size = { width: number; height: number };

/** What the pass over a text may ask, and what it finds on its way. */
export type Pass = {
  known: (handle: string) => string | null;
  size: (fileId: string) => Size | null;
  mentions: Set<string>;
  attachments: Set<string>;
  /** Characters of addresses that may still be written: one definition used ten thousand times must not become megabytes. */
  budget: number;
};

/** `@` and a handle, where a word may begin: not in a mail address, not in a path. */
const mention = /(?<![\p{L}\p{N}\p{M}_.@/+-])@([\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,62})(?![\p{L}\p{N}@])/gu;

const text = (content: string) => Object.assign(makeToken("text", "", 0), { content });

const link = (href: string, content: string) => [
  Object.assign(makeToken("link_open", "a", 1), { attrs: [["href", href]] }),
  text(content),
  makeToken("link_close", "a", -1),
];

const withMentions = (pass: Pass, token: Token) => {
  const out: Token[] = [];
  let from = 0;
  for (const { 1: found = "", index } of token.content.matchAll(mention)) {
    const typed = found.replace(/[._-]+$/, "");
    const handle = pass.known(typed);
    if (handle === null) continue;
    pass.mentions.add(handle);
    if (index > from) out.push(text(token.content.slice(from, index)));
    out.push(...link(`/people/${encodeURIComponent(handle)}`, `@${typed}`));
    from = index + 1 + typed.length;
  }
  if (from === 0) return [token];
  return from < token.content.length ? [...out, text(token.content.slice(from))] : out;
};

/** A picture of ours stays one; any other becomes a link, since showing it would tell its server who reads. */
const asPicture = (pass: Pass, token: Token, insideLink: boolean) => {
  const src = String(token.attrGet("src") ?? "");
  const id = fileId(src);
  const alt = token.content;
  if (!id) return insideLink ? [text(alt || src)] : link(src, alt || src);
  pass.attachments.add(id);
  const size = pass.size(id);
  token.attrs = [["src", src], ["alt", ""], ...(size ? ([["width", String(size.width)], ["height", String(size.height)]] as [string, string][]) : []), ["loading", "lazy"]];
  return [token];
};

/** The pieces of one line of text, with mentions linked, pictures judged and addresses counted. */
export const passInline = (pass: Pass, tokens: Token[]): Token[] => {
  const out: Token[] = [];
  const links: boolean[] = [];
  for (const token of tokens) {
    const href = String(token.attrGet(token.type === "image" ? "src" : "href") ?? "");
    pass.budget -= href.length;
    if (token.type === "link_open") {
      links.push(pass.budget >= 0);
      if (pass.budget < 0) continue;
      const id = fileId(href);
      if (id) pass.attachments.add(id);
      token.attrs = [["href", href]];
    } else if (token.type === "link_close") {
      if (!links.pop()) continue;
    } else if (token.type === "image") {
      out.push(...(pass.budget < 0 ? [text(token.content)] : asPicture(pass, token, links.length > 0)));
      continue;
    } else if (token.type === "text" && links.length === 0) {
      out.push(...withMentions(pass, token));
      continue;
    }
    out.push(token);
  }
  return out;
};
