import { Shell } from "@/components/shell/shell";
import { Notes } from "@/components/ui/notes";
import { Still } from "@/components/ui/still";
import { requireActor } from "@/lib/platform/session";
import { leftNote } from "./left-note";
import { shellData } from "./shell-data";

/** Everything behind a session; whoever has none is sent to sign in, and back. */
export default async function PortalLayout({ children }: LayoutProps<"/">) {
  const me = await requireActor();
  return (
    <Notes left={await leftNote()}>
      <Still>
        <Shell data={await shellData(me)}>{children}</Shell>
      </Still>
    </Notes>
  );
}
