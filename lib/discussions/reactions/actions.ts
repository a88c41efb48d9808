"use server";

import { action } from "@/lib/platform/action";
import { keepBookmark, react } from "./commands";

export const reactAction = action(react);
export const keepBookmarkAction = action(keepBookmark);
