"use server";

import { action } from "@/lib/platform/action";
import { reportPost, resolveReport } from "./commands";

export const reportPostAction = action(reportPost);
export const resolveReportAction = action(resolveReport);
