import { SaxesParser } from "saxes";

export type Node = { name: string; attributes: Record<string, string>; text: string; children: Node[] };

/** The tree of an XML document with namespaces; throws where it is not well formed. */
export const parseXml = (xml: string): Node => {
  const top: Node = { name: "", attributes: {}, text: "", children: [] };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes, uri }) => {
    if (uri !== "http://www.w3.org/2005/Atom") throw new Error(`${name} is no element of Atom`);
    const node = { name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, one]) => [key, (one as { value: string }).value])), text: "", children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => {
    const at = open.at(-1);
    if (at) at.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error("an empty document");
  return root;
};

export const all = (node: Node, name: string) => node.children.filter((one) => one.name === name);
export const one = (node: Node, name: string) => {
  const found = all(node, name);
  if (found.length !== 1) throw new Error(`${found.length} of ${name} in ${node.name}`);
  return found[0] as Node;
};
