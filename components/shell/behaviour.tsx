"use client";

import { useArrival } from "./use-arrival";
import { useKeptFocus } from "./use-kept-focus";
import { useLinks } from "./use-links";
import { useMenus } from "./use-menus";
import { useSeek } from "./use-seek";
import { useSlash } from "./use-slash";

/** The one component of the shell that runs in the browser: pages stay plain HTML with plain links, however many they hold. */
export function Behaviour() {
  const going = useLinks();
  useArrival();
  useKeptFocus();
  useMenus();
  useSlash();
  useSeek();
  return <div className="going" data-busy={going || undefined} aria-hidden="true" />;
}
