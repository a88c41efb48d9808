import { markRead } from "@/lib/notifications/commands";
import { countUnread } from "@/lib/notifications/queries";
import { except, json, perform, rest } from "@/lib/platform/rest";

export const POST = rest((call) => perform(call, markRead, {}, async () => json({ unread: await countUnread(call.actor) })));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = except("POST");
