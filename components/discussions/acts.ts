import { html, type Html } from "@/components/ui/html";
import { icon, menu } from "@/components/ui/printed";
import type { PostView } from "@/lib/discussions/queries";
import type { Printing } from "./printing";

export type Permits = { react: boolean; reply: boolean; edit: boolean; remove: boolean; accept: boolean; report: boolean; moderate: boolean; hide: boolean };
type Acted = { post: PostView; permits: Permits; /** A reply, and whether it is the accepted one; the first post of a discussion says neither. */ reply?: { accepted: boolean } };

const offered = [
  { name: "thanks", stored: "THANKS", counter: "thanks", word: "thanks" },
  { name: "inspired", stored: "INSPIRED", counter: "inspired", word: "inspired" },
  { name: "same-here", stored: "SAME_HERE", counter: "sameHere", word: "sameHere" },
] as const;

/** A button of one of the page's forms (`ActForms`); `data-act` is how the focus finds it again when the post is written anew. */
const button = (form: keyof typeof fields, value: string, act: string, label: Html, pressed?: boolean) =>
  html`<button form="${form}" name="${fields[form]}" value="${value}" data-act="${act}"${pressed !== undefined && html` aria-pressed="${String(pressed)}"`}>${label}</button>`;
/** What each form hears from the button that was pressed. */
const fields = { react: "press", keep: "press", accept: "replyId", "delete-reply": "id", "delete-discussion": "id" } as const;

/** Thanks, inspired, same here: each a button that says what shall be. Who may not press them sees the counts that there are. */
const reactions = ({ t }: Printing, { post, permits, reply }: Acted) =>
  offered.map(({ name, stored, counter, word }) => {
    const [count, mine] = [post[counter], post.mine.includes(stored)];
    const label = html`${t(`post.${word}`)} ${count > 0 && html`<b>${count}</b>`}`;
    if (!permits.react) return html`<span class="count" data-act="${name}"${count === 0 && html` hidden`}>${label}</span>`;
    return button("react", `${name}:${!mine}${reply ? `:${post.id}` : ""}`, name, label, mine);
  });

const acceptance = ({ t }: Printing, { post }: Acted, accepted: boolean) => {
  const label = html`${icon("check")}${t(accepted ? "post.unaccept" : "post.accept")}`;
  return accepted ? html`<button form="withdraw" data-act="accept">${label}</button>` : button("accept", post.id, "accept", label);
};

const more = ({ t, hiding, href }: Printing, { post, permits, reply }: Acted) => {
  const of = reply ? `?reply=${post.id}` : "";
  const link = (may: boolean, to: string, label: string) => may && html`<a href="${to}">${label}</a>`;
  const items = [
    link(true, `#p-${post.id}`, t("post.link")),
    link(permits.edit, `${href}?edit=${post.id}#p-${post.id}`, t("post.edit")),
    link(post.editedAt !== null, `${href}/history${of}`, t("post.history")),
    link(permits.moderate && !reply, `${href}/manage`, t("post.manage")),
    link(permits.hide, `${href}/hide${of}`, hiding(post.hiddenReason === null ? "open" : "openHidden")),
    link(permits.report, `${href}/report${of}`, t("post.report")),
    permits.remove && html`<button class="grave" form="${reply ? "delete-reply" : "delete-discussion"}" name="id" value="${post.id}">${t("post.delete")}</button>`,
  ];
  return menu({ label: t("post.more"), icon: "dots", items });
};

/** What one can do with a post, quietly: links and buttons of plain HTML, so that a page holds many without any JavaScript of their own. */
export const acts = (printing: Printing, acted: Acted) => {
  const { t, href } = printing;
  const { post, permits, reply } = acted;
  return html`<div class="pacts">${reactions(printing, acted)}${reply && permits.accept && acceptance(printing, acted, reply.accepted)}${reply &&
  permits.reply &&
  html`<a href="${href}?to=${post.id}#write">${icon("reply")}${t("post.reply")}</a>`}${button(
    "keep",
    `${!post.bookmarked}${reply ? `:${post.id}` : ""}`,
    "keep",
    html`${icon("bookmark")}${t(post.bookmarked ? "post.bookmarked" : "post.bookmark")}`,
    post.bookmarked,
  )}${more(printing, acted)}</div>`;
};
