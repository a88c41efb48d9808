import { getCommunity } from "@/lib/communities/queries";
import { listPeopleForCompletion } from "@/lib/people/queries";
import { json, rest } from "@/lib/platform/rest";

/** Whom someone may mean after an `@`: only who would read it. A community that the reader does not see offers nobody. */
export const GET = rest(
  async ({ actor, query: { q = "", community = "" } }) => {
    const place = community ? await getCommunity(actor, community) : null;
    if (community && !place?.mayRead) return json({ items: [] });
    const people = await listPeopleForCompletion(actor, q, place?.id);
    return json({ items: people.map(({ handle, name, unit }) => ({ handle, name, unit })) });
  },
  { quick: "completion" },
);
