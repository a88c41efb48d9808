import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "@/components/shell/frame";
import { NotFoundText } from "@/components/shell/not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors.notFound"))("title") };
}

export default function NotFound() {
  return (
    <Frame>
      <NotFoundText />
    </Frame>
  );
}
