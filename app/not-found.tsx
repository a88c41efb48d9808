import { Frame } from "@/components/shell/frame";
import { NotFoundText } from "@/components/shell/not-found";

export default function NotFound() {
  return (
    <Frame>
      <NotFoundText />
    </Frame>
  );
}
