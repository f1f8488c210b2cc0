import fc from "fast-check";

/**
 * Properties draw the same cases in every run, so that a run tells of the code and not of what was drawn;
 * `npm run prove` draws others.
 */
fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 46_220) });
