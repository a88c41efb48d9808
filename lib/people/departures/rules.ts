import { ok, refuse } from "@/lib/platform/result";

type Leaving = { id: string; closedAt: Date | null; administrator: boolean };

/** Whether an account may close now. `others`: how many administrators there are beside this one. */
export const leave = ({ closedAt, administrator }: Leaving, others: number) => {
  if (closedAt) return refuse("closed-already");
  return administrator && others < 1 ? refuse("last-administrator") : ok({});
};

/** What remains of a closed account: texts hang on it, and it tells nobody whose they were. */
export const emptied = (id: string) => ({
  name: null,
  email: null,
  handle: `left-${id.replaceAll("-", "")}`,
  passwordHash: null,
  about: "",
  position: "",
  knows: [] as string[],
  wants: [] as string[],
  languages: [] as string[],
  timeZone: null,
  locale: null,
  unitId: null,
  managerId: null,
});
