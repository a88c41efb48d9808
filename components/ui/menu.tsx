import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type MenuProps = {
  label: ReactNode;
  /** An icon alone, the label for ears only. */
  icon?: IconName;
  iconOnly?: boolean;
  /** Opens to the right of its left edge; to the left of its right edge otherwise. */
  start?: boolean;
  look?: "button" | "quiet";
  /** `<li>` with a link, or a button in a form. */
  children: ReactNode;
};

/** A few things to do, folded behind one word. Plain HTML, so that a page may hold a hundred; `Behaviour` in the shell closes it. */
export function Menu({ label, icon, iconOnly, start, look = "button", children }: MenuProps) {
  return (
    <details className={start ? "menu start" : "menu"} name="menu">
      <summary className={look === "button" ? "btn" : undefined}>
        {icon && <Icon name={icon} />}
        <span className={iconOnly ? "vh" : undefined}>{label}</span>
        {!iconOnly && <Icon name="down" className="chev" />}
      </summary>
      <ul>{children}</ul>
    </details>
  );
}
