import TurndownService from "turndown";
import { isAllowedAddress } from "./markdown/parser";

type Options = {
  /** Where the text stood: what its relative links are relative to. Without it they become plain text. */
  base?: string | undefined;
};

const digits = { SUP: "⁰¹²³⁴⁵⁶⁷⁸⁹", SUB: "₀₁₂₃₄₅₆₇₈₉" };
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ").trim();

/** Besides what turndown escapes: strikes, entities, addresses in angles, lists with a bracket; bare addresses stay whole. */
const escape = (plain: (text: string) => string) => (text: string) =>
  plain(text)
    .replace(/~(?=~)|(?<=~)~/g, "\\~")
    .replace(/&(?=#?\w{1,31};)/g, "\\&")
    .replace(/<(?=[^\s<>]*[:@][^\s<>]*>)/g, "\\<")
    .replace(/^(\d{1,9})\) /, "$1\\) ")
    .replace(/https?:\/\/\S+/g, (address) => address.replaceAll("\\_", "_"));

const target = (address: string | null, { base }: Options) => {
  const whole = address?.trim().startsWith("//") ? `https:${address.trim()}` : (address ?? "").trim();
  const relative = !/^[a-z][a-z0-9+.-]*:/i.test(whole);
  if (relative && !base) return null;
  const url = URL.canParse(whole, base) ? new URL(whole, base).href : null;
  return url && isAllowedAddress(url) ? url.replaceAll("(", "%28").replaceAll(")", "%29") : null;
};

const fenced = (code: string, language: string) => {
  const longest = Math.max(2, ...Array.from(code.matchAll(/^\s*(`+)/gm), ([, run = ""]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `\n\n${fence}${language}\n${code.replace(/\n$/, "")}\n${fence}\n\n`;
};

const row = (cells: string[]) => `| ${cells.join(" | ")} |`;

/** What a cell says in one line; the bars of a table are the only ones that are no text. */
const cell = (content: string) => oneLine(content).replaceAll("|", "\\|");

const isElement = (node: Node | null | undefined): node is HTMLElement => node?.nodeType === 1;
const children = (node: Node, ...names: string[]): HTMLElement[] =>
  Array.from(node.childNodes).filter((child): child is HTMLElement => isElement(child) && names.includes(child.nodeName));

const make = (options: Options) => {
  const turndown = new TurndownService({ headingStyle: "atx", hr: "---", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*", linkStyle: "inlined" });
  turndown.escape = escape(turndown.escape.bind(turndown));
  turndown.remove(["script", "style", "iframe", "noscript"]);
  turndown.addRule("heading", { filter: ["h1", "h2", "h3", "h4", "h5", "h6"], replacement: (content, node) => `\n\n${"#".repeat(Number(node.nodeName[1]))} ${oneLine(content)}\n\n` });
  turndown.addRule("strike", { filter: (node) => ["S", "STRIKE", "DEL"].includes(node.nodeName), replacement: (content) => (content.trim() ? `~~${content}~~` : "") });
  turndown.addRule("key", { filter: ["kbd"], replacement: (_, node) => `\`${oneLine(node.textContent ?? "").replaceAll("`", "'")}\`` });
  turndown.addRule("raised", {
    filter: ["sup", "sub"],
    replacement: (content, node) => (/^\d+$/.test(content) ? content.replace(/\d/g, (digit) => digits[node.nodeName as "SUP" | "SUB"][Number(digit)] ?? digit) : content),
  });
  turndown.addRule("pre", {
    filter: ["pre"],
    replacement: (_, node) => {
      const inner = node.firstChild;
      const named = `${(node as HTMLElement).className} ${isElement(inner) ? inner.className : ""}`;
      return fenced(node.textContent ?? "", /\blang(?:uage)?-([\w+#-]{1,30})/.exec(named)?.[1] ?? "");
    },
  });
  turndown.addRule("item", {
    filter: "li",
    replacement: (content, node) => {
      const list = node.parentNode as HTMLElement | null;
      const at = list ? children(list, "LI").indexOf(node as HTMLElement) : 0;
      const mark = list?.nodeName === "OL" ? `${Number(list.getAttribute("start") ?? 1) + at}. ` : "- ";
      const text = content.replace(/^\n+|\n+$/g, "").replace(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`);
      return `${mark}${text}${node.nextSibling ? (/\n\n/.test(text) ? "\n\n" : "\n") : ""}`;
    },
  });
  turndown.addRule("link", {
    filter: (node) => node.nodeName === "A",
    replacement: (content, node) => {
      const to = target((node as HTMLElement).getAttribute("href"), options);
      const label = oneLine(content);
      return to && label ? `${/^\s/.test(content) ? " " : ""}[${label}](${to})${/\s$/.test(content) ? " " : ""}` : content;
    },
  });
  turndown.addRule("picture", {
    filter: "img",
    replacement: (_, node) => {
      const alt = turndown.escape(oneLine((node as HTMLElement).getAttribute("alt") ?? ""));
      const to = target((node as HTMLElement).getAttribute("src"), options);
      const linked = (node as HTMLElement).closest("a");
      return linked || !to ? alt || (linked ? (to ?? "") : "") : `[${alt || to}](${to})`;
    },
  });
  turndown.addRule("cell", { filter: ["th", "td"], replacement: (content) => `${cell(content)}\u0000` });
  turndown.addRule("row", { filter: "tr", replacement: (content) => `${row(content.split("\u0000").slice(0, -1).map((one) => one.trim()))}\n` });
  turndown.addRule("rows", { filter: ["thead", "tbody", "tfoot"], replacement: (content) => content });
  turndown.addRule("table", {
    filter: "table",
    replacement: (content, node) => {
      const lines = content.split("\n").filter((line) => line.startsWith("|"));
      const caption = content.split("\n").filter((line) => !line.startsWith("|")).join("\n").trim();
      const width = Math.max(0, ...lines.map((line) => line.split(/(?<!\\)\|/).length - 2));
      const hasHead = (node as HTMLElement).querySelector("th") !== null;
      const [head = "", ...rest] = hasHead ? lines : [row(Array<string>(width).fill(" ")), ...lines];
      return width === 0 ? `\n\n${caption}\n\n` : `\n\n${caption && `${caption}\n\n`}${[head, row(Array<string>(width).fill("---")), ...rest].join("\n")}\n\n`;
    },
  });
  return turndown;
};

const deepest = 100;
/** How many elements stand in one another at most; a rough count, for elements that are never closed count as open. */
const depth = (html: string) => {
  let [now, most] = [0, 0];
  for (const [tag, closing] of html.matchAll(/<(\/?)[a-z][^>]*>/gi)) {
    if (closing) now--;
    else if (!/^<(?:p|br|hr|img|li|td|th|tr)\b|\/>$/i.test(tag)) most = Math.max(most, ++now);
  }
  return most;
};

/**
 * HTML as forums publish it, as the Markdown that `renderMarkdown` renders to the same text: code, lists, links, quotations,
 * strikes and tables kept; pictures become links, since they stand on somebody else's server. Throws a
 * RangeError on HTML nested more than 100 deep: nobody has written it, and it would take minutes.
 */
export const htmlToMarkdown = (html: string, options: Options = {}) => {
  if (depth(html) > deepest) throw new RangeError("nested too deep");
  return make(options).turndown(html).trim();
};
