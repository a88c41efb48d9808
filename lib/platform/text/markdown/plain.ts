import type { Token } from "markdown-it";

const inline = (tokens: Token[]) =>
  tokens
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return "\n";
      return token.nesting === 0 ? token.content : "";
    })
    .join("");

/** The words of a text without its marks: for the search index and for excerpts. One line a paragraph, item or row. */
export const plainText = (tokens: Token[]) => {
  const lines: string[] = [];
  let row: string[] | null = null;
  for (const token of tokens) {
    if (token.type === "tr_open") row = [];
    else if (token.type === "tr_close") {
      lines.push((row ?? []).join(" "));
      row = null;
    } else if (token.type === "inline") (row ?? lines).push(inline(token.children ?? []));
    else if (token.type === "fence" || token.type === "code_block") lines.push(token.content.trimEnd());
  }
  return lines.filter((line) => line.trim()).join("\n");
};
