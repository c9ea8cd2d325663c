import type { ContestResults } from './contests';
import { total } from './report';

const size = { width: 640, height: 360, left: 56, right: 200, top: 24, bottom: 40 };
const strokes = ['#b3261e', '#1f4e79', '#5b7f2b', '#7a4b9a', '#b26a00', '#3f6f6f'];

/** Draw what the contenders cost, as multiples of the limit, by number of aliases; both axes logarithmic. */
export function plotGrowth({ growth }: ContestResults): string {
  const names = [
    ...new Set(
      growth.flatMap(({ against }) =>
        against.flatMap(({ timings }) => timings.map(({ name }) => name)),
      ),
    ),
  ].filter((name) => name !== 'limit');
  const lines = names.map((name) => ({
    name,
    points: growth
      .map(({ count, against }) => ({
        x: count,
        y: total(against, name) / total(against, 'limit'),
      }))
      .filter(({ y }) => Number.isFinite(y)),
  }));
  const xs = growth.map(({ count }) => count);
  const ys = lines.flatMap(({ points }) => points.map(({ y }) => y));
  const x = createScale(
    { from: Math.min(...xs), to: Math.max(...xs) },
    { from: size.left, to: size.width - size.right },
  );
  const y = createScale(
    { from: 1, to: Math.max(...ys) },
    { from: size.height - size.bottom, to: size.top },
  );
  const ticks = [1, 10, 100, 1000, 10_000].filter((tick) => tick <= Math.max(...ys) * 1.1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
${ticks.map((tick) => `<line x1="${size.left}" x2="${size.width - size.right}" y1="${y(tick)}" y2="${y(tick)}" stroke="#ddd"/><text x="${size.left - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}×</text>`).join('\n')}
${xs.map((count) => `<text x="${x(count)}" y="${size.height - size.bottom + 18}" text-anchor="middle">${count}</text>`).join('\n')}
<text x="${size.left}" y="${size.height - 6}">aliases (multiples of the limit: every character looked at once)</text>
${lines.map((line, index) => drawLine(line, { x, y, index })).join('\n')}
</svg>
`;
}

type Scale = (value: number) => number;
type Line = {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
};

function createScale(
  domain: { readonly from: number; readonly to: number },
  range: { readonly from: number; readonly to: number },
): Scale {
  const span = Math.log(domain.to) - Math.log(domain.from) || 1;
  return (value) =>
    range.from + ((Math.log(value) - Math.log(domain.from)) / span) * (range.to - range.from);
}

function drawLine(
  { name, points }: Line,
  { x, y, index }: { readonly x: Scale; readonly y: Scale; readonly index: number },
): string {
  const stroke = strokes[index % strokes.length];
  const path = points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ');
  const labelY = size.top + 16 * (index + 1);
  const labelX = size.width - size.right + 24;
  return `<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="2"/>
${points.map((point) => `<circle cx="${x(point.x).toFixed(1)}" cy="${y(point.y).toFixed(1)}" r="3" fill="${stroke}"/>`).join('')}
<line x1="${labelX}" x2="${labelX + 14}" y1="${labelY - 4}" y2="${labelY - 4}" stroke="${stroke}" stroke-width="2"/><text x="${labelX + 20}" y="${labelY}">${name}</text>`;
}
