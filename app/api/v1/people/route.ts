import { listPeople } from "@/lib/people/queries";
import { PeopleRequest } from "@/lib/people/schema";
import { asked, except, json, rest } from "@/lib/platform/rest";
import { showPersonListed } from "../_views/people";

export const GET = rest(({ actor, query }) =>
  asked(PeopleRequest, query, async (filter) => {
    const { items, next } = await listPeople(actor, filter);
    return json({ items: items.map(showPersonListed), next });
  }),
);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
