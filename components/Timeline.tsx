import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Fact } from '@/core/pack';
import { formatPartialDate } from '@/core/partial-date';
import { layOutTimeline, type TimelineEntry } from '@/core/timeline';
import type { Translate } from '@/core/translate';
import { Button } from './Button';
import { useTranslate } from './translation';

/** Size of the drawing in its own units. */
const width = 320;
const laneHeight = 12;
const labelHeight = 18;
const radius = 4;

/** Draw the dated facts on an axis of years; the same dates follow as a list on demand. */
export function Timeline(props: {
  readonly facts: readonly Fact[];
  readonly packLanguage: string;
}): JSX.Element | null {
  const translate = useTranslate();
  const listId = useId();
  const [showsList, setShowsList] = useState(false);
  const timeline = layOutTimeline(props.facts);
  if (timeline === null) return null;
  const { entries, firstYear, endYear } = timeline;
  const lanes = 1 + Math.max(...entries.map(({ lane }) => lane));
  const axisY = lanes * laneHeight + 2;
  const first = entries[0];
  const last = entries.at(-1);

  return (
    <section class="timeline">
      <h3 class="card-heading">{translate('cardTimeline')}</h3>
      <svg
        viewBox={`0 0 ${width} ${axisY + labelHeight}`}
        role="img"
        aria-label={translate('timelineDescription', {
          first: first === undefined ? '' : writeDate(first, translate),
          last: last === undefined ? '' : writeDate(last, translate),
        })}
      >
        <path class="timeline-axis" d={`M0 ${axisY}H${width}`} />
        {chooseTicks(firstYear, endYear).map((year) => {
          const x = ((year - firstYear) / (endYear - firstYear)) * width;
          return (
            <g key={year}>
              <path class="timeline-axis" d={`M${x} ${axisY}v4`} />
              <text
                x={x}
                y={axisY + labelHeight - 3}
                text-anchor={year === firstYear ? 'start' : year === endYear ? 'end' : 'middle'}
              >
                {year}
              </text>
            </g>
          );
        })}
        {entries.map((entry) => (
          <Mark key={`${entry.date} ${entry.role}`} entry={entry} axisY={axisY} />
        ))}
      </svg>
      <Button
        look="quiet"
        isExpanded={showsList}
        controls={listId}
        onClick={() => setShowsList(!showsList)}
      >
        {showsList ? translate('cardTimelineHide') : translate('cardTimelineShow')}
      </Button>
      {showsList && (
        <dl class="timeline-list" id={listId}>
          {entries.map((entry) => (
            <div key={`${entry.date} ${entry.role}`}>
              <dt>{writeDate(entry, translate)}</dt>
              {entry.facts.map((fact) => (
                <dd key={fact.id} lang={props.packLanguage} dir="auto">
                  {fact.statement}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** A stretch as long as the date is vague, never shorter than a dot; planned dates are hollow. */
function Mark({ entry, axisY }: { entry: TimelineEntry; axisY: number }): JSX.Element {
  const y = axisY - 7 - entry.lane * laneHeight;
  const length = Math.max(2 * radius, (entry.to - entry.from) * width);
  const x = Math.min(entry.from * width, width - length);
  return (
    <>
      {entry.role === 'since' && <path class="timeline-lasting" d={`M${x} ${y}H${width}`} />}
      <rect
        class={`timeline-mark timeline-${entry.role}`}
        x={x}
        y={y - radius}
        width={length}
        height={2 * radius}
        rx={radius}
      />
    </>
  );
}

function writeDate({ date, role }: TimelineEntry, translate: Translate): string {
  const written = formatPartialDate(date, translate.language);
  if (role === 'scheduled') return translate('timelineScheduled', { date: written });
  if (role === 'since') return translate('timelineSince', { date: written });
  return written;
}

/** Choose at most six whole years to name, the first always among them. */
function chooseTicks(firstYear: number, endYear: number): number[] {
  const years = endYear - firstYear;
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => years / size <= 5) ?? 500;
  const ticks = [firstYear];
  for (let year = Math.ceil((firstYear + 1) / step) * step; year <= endYear; year += step) {
    const isTooClose = year - firstYear < years / 8;
    if (!isTooClose) ticks.push(year);
  }
  return ticks;
}
