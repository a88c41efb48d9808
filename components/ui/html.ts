/**
 * A piece of finished HTML. Where a page holds many of one thing (posts, rows of a long list), React's elements cost far more than
 * all else: there the piece is written as text, by `html` alone, which escapes whatever is put into it unless it is such a piece itself.
 */
export class Html {
  private constructor(readonly text: string) {}
  static of = (text: string) => new Html(text);
}

type Piece = Html | string | number | false | null | undefined | readonly Piece[];

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** A text as it stands in HTML, between tags and inside the double quotes of an attribute alike. */
export const escaped = (text: string) => (/[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign) : text);

const written = (piece: Piece): string => {
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "string") return escaped(piece);
  if (typeof piece === "number") return String(piece);
  return piece ? piece.map(written).join("") : "";
};

/** HTML with pieces in it; attributes stand in double quotes. Nothing, false and null leave no trace, lists stand one after the other. */
export const html = (fixed: TemplateStringsArray, ...pieces: Piece[]): Html => Html.of(fixed.reduce((text, next, place) => text + written(pieces[place - 1]) + next));

/** What was sanitised when it was written (a post's own HTML) and may stand as it is. */
export const trusted = (text: string) => Html.of(text);

/** For React: the inside of an element. */
export const inside = (piece: Html) => ({ dangerouslySetInnerHTML: { __html: piece.text } });
