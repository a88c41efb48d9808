import { Frame } from "@/components/shell/frame";
import { LanguageChoice } from "@/components/shell/language-choice";
import { SkipLink } from "@/components/shell/skip-link";

/** What needs no session. */
export default function PublicLayout({ children }: LayoutProps<"/">) {
  return (
    <>
      <SkipLink />
      <Frame foot={<LanguageChoice />}>{children}</Frame>
    </>
  );
}
