import "server-only";
import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { attributes } from "./attributes";
import { escaped } from "./html";

/** A piece of a page: its HTML, null where something in it moves; and what React is to make of it when something beside it does. */
type Piece = { html: string | null; made: () => ReactNode };
type Props = Record<string, unknown> & { children?: ReactNode; dangerouslySetInnerHTML?: { __html: string } };

const moving = (node: ReactNode): Piece => ({ html: null, made: () => node });

/** Elements that React moves to the head of the document, or that keep what somebody typed or chose. */
const own = new Set(["title", "meta", "link", "script", "style", "select", "textarea", "html", "head", "body"]);
/** Those that are open or not in the browser alone: they are not to be made anew because something beside them changed. */
const opened = new Set(["details", "dialog"]);
const childless = new Set(["br", "hr", "img", "input", "wbr"]);
const typed = (name: string, { type }: Props) => name === "input" && type !== "hidden";

const keyed = ({ key }: { key: string | null }) => (key === null ? {} : { key });

const tag = (element: ReactElement<Props>, name: string): Piece => {
  if (own.has(name) || typed(name, element.props)) return moving(element);
  const { children, dangerouslySetInnerHTML: given, ...props } = element.props;
  const said = opened.has(name) ? null : attributes(props);
  if (childless.has(name)) return { html: said === null ? null : `<${name}${said}>`, made: () => element };
  const inner = given ? [] : pieces(children);
  if (inner.some(({ html }) => html === null)) return { html: null, made: () => createElement(name, { ...props, ...keyed(element) }, ...inner.map((one) => one.made())) };
  const text = given ? given.__html : inner.map(({ html }) => html).join("");
  const whole = name === "pre" && text.startsWith("\n") ? `\n${text}` : text; // the first line break of a `pre` is passed over
  return {
    html: said === null ? null : `<${name}${said}>${whole}</${name}>`,
    made: () => (given || !text.includes("<") ? element : createElement(name, { ...props, ...keyed(element), dangerouslySetInnerHTML: { __html: whole } })),
  };
};

const later = (node: unknown): node is Promise<unknown> => typeof node === "object" && node !== null && "then" in node;

/** A component of the server that waits for nothing is asked what it consists of; one of the browser, or one that waits, moves. */
const component = (element: ReactElement<Props>, what: unknown): Piece => {
  if (typeof what !== "function" || "$$typeof" in what || what.constructor.name === "AsyncFunction") return moving(element);
  const node = (what as (props: Props) => ReactNode)(element.props);
  if (!later(node)) return together(pieces(node), element.key);
  void node.catch(() => undefined);
  return moving(element);
};

const together = (inner: Piece[], key: string | null): Piece =>
  inner.length === 1 && inner[0] && key === null
    ? inner[0]
    : { html: inner.some(({ html }) => html === null) ? null : inner.map(({ html }) => html).join(""), made: () => createElement(Fragment, keyed({ key }), ...inner.map((one) => one.made())) };

const pieces = (node: ReactNode): Piece[] => {
  if (node === null || node === undefined || typeof node === "boolean") return [];
  if (typeof node === "string") return [{ html: escaped(node), made: () => node }];
  if (typeof node === "number" || typeof node === "bigint") return [{ html: String(node), made: () => node }];
  if (Array.isArray(node)) return node.flatMap((one: ReactNode) => pieces(one));
  if (!isValidElement<Props>(node)) return [moving(node)];
  if (typeof node.type === "string") return [tag(node, node.type)];
  if (node.type === Fragment) return [together(pieces(node.props.children), node.key)];
  return [component(node, node.type)];
};

/**
 * Sends what does not move as HTML. React otherwise carries every element through three trees (the server's, the browser's as the server
 * makes it, the browser's own), and writes it into the page twice: for rows of a list, for words and drawings, that is most of what a page
 * costs. Components of the browser, forms with an action of ours, and what waits for something stay React's own, wherever they stand.
 */
export function Still({ children }: { children: ReactNode }) {
  return together(pieces(children), null).made();
}
