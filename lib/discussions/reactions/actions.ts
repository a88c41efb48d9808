"use server";

import { press } from "@/lib/platform/action";
import { keepBookmark, react } from "./commands";

export const reactAction = press(react);
export const keepBookmarkAction = press(keepBookmark);
