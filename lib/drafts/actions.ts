"use server";

import { press } from "@/lib/platform/action";
import { dropDraft } from "./commands";

export const dropDraftAction = press(dropDraft);
