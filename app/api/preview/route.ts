import { previewText } from "@/lib/discussions/texts/queries";
import { refusal } from "@/lib/platform/http";
import { json, rest, said } from "@/lib/platform/rest";

/** A text as it would be rendered, for who is writing it. */
export const POST = rest(
  async ({ actor, request }) => {
    const body = await said(request);
    return body.ok ? json(await previewText(actor, body.value)) : refusal(body);
  },
  { quick: "draft" },
);
