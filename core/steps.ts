/** Work in steps, between which whoever runs it may pause. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Do all steps at once. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
