import { news } from "@/lib/discussions/news/queries";
import { isUuid } from "@/lib/platform/cursor";
import { openStream } from "@/lib/platform/live/stream";
import { except, rest } from "@/lib/platform/rest";

/** Pages that one browser may show at a time, of communities that its person does not belong to. */
const WATCHED = 20;

/** What happens now, as server-sent events: for the pages that are open in one browser. */
export const GET = rest(async ({ actor, request, query }) =>
  openStream(news, { actor, request, watches: (query.watch ?? "").split(",").filter(isUuid).slice(0, WATCHED), after: query.after }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
