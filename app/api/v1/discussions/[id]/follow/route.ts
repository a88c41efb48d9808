import { followDiscussion } from "@/lib/follows/commands";
import { except, json, perform, rest } from "@/lib/platform/rest";

export const PUT = rest<{ id: string }>((call) => perform(call, followDiscussion, { id: call.params.id }, ({ level }) => json({ level })));
export const { GET, POST, PATCH, DELETE, OPTIONS } = except("PUT");
