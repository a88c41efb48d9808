"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useId, useRef } from "react";
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
  const leaf = useRef<HTMLDialogElement>(null);
  const close = () => leaf.current?.close();
  const beside = (event: MouseEvent) => {
    if (event.target === leaf.current) close();
  };
  return (
    <>
      <Button {...trigger} aria-haspopup="dialog" onClick={() => leaf.current?.showModal()} />
      <dialog className="leaf" ref={leaf} aria-labelledby={heading} onMouseDown={beside}>
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
