import { MultiBar, Presets } from "cli-progress";
import { say } from "../../progress.ts";

const every = 30_000;

/** A bar for each stretch of the work where someone watches; elsewhere a line now and then. */
export const progress = () => {
  const live = process.stdout.isTTY;
  const bars = new MultiBar({ format: "  {what} {bar} {percentage}% | {value} of {total} | {eta_formatted}", hideCursor: true, clearOnComplete: false }, Presets.shades_classic);
  return {
    stretch: (what: string, total: number) => {
      const bar = live ? bars.create(total, 0, { what: what.padEnd(12) }) : null;
      let [done, said] = [0, Date.now()];
      return (more = 1) => {
        done += more;
        bar?.update(done);
        if (live || Date.now() - said < every) return;
        said = Date.now();
        say(`  … ${what}: ${done} of ${total} rows`);
      };
    },
    end: () => bars.stop(),
  };
};
