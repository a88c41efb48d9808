import { escaped } from "./letter";

type Link = { label: string; href: string };
/** One thing that happened: what, where to see it, why this reader hears of it. `words`: more that is said, each a paragraph. */
export type Item = { line: string; href: string | null; words: string[]; why: string };
/** What happened in one place; `links` change what is heard of exactly this. */
type Part = { title: string | null; items: Item[]; links: Link[] };
export type Sheet = { locale: string; subject: string; hello: string; intro: string | null; parts: Part[]; links: Link[]; signature: string };

/** The mail as text: everything that the HTML says, too. */
export const sheetText = ({ hello, intro, parts, links, signature }: Sheet) => {
  const ways = (all: Link[]) => all.map(({ label, href }) => `${label}: ${href}`).join("\n");
  const item = ({ line, words, href, why }: Item) => [line, ...words, [...(href ? [href] : []), why].join("\n")].join("\n\n");
  const part = ({ title, items, links: own }: Part) => [...(title ? [`— ${title} —`] : []), ...items.map(item), ...(own.length > 0 ? [ways(own)] : [])].join("\n\n");
  return [hello, ...(intro ? [intro] : []), ...parts.map(part), ways(links), signature].join("\n\n");
};

/** Light and dark by the reader's own choice; what a mail program drops of it still leaves ink on paper. */
const style = `
body{margin:0;background:#faf8f3;color:#2c2621;font:16px/1.55 Georgia,serif}
.sheet{max-width:34em;margin:0 auto;padding:32px 20px}
h2{font-size:18px;line-height:1.3;margin:28px 0 4px}
p{margin:0 0 12px}
a{color:#1c5a7d}
.item{margin:0;padding:14px 0;border-top:1px solid #ddd8ce}
.item a.at{font-size:17px;text-decoration:none}
.small{font:14px/1.5 Arial,sans-serif;color:#5f5a52;margin:4px 0 0}
.foot{margin-top:28px;padding-top:16px;border-top:1px solid #ddd8ce}
@media (prefers-color-scheme:dark){body{background:#1d1a17;color:#e9e4da}a{color:#8fc3e0}.item,.foot{border-color:#3b362f}.small{color:#b3aca0}}
`.trim();

/** The mail as HTML: headings, paragraphs and links, nothing that is fetched from anywhere. */
export const sheetHtml = ({ locale, subject, hello, intro, parts, links, signature }: Sheet) => {
  const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");
  const way = ({ label, href }: Link) => `<a href="${escaped(href)}">${escaped(label)}</a>`;
  const ways = (all: Link[]) => (all.length > 0 ? [`<p class="small">${all.map(way).join("<br>")}</p>`] : []);
  const item = ({ line, words, href, why }: Item) => [
    `<div class="item"><p>${href ? `<a class="at" href="${escaped(href)}">${escaped(line)}</a>` : escaped(line)}</p>`,
    ...words.map((one) => `<p>${lines(one)}</p>`),
    `<p class="small">${escaped(why)}</p></div>`,
  ];
  const part = ({ title, items, links: own }: Part) => [...(title ? [`<h2>${escaped(title)}</h2>`] : []), ...items.flatMap(item), ...ways(own)];
  return [
    `<!doctype html><html lang="${escaped(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(subject)}</title>`,
    `<style>${style}</style></head><body><div class="sheet"><p>${escaped(hello)}</p>`,
    ...(intro ? [`<p>${escaped(intro)}</p>`] : []),
    ...parts.flatMap(part),
    `<div class="foot">`,
    ...ways(links),
    `<p class="small">${escaped(signature)}</p></div></div></body></html>`,
  ].join("\n");
};
