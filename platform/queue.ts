/** Create a queue that runs what it is given one after the other, in the order given. */
export function createQueue(): <Result>(run: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const result = last.then(run);
    // A failure concerns its caller only, not who comes next.
    last = result.catch(() => {});
    return result;
  };
}
