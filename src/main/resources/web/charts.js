// Drawings as inline SVG: elements only, no markup text, so that the page's strict content policy holds.

const SVG = 'http://www.w3.org/2000/svg';

function shape(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const short = (x) => x.toFixed(1);

/** A line over time without axes; points are {t, v}. */
export function sparkline(points, label, width) {
  const height = 38;
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label });
  if (points.length < 2) return svg;
  const { x, y } = scales(points, { left: 1, right: width - 5, top: 4, bottom: height - 4 });
  const last = points[points.length - 1];
  svg.append(
    shape('path', { class: 'line', d: path(points, x, y) }),
    shape('circle', { class: 'dot', cx: short(x(last.t)), cy: short(y(last.v)), r: 3 }));
  return svg;
}

/** A line over time with value grid, first value as base and dates below. */
export function timeChart(points, { label, width, height, value, date }) {
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label });
  const left = 8;
  const right = width - 76;
  const top = 8;
  const bottom = height - 24;
  const { x, y, low, high } = scales(points, { left, right, top, bottom });
  for (const tick of niceTicks(low, high, Math.round(height / 40))) {
    const at = short(y(tick));
    svg.append(
      shape('line', { class: 'grid', x1: left, x2: right, y1: at, y2: at }),
      shape('text', { class: 'axis', x: width, y: Number(at) + 4, 'text-anchor': 'end' }, value(tick)));
  }
  const first = points[0];
  const last = points[points.length - 1];
  const line = path(points, x, y);
  svg.append(
    shape('path', { class: 'area', d: `${line}L${short(x(last.t))} ${bottom}L${short(x(first.t))} ${bottom}Z` }),
    shape('line', { class: 'base', x1: left, x2: right, y1: short(y(first.v)), y2: short(y(first.v)) }),
    shape('path', { class: 'line', d: line }),
    shape('circle', { class: 'dot', cx: short(x(last.t)), cy: short(y(last.v)), r: 3.5 }));
  const dates = width < 480 ? 3 : 6;
  for (let i = 0; i < dates; i++) {
    const t = first.t + ((last.t - first.t) * i) / (dates - 1);
    const anchor = i === 0 ? 'start' : i === dates - 1 ? 'end' : 'middle';
    svg.append(shape('text', { class: 'axis', x: short(x(t)), y: height - 4, 'text-anchor': anchor }, date(t)));
  }
  return svg;
}

/**
 * Lines over time with one scale; lines are {name, points}, band is [{t, low, high}], marks are points, and base is a
 * value that is always in sight.
 */
export function linesChart(lines, { label, width, height, value, date, base, band = [], marks = [] }) {
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label });
  const left = 8;
  const right = width - 46;
  const top = 8;
  const bottom = height - 22;
  const all = lines.flatMap((l) => l.points);
  const edge = band.flatMap((b) => [{ t: b.t, v: b.low }, { t: b.t, v: b.high }]);
  const { x, y, low, high } = scales(
    [...all, ...edge, ...marks, { t: all[0].t, v: base }], { left, right, top, bottom });
  for (const tick of niceTicks(low, high, Math.round(height / 40))) {
    const at = short(y(tick));
    svg.append(
      shape('line', { class: 'grid', x1: left, x2: right, y1: at, y2: at }),
      shape('text', { class: 'axis', x: width, y: Number(at) + 4, 'text-anchor': 'end' }, value(tick)));
  }
  if (band.length > 1) {
    const there = path(band.map((b) => ({ t: b.t, v: b.high })), x, y);
    const back = path(band.map((b) => ({ t: b.t, v: b.low })).reverse(), x, y).replace('M', 'L');
    svg.append(shape('path', { class: 'area', d: `${there}${back}Z` }));
  }
  svg.append(shape('line', { class: 'base', x1: left, x2: right, y1: short(y(base)), y2: short(y(base)) }));
  for (const { name, points } of lines) svg.append(shape('path', { class: name, d: path(points, x, y) }));
  for (const mark of marks) {
    svg.append(shape('circle', { class: 'loss', cx: short(x(mark.t)), cy: short(y(mark.v)), r: 3 }));
  }
  const first = all[0].t;
  const last = all.reduce((t, p) => Math.max(t, p.t), first);
  const dates = width < 420 ? 3 : 5;
  for (let i = 0; i < dates; i++) {
    const t = first + ((last - first) * i) / (dates - 1);
    const anchor = i === 0 ? 'start' : i === dates - 1 ? 'end' : 'middle';
    svg.append(shape('text', { class: 'axis', x: short(x(t)), y: height - 4, 'text-anchor': anchor }, date(t)));
  }
  return svg;
}

/** Two bars from a common zero, the wanted one above the held one; domain is [low, high]. */
export function pairedBars(target, current, [low, high], label) {
  const svg = bar(label);
  const x = (v) => ((v - low) / (high - low)) * 100;
  svg.append(
    span('bar-target', x(0), x(target), 1, 8),
    span('bar-current', x(0), x(current), 11, 10));
  return svg;
}

/** One bar from zero on a track, with a tick where it should end; domain is [low, high]. */
export function budgetBar(held, budget, [low, high], label) {
  const svg = bar(label);
  const x = (v) => ((v - low) / (high - low)) * 100;
  svg.append(
    shape('rect', { class: 'bar-track', x: 0, width: 100, y: 5, height: 12 }),
    span('bar-risk', x(0), x(held), 5, 12),
    shape('rect', { class: 'bar-tick', x: `${short(x(budget) - 0.25)}`, width: 0.7, y: 1, height: 20 }));
  return svg;
}

function bar(label) {
  return shape('svg', { viewBox: '0 0 100 22', preserveAspectRatio: 'none', role: 'img', 'aria-label': label });
}

function span(name, from, to, y, height) {
  const x = Math.min(from, to);
  return shape('rect', { class: name, x: x.toFixed(2), width: Math.abs(to - from).toFixed(2), y, height });
}

function scales(points, { left, right, top, bottom }) {
  const times = points.map((p) => p.t);
  const values = points.map((p) => p.v);
  const start = Math.min(...times);
  const end = Math.max(...times);
  let low = Math.min(...values);
  let high = Math.max(...values);
  const pad = (high - low) * 0.08 || Math.abs(high) * 0.001 || 1;
  low -= pad;
  high += pad;
  return {
    low,
    high,
    x: (t) => (end === start ? right : left + ((t - start) / (end - start)) * (right - left)),
    y: (v) => bottom - ((v - low) / (high - low)) * (bottom - top),
  };
}

function path(points, x, y) {
  return points.map((p, i) => `${i ? 'L' : 'M'}${short(x(p.t))} ${short(y(p.v))}`).join('');
}

function niceTicks(low, high, count) {
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw);
  const ticks = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick || 0);
  return ticks;
}
