import { followCommunity } from "@/lib/follows/commands";
import { except, json, perform, rest } from "@/lib/platform/rest";

export const PUT = rest<{ slug: string }>((call) => perform(call, followCommunity, { slug: call.params.slug }, ({ level }) => json({ level })));
export const { GET, POST, PATCH, DELETE, OPTIONS } = except("PUT");
