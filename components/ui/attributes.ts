import { escaped } from "./html";

const renamed: Record<string, string> = {
  className: "class", htmlFor: "for", strokeWidth: "stroke-width", strokeLinecap: "stroke-linecap", strokeLinejoin: "stroke-linejoin", strokeDasharray: "stroke-dasharray",
  fillRule: "fill-rule", clipRule: "clip-rule", textAnchor: "text-anchor", dominantBaseline: "dominant-baseline", fontSize: "font-size",
};
/** What React calls an attribute, as HTML does; those of SVG get their capitals back from whoever reads the HTML. */
const nameOf = (name: string) => renamed[name] ?? name.toLowerCase();

const said = /^(?:aria-|data-)|^(?:contentEditable|draggable|spellCheck)$/;
const address = /^(?:href|src|action|formAction)$/;
/** An address that would run as a script, however it is spelled: React has words of its own for it. */
const runs = /^[\u0000-\u001f ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i;
/** What React does more with than to write it down; a popover is open or not in the browser alone. */
const left = /^(?:on[A-Z]|default[A-Z]|autoFocus$|popover$|ref$|style$|suppress)/;

/** One attribute as HTML, empty where it says nothing; null where it is more than a word. */
const attribute = (name: string, value: unknown) => {
  if (value === undefined || value === null) return "";
  if (left.test(name) || !/^[A-Za-z][A-Za-z-]*$/.test(name)) return null;
  if (typeof value === "boolean" && !said.test(name)) return value ? ` ${nameOf(name)}=""` : "";
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
  return address.test(name) && runs.test(String(value)) ? null : ` ${nameOf(name)}="${escaped(String(value))}"`;
};

/** The attributes of an element as HTML; null where one of them cannot be written so (a function, say), and React must have the element. */
export const attributes = (props: Record<string, unknown>) => {
  let all = "";
  for (const name in props) {
    const one = attribute(name, props[name]);
    if (one === null) return null;
    all += one;
  }
  return all;
};
