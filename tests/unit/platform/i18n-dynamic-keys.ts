/**
 * Keys that no source names in full, because they are put together from a value: everything that begins like this counts as used.
 * A key built with a template (`refused.${why}`) is found without being listed here.
 */
export const dynamicKeys: readonly string[] = ["account.demo.", "communities.advice.", "outage.", "imports.charter.", "notes.", "settings.taste."];
