"use client";

import { Crash, type CrashProps } from "@/components/shell/crash";
import { Frame } from "@/components/shell/frame";

/** Where not even the shell could be made: the database does not answer, for instance. */
export default function PortalError(props: CrashProps) {
  return (
    <Frame>
      <Crash {...props} />
    </Frame>
  );
}
