import { keepDraft } from "@/lib/drafts/commands";
import { perform, rest } from "@/lib/platform/rest";

/** What someone is typing, kept as they type: by a route of its own, since server actions would queue before the form's submit. */
export const PUT = rest((call) => perform(call, keepDraft, {}, () => new Response(null, { status: 204 })), { quick: "draft" });
