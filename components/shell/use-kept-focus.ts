import { useEffect } from "react";

/**
 * A post is written anew when something was done with it (html.ts), and the button that was pressed is another one then: the focus goes on
 * to the one in its place. Such buttons say what they are in `data-act`, inside an element with an id.
 */
export const useKeptFocus = () => {
  useEffect(() => {
    let watch: MutationObserver | undefined;
    const submit = ({ submitter }: SubmitEvent) => {
      const [act, id] = [submitter?.dataset.act, submitter?.closest("[id]")?.id];
      if (!act || !id) return;
      watch?.disconnect();
      watch = new MutationObserver(() => {
        if (submitter?.isConnected) return;
        watch?.disconnect();
        if (document.activeElement === document.body) document.querySelector<HTMLElement>(`#${CSS.escape(id)} [data-act="${act}"]`)?.focus({ preventScroll: true });
      });
      watch.observe(document.body, { childList: true, subtree: true });
    };
    document.addEventListener("submit", submit, true);
    return () => {
      watch?.disconnect();
      document.removeEventListener("submit", submit, true);
    };
  }, []);
};
