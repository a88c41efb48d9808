import { followTag } from "@/lib/follows/commands";
import { except, json, perform, rest } from "@/lib/platform/rest";

export const PUT = rest<{ slug: string; tag: string }>((call) => perform(call, followTag, { slug: call.params.slug, tag: call.params.tag }, ({ level }) => json({ level })));
export const { GET, POST, PATCH, DELETE, OPTIONS } = except("PUT");
