"use server";

import { action } from "@/lib/platform/action";
import { answerFlag, flagTopic } from "./commands";

export const flagTopicAction = action(flagTopic, { says: () => ({ says: "topic-flagged" }) });
export const answerFlagAction = action(answerFlag);
