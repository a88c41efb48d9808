import { NotFoundText } from "@/components/shell/not-found";

export default function NotFound() {
  return <NotFoundText />;
}
