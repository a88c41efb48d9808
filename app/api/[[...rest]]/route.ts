import { problem } from "@/lib/platform/http";
import { rest } from "@/lib/platform/rest";

/** Where nothing stands, programs are told in their own form: first who they are (401), then that there is nothing (404). */
const nothing = rest<unknown>(async () => problem("not-found"));

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
