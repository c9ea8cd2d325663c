import { useState } from 'preact/hooks';
import type { CardControl, FactCardProps, Undo } from './fact-card-props';

type Applied = {
  /** The control that took effect last and can be taken back. */
  readonly done: CardControl | null;
  readonly apply: (control: CardControl) => void;
  readonly undo: () => void;
};

/** Apply controls and keep the last one's undo at hand. */
export function useControl(onControl: FactCardProps['onControl']): Applied {
  const [last, setLast] = useState<{ control: CardControl; undo: Undo } | null>(null);

  async function apply(control: CardControl): Promise<void> {
    const undo = await onControl(control);
    if (undo) setLast({ control, undo });
  }
  return {
    done: last?.control ?? null,
    apply: (control) => void apply(control),
    undo: () => {
      last?.undo();
      setLast(null);
    },
  };
}
