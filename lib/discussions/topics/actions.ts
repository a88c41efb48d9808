"use server";

import { action } from "@/lib/platform/action";
import { summariseTopic } from "./commands";

export const summariseTopicAction = action(summariseTopic);
