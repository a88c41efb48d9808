import { z } from "zod";
import { PostAddress } from "../hiding/schema";
import { REASON_LIMIT } from "./rules";

const said = z.string().max(REASON_LIMIT, "too-long").trim().min(1, "required");

export const ReportPost = PostAddress.extend({ reason: said });
/** A word on what was done: for whoever reported it, and for the next leader. */
export const ResolveReport = z.strictObject({ id: z.uuid(), resolution: said });
