import { getMyData } from "@/lib/people/exports/queries";
import { problem } from "@/lib/platform/http";
import { optionalActor } from "@/lib/platform/session";

/** Everything the portal keeps of whoever asks, as one file. */
export const GET = async () => {
  const me = await optionalActor();
  if (!me) return problem("unauthenticated");
  const file = JSON.stringify(await getMyData(me), null, 2);
  return new Response(file, {
    headers: { "content-type": "application/json; charset=utf-8", "content-disposition": `attachment; filename="stepwell-${me.handle}.json"`, "cache-control": "private, no-store" },
  });
};
