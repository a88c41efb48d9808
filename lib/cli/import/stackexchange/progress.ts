import { MultiBar, Presets } from "cli-progress";
import { say } from "../../progress.ts";

const every = 30_000;

/** A bar for each stretch of the work where someone watches; elsewhere a line now and then. */
export const progress = () => {
  const live = process.stdout.isTTY;
  const bars = live ? new MultiBar({ format: "  {what} {bar} {percentage}% | {value} of {total} | {eta_formatted}", hideCursor: true, clearOnComplete: false }, Presets.shades_classic) : null;
  return {
    stretch: (what: string, total: number) => {
      const bar = bars?.create(total, 0, { what: what.padEnd(12) });
      let [done, said] = [0, Date.now()];
      return (more = 1) => {
        done += more;
        bar?.update(done);
        if (bars || Date.now() - said < every) return;
        said = Date.now();
        say(`  … ${what}: ${done} of ${total} rows`);
      };
    },
    end: () => bars?.stop(),
  };
};
