// Charts as inline SVG. Colours come from the style sheet.
import { h, svg, whole, tenths, counted } from './dom.js';

/** A bar of upheld and overturned decisions, relative to the largest total. */
export function outcomeBar(row, maximum) {
  const percent = (count) => (maximum === 0 ? 0 : (100 * count) / maximum);
  const upheld = percent(row.upheld);
  return svg('svg', { class: 'bar', 'aria-hidden': 'true' },
    svg('rect', { class: 'fill-track', width: '100%', height: '10', rx: '3' }),
    svg('rect', { class: 'fill-upheld', width: `${upheld}%`, height: '10', rx: '3' }),
    svg('rect', { class: 'fill-overturned', x: `${upheld}%`, width: `${percent(row.overturned)}%`, height: '10', rx: '3' }));
}

/** A bar of open and settled dead letters, relative to the largest total. */
export function settledBar(open, settled, maximum) {
  const percent = (count) => (maximum === 0 ? 0 : (100 * count) / maximum);
  return svg('svg', { class: 'bar', 'aria-hidden': 'true' },
    svg('rect', { class: 'fill-track', width: '100%', height: '10', rx: '3' }),
    svg('rect', { class: 'fill-dead', width: `${percent(open)}%`, height: '10', rx: '3' }),
    svg('rect', { class: 'fill-settled', x: `${percent(open)}%`, width: `${percent(settled)}%`, height: '10', rx: '3' }));
}

export function countBar(count, maximum) {
  return settledBar(count, 0, maximum);
}

export function outcomeLegend() {
  return h('ul', { class: 'legend' },
    h('li', {}, h('span', { class: 'swatch upheld' }), 'Upheld'),
    h('li', {}, h('span', { class: 'swatch overturned' }), 'Overturned'));
}

function axisMaximum(maximum) {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, maximum)));
  return [1, 2, 3, 4, 6, 8, 10].map((times) => times * step).find((top) => top >= maximum);
}

function scale(width, top, left, y, format) {
  const marks = top > 1 && top % 2 === 0 ? [0, top / 2, top] : [0, top];
  return marks.map((mark) => svg('g', {},
    svg('line', { class: 'gridline', x1: left, x2: width, y1: y(mark), y2: y(mark) }),
    svg('text', { x: left - 8, y: y(mark) + 4, 'text-anchor': 'end' }, format(mark))));
}

/** One column per month; months without decisions stay empty, so that the time axis is linear. */
export function monthChart(rows, width) {
  const dated = rows.filter((row) => row.name);
  const months = monthRange(dated.map((row) => row.name));
  const byMonth = new Map(dated.map((row) => [row.name, row]));
  const height = width < 420 ? 260 : 372;
  const left = 40;
  const bottom = height - 24;
  const top = axisMaximum(Math.max(1, ...dated.map((row) => row.decisions)));
  const y = (count) => bottom - ((bottom - 10) * count) / top;
  const slot = (width - left) / Math.max(1, months.length);
  const thick = Math.max(2, Math.min(30, slot * 0.72));
  const columns = months.map((month, index) => {
    const row = byMonth.get(month);
    const x = left + index * slot + (slot - thick) / 2;
    return row ? column(row, x, thick, y) : null;
  });
  return svg('svg', {
    class: 'chart', viewBox: `0 0 ${width} ${height}`, height, role: 'img',
    'aria-label': `Decisions by month of decision, ${counted(dated.length, 'month', 'months')} with decisions`,
  }, scale(width, top, left, y, whole), columns, monthLabels(months, left, slot, height));
}

function column(row, x, thick, y) {
  const upheld = y(0) - y(row.upheld);
  const overturned = y(0) - y(row.overturned);
  return svg('g', { class: 'month' },
    svg('title', {}, `${monthName(row.name)}: ${row.upheld} upheld, ${row.overturned} overturned`),
    svg('rect', { class: 'fill-upheld', x, width: thick, y: y(row.upheld), height: upheld, rx: Math.min(2, thick / 4) }),
    svg('rect', { class: 'fill-overturned', x, width: thick, y: y(row.upheld) - overturned - (upheld && overturned ? 1.5 : 0), height: overturned, rx: Math.min(2, thick / 4) }));
}

function monthLabels(months, left, slot, height) {
  const step = Math.max(1, Math.ceil(64 / slot));
  const years = months.length > 18;
  let free = -1;
  return months.map((month, index) => {
    const wanted = years ? month.endsWith('-01') || index === 0 : index % step === 0;
    if (!wanted || index < free || (years && index === 0 && months.slice(1, step).some((m) => m.endsWith('-01')))) {
      return null;
    }
    free = index + Math.max(1, Math.ceil((years ? 38 : 64) / slot));
    const text = years ? month.slice(0, 4) : monthName(month);
    return svg('text', { x: left + index * slot + (years ? 0 : slot / 2), y: height - 5, 'text-anchor': years ? 'start' : 'middle' }, text);
  });
}

export function monthName(month) {
  return month
    ? new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-US', { year: 'numeric', month: 'short', timeZone: 'UTC' })
    : 'No date';
}

function monthRange(names) {
  if (names.length === 0) {
    return [];
  }
  const number = (name) => Number(name.slice(0, 4)) * 12 + Number(name.slice(5)) - 1;
  const name = (n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  const first = number(names[0]);
  return Array.from({ length: number(names.at(-1)) - first + 1 }, (_, index) => name(first + index));
}

/** Letters and determinations per second, over the last two minutes. */
export function throughputChart(history, width) {
  const height = 170;
  const left = 44;
  const bottom = height - 22;
  const newest = history.at(-1);
  const span = 120000;
  const top = axisMaximum(Math.max(1, ...history.map((f) => Math.max(f.lettersPerSecond, f.determinationsPerSecond))));
  const x = (sample) => left + (width - left) * (1 - (newest.at - sample.at) / span);
  const y = (rate) => bottom - ((bottom - 10) * rate) / top;
  const shown = history.filter((sample) => newest.at - sample.at <= span);
  const path = (value) => shown.map((f, i) => `${i ? 'L' : 'M'}${x(f).toFixed(1)},${y(value(f)).toFixed(1)}`).join('');
  const letters = path((f) => f.lettersPerSecond);
  return svg('svg', {
    class: 'chart', viewBox: `0 0 ${width} ${height}`, height, role: 'img',
    'aria-label': `Throughput of the last two minutes; currently ${tenths(newest.lettersPerSecond)} letters and ${tenths(newest.determinationsPerSecond)} determinations per second`,
  },
  scale(width, top, left, y, tenths),
  svg('path', { class: 'area-in', d: `${letters}L${x(newest)},${bottom}L${x(shown[0]).toFixed(1)},${bottom}Z` }),
  svg('path', { class: 'stroke-in', d: letters }),
  svg('path', { class: 'stroke-out', d: path((f) => f.determinationsPerSecond) }),
  svg('text', { x: left, y: height - 4 }, '2 min ago'),
  svg('text', { x: width, y: height - 4, 'text-anchor': 'end' }, 'now'));
}
