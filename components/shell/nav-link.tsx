"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

const within = (path: string, href: string) => path === href || (href !== "/" && path.startsWith(`${href}/`));

type NavLinkProps = { href: Route; children: ReactNode; /** Places below this one with a link of their own. */ unless?: readonly string[] };

/** Knows whether one is there: runs in the browser, because the shell stays while pages change. */
export function NavLink({ href, unless = [], children }: NavLinkProps) {
  const path = usePathname();
  const here = within(path, href) && !unless.some((other) => within(path, other));
  return (
    <a href={href} aria-current={here ? (path === href ? "page" : "true") : undefined}>
      {children}
    </a>
  );
}
