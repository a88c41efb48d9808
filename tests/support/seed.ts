import fc from "fast-check";

/** The same worlds in every run, so that a red run speaks of the change; `FC_SEED=random` or a number looks for new ones. */
const said = process.env.FC_SEED ?? "20261128";
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(said !== "random" && { seed: Number(said) }) });
