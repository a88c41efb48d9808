"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormStatus } from "@/components/ui/form-status";
import type { IconName } from "@/components/ui/icon";
import { type Act, useRefusal, type Why } from "./use-refusal";

type ActFormProps<Out, W extends Why> = {
  act: Act<Out, W>;
  fields: Record<string, string | number | undefined>;
  icon?: IconName;
  look?: "primary" | "plain" | "grave";
  children: ReactNode;
};

/** A form that is only a button, and says beside it why it could not be done. */
export function ActForm<Out, W extends Why>({ act, fields, icon, look, children }: ActFormProps<Out, W>) {
  const [answer, send, pending] = useActionState(act, null);
  const refusal = useRefusal(answer);
  return (
    <form action={send} className="form">
      <FormStatus {...refusal.status()} />
      {Object.entries(fields).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
      <Button type="submit" busy={pending} {...(look && { look })} {...(icon && { icon })}>
        {children}
      </Button>
    </form>
  );
}
