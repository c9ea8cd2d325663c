/** Records by rising index, each once, with a value above 0. */
export type Tallied = { readonly records: Uint32Array; readonly values: Float32Array };

/** Collects values for few of many records, without looking at the rest. */
export type Tally = {
  /** Set the value of a record unless it is higher already. */
  raise(record: number, value: number): void;
  add(record: number, value: number): void;
  get(record: number): number;
  /** Take what was collected and begin anew. */
  take(): Tallied;
};

/** Create a tally of records with indexes below `size`. */
export function createTally(size: number): Tally {
  const values = new Float32Array(size);
  let touched: number[] = [];
  const set = (record: number, before: number, value: number): void => {
    if (before === 0) touched.push(record);
    values[record] = value;
  };
  return {
    raise(record, value) {
      const before = values[record] ?? 0;
      if (value > before) set(record, before, value);
    },
    add(record, value) {
      const before = values[record] ?? 0;
      if (value > 0) set(record, before, before + value);
    },
    get: (record) => values[record] ?? 0,
    take() {
      const records = Uint32Array.from(touched).sort();
      const tallied = { records, values: Float32Array.from(records, (each) => values[each] ?? 0) };
      for (const record of touched) values[record] = 0;
      touched = [];
      return tallied;
    },
  };
}
