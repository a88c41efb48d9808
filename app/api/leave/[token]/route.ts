import { leaveMails } from "@/lib/notifications/leaving/commands";
import { whoLeaves } from "@/lib/notifications/leaving/queries";
import { problem, readForm, refusal } from "@/lib/platform/http";

type Context = { params: Promise<{ token: string }> };
const quiet = { "cache-control": "private, no-store" };
const page = (token: string, more = "") => new Response(null, { status: 303, headers: { ...quiet, location: `/leave/${token}${more}` } });

/** Some programs open the address instead of posting to it: a page asks then. Nothing changes by looking. */
export const GET = async (_request: Request, { params }: Context) => page(encodeURIComponent((await params).token));

/**
 * A press in the mail program (RFC 8058), or on the page that asked. No session stands behind it and no `Origin` is needed: the
 * token in the address is what allows it, and nobody but the reader of the mail and their mail program has it.
 */
export const POST = async (request: Request, { params }: Context) => {
  const { token } = await params;
  const who = await whoLeaves(token);
  if (!who) return problem("not-found");
  const said = await readForm(request);
  if (!said.ok) return refusal(said);
  const [fromPage, undo] = [said.value.get("from") === "page", said.value.get("undo") === "1"];
  if (!fromPage && said.value.get("List-Unsubscribe") !== "One-Click") return problem("malformed");
  const left = await leaveMails(who.reader, { token, undo: fromPage && undo });
  if (!left.ok) return problem("not-found");
  return fromPage ? page(token, undo ? "?undone=1" : "?done=1") : new Response(null, { status: 200, headers: quiet });
};
