import { z } from "zod";
import { tidy } from "../rules";

/** `palette`: the places and actions that the words fit as well, all of them where nothing is typed yet. */
export const SuggestAddress = z.object({
  q: z.string().catch("").transform(tidy),
  palette: z.string().optional().transform((said) => said !== undefined),
});
