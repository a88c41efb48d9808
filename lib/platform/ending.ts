import "server-only";
import { log } from "./log";
import { sayEnding } from "./health";

const signals = ["SIGTERM", "SIGINT"] as const;

/**
 * Ends the work in hand when somebody asks this server to end, and only then lets Next close: it answers what it has been asked
 * and exits, whether or not a job is still at work. `/readyz` says from the first moment that nothing more should come.
 */
export const endAfter = (work: () => Promise<unknown>) => {
  const theirs = signals.map((signal) => [signal, process.listeners(signal)] as const);
  let ending = false;
  for (const [signal, before] of theirs) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      sayEnding();
      work()
        .catch((error: unknown) => log.error("the work in hand could not be ended", { error }))
        .finally(() => before.forEach((end) => end(signal)));
    });
  }
};
