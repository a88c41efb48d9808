"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

type DialogProps = {
  title: ReactNode;
  /** The button that opens it. */
  trigger: Omit<Parameters<typeof Button>[0], "onClick" | "type">;
  /** `close` for what ends it from inside; a form with `method="dialog"` does so by itself. */
  children: ReactNode | ((close: () => void) => ReactNode);
};

/** A leaf over the page, by the browser's own `<dialog>`: keeps the focus in, gives it back, closes on Escape and beside it. */
export function Dialog({ title, trigger, children }: DialogProps) {
  const t = useTranslations("ui");
  const heading = useId();
  const [leaf, setLeaf] = useState<HTMLDialogElement | null>(null);
  const close = () => leaf?.close();
  useEffect(() => {
    const beside = ({ target }: Event) => target === leaf && leaf?.close();
    leaf?.addEventListener("mousedown", beside);
    return () => leaf?.removeEventListener("mousedown", beside);
  }, [leaf]);
  return (
    <>
      <Button {...trigger} aria-haspopup="dialog" onClick={() => leaf?.showModal()} />
      <dialog className="leaf" ref={setLeaf} aria-labelledby={heading}>
        <header>
          <h2 id={heading}>{title}</h2>
          <button type="button" aria-label={t("close")} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {typeof children === "function" ? children(close) : children}
      </dialog>
    </>
  );
}
