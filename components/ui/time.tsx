import { useFormat } from "@/lib/platform/i18n/format";

/** When: "3 hours ago", the exact moment on pointing at it. `as="day"` for a date, `as="moment"` for both in full. */
export function Time({ at, as = "ago" }: { at: Date | string; as?: "ago" | "day" | "moment" }) {
  const format = useFormat();
  const date = typeof at === "string" ? new Date(at) : at;
  return (
    <time dateTime={date.toISOString()} title={as === "moment" ? undefined : format.moment(date)}>
      {format[as](date)}
    </time>
  );
}
