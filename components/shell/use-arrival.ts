import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** On arriving at another page the focus goes to its content, so that keyboard and screen reader begin there, not in the shell. */
export const useArrival = () => {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!location.hash) document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
};
