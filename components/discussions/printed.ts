import { html, type Html, trusted } from "@/components/ui/html";
import { monogram, time } from "@/components/ui/printed";
import type { Author, PostView } from "@/lib/discussions/queries";
import type { ReplyView } from "@/lib/discussions/replies/queries";
import { acts, type Permits } from "./acts";
import { personHref } from "./author";
import type { Printing } from "./printing";

/** Name, unit, and that it came from elsewhere; the name leads to the person where there is one. */
const author = ({ t, authorName }: Printing, who: Author) => {
  const name = authorName(who);
  return html`<b>${who.handle && who.name ? html`<a href="${personHref(who.handle)}">${name}</a>` : name}</b>${who.unit && html`<span>${who.unit}</span>`}${who.imported && html`<span>${t("post.imported")}</span>`}`;
};

type By = { post: PostView; historyHref?: string | undefined; isNew?: boolean | undefined };

/** Who, from where, when, and whether it was changed since. */
export const by = (printing: Printing, { post, historyHref, isNew }: By) => {
  const { t, format } = printing;
  const edited = post.editedAt && t("post.edited");
  return html`<p class="by">${author(printing, post.author)}<a href="#p-${post.id}">${time(format, post.createdAt)}</a>${isNew && html`<span class="fresh">${t("post.new")}</span>`}${
    edited && (historyHref ? html`<a href="${historyHref}">${edited}</a>` : html`<span>${edited}</span>`)
  }${post.importedVotes !== null && html`<span>${t("page.votes", { count: post.importedVotes })}</span>`}${
    post.sourceUrl && html`<a href="${post.sourceUrl}" rel="nofollow ugc noopener">${t("page.source")}</a>`
  }</p>`;
};

/** The text as it was rendered and sanitised when it was written; a hidden one only says why. */
export const prose = ({ t, language }: Printing, post: Pick<PostView, "html" | "language" | "hiddenReason">) =>
  post.hiddenReason !== null
    ? html`<p class="gone">${t("post.hidden", { reason: post.hiddenReason })}</p>`
    : html`<div class="prose"${post.language !== language && html` lang="${post.language}"`}>${trusted(post.html)}</div>`;

export const gutter = ({ authorName }: Printing, post: PostView, small?: boolean) => monogram(authorName(post.author), small);

/** Who and when, what they wrote, quiet acts. */
export const body = (printing: Printing, said: By & { permits: Permits; reply?: { accepted: boolean } }) => html`<div>${by(printing, said)}${prose(printing, said.post)}${acts(printing, said)}</div>`;

/** What was said under an answer; the one that is being changed leaves its place to the form. */
export const under = (printing: Printing, replies: readonly ReplyView[], { permits, fresh, without }: { permits: (reply: ReplyView) => Permits; fresh: ReadonlySet<string>; without?: string | undefined }): Html | false => {
  const shown = replies.filter(({ id }) => id !== without);
  const one = (reply: ReplyView) =>
    html`<li id="p-${reply.id}">${gutter(printing, reply, true)}${body(printing, {
      post: reply,
      historyHref: `${printing.href}/history?reply=${reply.id}`,
      isNew: fresh.has(reply.id),
      permits: { ...permits(reply), accept: false },
      reply: { accepted: false },
    })}</li>`;
  return shown.length > 0 && html`<ol class="sub">${shown.map(one)}</ol>`;
};
