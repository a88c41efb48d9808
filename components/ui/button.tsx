import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Look = {
  /** One primary in a group; plain otherwise; bare among text; grave for what cannot be had back. */
  look?: "primary" | "plain" | "bare" | "grave";
  small?: boolean;
  icon?: IconName;
};
const classes = { primary: "pri", plain: "", bare: "bare", grave: "grave" };
const looks = ({ look = "plain", small }: Look, more?: string) => ["btn", classes[look], small && "sm", more].filter(Boolean).join(" ");

type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & Look & {
  /** While it works: the label stays, a line moves under it after a moment; a second press does nothing. */
  busy?: boolean;
  /** Why it cannot be pressed now: it stays in reach and says so, instead of going dumb. */
  because?: string | undefined;
};

export function Button({ look, small, icon, busy, because, className, children, type = "button", ...rest }: ButtonProps) {
  const held = busy || because !== undefined;
  return (
    <button
      {...rest}
      type={held && type === "submit" ? "button" : type}
      className={looks({ look, small }, className)}
      aria-busy={busy || undefined}
      aria-disabled={held || undefined}
      title={because ?? rest.title}
      onClick={held ? undefined : rest.onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
      {because !== undefined && <span className="vh">. {because}</span>}
    </button>
  );
}

type LinkButtonProps<T extends string> = Omit<ComponentProps<"a">, "href"> & Look & { href: Route<T>; children: ReactNode };

export function LinkButton<T extends string>({ look, small, icon, className, children, ...rest }: LinkButtonProps<T>) {
  return (
    <a {...rest} className={looks({ look, small }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
