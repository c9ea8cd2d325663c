/**
 * How long tests wait for what must come, in milliseconds. Long, for a machine that is busy with
 * other things: nothing waits longer than it must. Short where tests are expected to fail.
 */
export const patienceMs = Number(process.env['PATIENCE_MS'] ?? 60_000);
