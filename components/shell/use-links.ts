import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { isPage } from "@/lib/platform/addresses";

/** An address of ours that the router can open in place; null for everything the browser should do itself. */
const inPlace = (address: string) => {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin || !isPage(url.pathname)) return null;
  const same = url.pathname === location.pathname && url.search === location.search;
  return same && url.hash ? null : ((url.pathname + url.search + url.hash) as Route);
};

const linkOf = (event: MouseEvent) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download") || (link.target && link.target !== "_self")) return null;
  return inPlace(link.href);
};

const searchOf = (event: SubmitEvent) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "get") return null;
  const url = new URL(form.action, location.href);
  const said = [...new FormData(form, event.submitter)].filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "");
  url.search = new URLSearchParams(said).toString();
  return inPlace(url.href);
};

/**
 * Plain links, and plain forms that look something up, change the page in place, so that the shell stays. Returns whether
 * a page is on its way. One listener for all: a row of a list needs no component of its own in the browser.
 */
export const useLinks = () => {
  const router = useRouter();
  const [going, start] = useTransition();
  useEffect(() => {
    const open = (event: Event, address: Route | null) => {
      if (!address) return;
      event.preventDefault();
      start(() => router.push(address));
    };
    const click = (event: MouseEvent) => open(event, linkOf(event));
    const submit = (event: SubmitEvent) => open(event, searchOf(event));
    const change = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement && target.dataset.auto !== undefined) target.form?.requestSubmit();
    };
    document.addEventListener("click", click);
    document.addEventListener("submit", submit);
    document.addEventListener("change", change);
    return () => {
      document.removeEventListener("click", click);
      document.removeEventListener("submit", submit);
      document.removeEventListener("change", change);
    };
  }, [router]);
  return going;
};
