import { listMembers } from "@/lib/communities/members/queries";
import { MembersRequest } from "@/lib/communities/members/schema";
import { getCommunity } from "@/lib/communities/queries";
import { problem } from "@/lib/platform/http";
import { asked, except, json, rest } from "@/lib/platform/rest";
import { showMember } from "../../../_views/communities";

export const GET = rest<{ slug: string }>(async ({ actor, params: { slug }, query }) => {
  const community = await getCommunity(actor, slug);
  if (!community) return problem("not-found");
  if (!community.mayRead) return problem("forbidden");
  return asked(MembersRequest, query, async (filter) => {
    const { items, next } = await listMembers(actor, slug, filter);
    return json({ items: items.map(showMember), next });
  });
});
export const { POST, PUT, PATCH, DELETE, OPTIONS } = except("GET");
