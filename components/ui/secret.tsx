import type { ReactNode } from "react";
import { Dot } from "./rows";
import { Time } from "./time";
import { Told } from "./told";

type SecretProps = { says: string; label: string; text: string; children?: ReactNode };

/** What is shown in the answer to the form that made it, this once: nobody can show it again. */
export function Secret({ says, label, text, children }: SecretProps) {
  return (
    <Told tone="done">
      <p>{says}</p>
      <output className="secret" aria-label={label}>
        {text}
      </output>
      {children}
    </Told>
  );
}

type LifeProps = { made: string; used: string; unused: string; createdAt: Date; lastUsedAt: Date | null };

/** When such a thing was made, and whether it is in use. */
export function Life({ made, used, unused, createdAt, lastUsedAt }: LifeProps) {
  return (
    <>
      {made} <Time at={createdAt} as="day" />
      <Dot />
      {lastUsedAt ? (
        <>
          {used} <Time at={lastUsedAt} />
        </>
      ) : (
        unused
      )}
    </>
  );
}
