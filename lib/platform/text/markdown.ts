import "server-only";
import type { Token } from "markdown-it";
import { type Pass, passInline, type Size } from "./markdown/inline";
import { parser } from "./markdown/parser";
import { plainText } from "./markdown/plain";
import { sanitise } from "./markdown/sanitise";

export type Rendered = {
  /** Safe to put into a page. */
  html: string;
  /** The words alone, for search and excerpts. */
  text: string;
  /** Handles of the people who are mentioned, as `mentions` returned them. */
  mentions: string[];
  /** Ids of the files shown or linked: `<id>` in `/files/<id>/<name>`. */
  attachments: string[];
};

type Known = {
  /** The handle of a known person for what was typed after `@`, or null. */
  mentions?: (typed: string) => string | null;
  /** Width and height of a picture by the id of its file, so that the page can keep its place free. */
  size?: (fileId: string) => Size | null;
};

/** A text of more pieces than this (a table of empty cells, say) is shown as it was written. */
const mostTokens = 100_000;
const mostMentions = 100;

/** A post stands under the `h2` of its page: its own first heading is an `h3`. */
const lowerHeading = (tag: string) => `h${Math.min(6, Number(tag.slice(1)) + 2)}`;

const alignment = (token: Token) => /text-align:(left|right|center)/.exec(String(token.attrGet("style") ?? ""))?.[1];

const passBlocks = (tokens: Token[], pass: Pass) => {
  for (const token of tokens) {
    if (token.type === "heading_open" || token.type === "heading_close") token.tag = lowerHeading(token.tag);
    else if (token.type === "th_open" || token.type === "td_open") {
      const align = alignment(token);
      token.attrs = align ? [["align", align]] : null;
    } else if (token.children) token.children = passInline(pass, token.children);
  }
};

/**
 * Renders what people write. Markdown without HTML, then an allow list: links to http, https, mailto and paths of the
 * portal; pictures only from `/files/`, others as links; mentions only of people who are known. Linear in the length
 * of the source, whatever it holds; cap that length before.
 */
export const renderMarkdown = (source: string, { mentions = () => null, size = () => null }: Known = {}): Rendered => {
  const context = {};
  const tokens = parser.parse(source, context);
  if (tokens.length > mostTokens) return { html: `<pre>${parser.utils.escapeHtml(source)}</pre>`, text: source, mentions: [], attachments: [] };
  const pass: Pass = { known: mentions, size, mentions: new Set(), attachments: new Set(), budget: 100_000 + source.length };
  passBlocks(tokens, pass);
  const html = sanitise(parser.renderer.render(tokens, parser.options, context));
  return { html, text: plainText(tokens), mentions: [...pass.mentions], attachments: [...pass.attachments] };
};

/** What stands after an `@` in a text, at most 100 different ones: to look up who is known before it is rendered. */
export const handlesIn = (source: string) => {
  const typed = new Set<string>();
  renderMarkdown(source, { mentions: (handle) => (typed.size < mostMentions && typed.add(handle), null) });
  return [...typed];
};
