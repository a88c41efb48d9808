import { drawings, type IconName } from "./drawings";
import { inside, trusted } from "./html";

export type { IconName } from "./drawings";

/** A drawing beside words that say the same: hidden from those who listen. An icon alone needs a label on its button. */
export function Icon({ name, small, className }: { name: IconName; small?: boolean; className?: string }) {
  return <svg className={["i", small && "s", className].filter(Boolean).join(" ")} viewBox="0 0 20 20" aria-hidden="true" {...inside(trusted(drawings[name]))} />;
}
