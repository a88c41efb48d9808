"use server";

import { press } from "@/lib/platform/action";
import { markRead, markUnread } from "./commands";

export const markReadAction = press(markRead, { says: ({ id }) => ({ says: "notifications-read", undo: { what: "notifications", id } }) });
export const markUnreadAction = press(markUnread);
