import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio], [type=button]), textarea, select"));

/** `/` goes to the search box, or to the search page where the box is not on the screen. */
export const useSlash = () => {
  const router = useRouter();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey || event.isComposing || writes(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      const box = document.querySelector<HTMLInputElement>("#q");
      if (!box?.checkVisibility()) return router.push("/search" as Route);
      box.focus();
      box.select();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [router]);
};
