import type { JSX } from 'preact';
import { Button } from '@/components/Button';
import { RadioGroup } from '@/components/RadioGroup';
import { Switch } from '@/components/Switch';
import { UndoNotice } from '@/components/UndoNotice';
import { ignore } from './pack';
import type { Specimen } from './specimen';

const showNotice = (text: string, onUndo: (() => void) | null): JSX.Element => (
  <UndoNotice text={text} onUndo={onUndo} onClose={ignore} takesFocus={false} />
);

export const controlSpecimens: readonly Specimen[] = [
  {
    name: 'undo-notice',
    element: showNotice('“BKDP” will not be marked again.', ignore),
  },
  { name: 'undo-notice-done', element: showNotice('Undone.', null) },
  {
    name: 'buttons',
    element: (
      <div class="button-row">
        <Button look="primary" onClick={ignore}>
          Primary
        </Button>
        <Button onClick={ignore}>Plain</Button>
        <Button look="quiet" icon="copy" onClick={ignore}>
          Quiet
        </Button>
        <Button look="icon" icon="close" onClick={ignore}>
          Close
        </Button>
        <Button isDisabled onClick={ignore}>
          Disabled
        </Button>
        <Button isPressed onClick={ignore}>
          Pressed
        </Button>
      </div>
    ),
  },
  {
    name: 'switches',
    element: (
      <>
        <Switch label="On" isOn onChange={ignore} description="What this does." />
        <Switch label="Off" isOn={false} onChange={ignore} />
        <Switch label="Cannot be changed" isOn isDisabled onChange={ignore} />
      </>
    ),
  },
  {
    name: 'radio-group',
    element: (
      <RadioGroup
        legend="Which mentions are marked"
        value="first"
        choices={[
          { value: 'every', label: 'Every one' },
          { value: 'first', label: 'The first in each section', description: 'The default.' },
        ]}
        onChange={ignore}
      />
    ),
  },
];
