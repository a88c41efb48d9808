"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormStatus } from "@/components/ui/form-status";
import type { IconName } from "@/components/ui/icon";
import { type Said, useRefusal } from "./use-refusal";

type ActFormProps<Out> = {
  act: (before: Said<Out>, form: FormData) => Promise<NonNullable<Said<Out>>>;
  fields: Record<string, string | number | undefined>;
  icon?: IconName;
  look?: "primary" | "plain" | "grave";
  children: ReactNode;
};

/** A form that is only a button, and says beside it why it could not be done. */
export function ActForm<Out>({ act, fields, icon, look, children }: ActFormProps<Out>) {
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
