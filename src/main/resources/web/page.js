// The page: one stream in, one redraw out. Everything is built from elements and text, never from markup.

import { budgetBar, linesChart, pairedBars, sparkline, timeChart } from './charts.js';

const byId = (id) => document.getElementById(id);
const fixed = (digits) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = fixed(0);
const two = fixed(2);
const six = fixed(6);
const upTo8 = new Intl.NumberFormat('en-US', { maximumFractionDigits: 8 });

const MODE_TONES = { rehearsal: 'calm', paper: 'warn', live: 'live' };
const STATE_TONES = { ACTIVE: 'good', PAUSED: 'warn', REDUCE_ONLY: 'warn', HALTED: 'bad' };
const CYCLE_TONES = { DONE: 'good', SKIPPED: 'muted', HELD: 'warn', FAILED: 'bad', RUNNING: 'calm' };
const ORDER_TONES = { UNKNOWN: 'bad', QUARANTINED: 'bad', PENDING_NEW: 'warn', SETTLING: 'warn' };

let latest = null;
let unavailable = null;
let lost = false;

// ---- text ----

const percent = (fraction, digits = 1) => `${fixed(digits).format(fraction * 100)} %`;
const signed = (text, number) => (number > 0 ? `+${text}` : text.replace('-', '\u2212'));
const minute = (iso) => (iso ? iso.slice(0, 16).replace('T', ' ') + 'Z' : '\u2013');
const second = (iso) => (iso ? iso.slice(0, 19).replace('T', ' ') + 'Z' : '\u2013');
const plural = (n, one, many = `${one}s`) => `${whole.format(n)} ${n === 1 ? one : many}`;

/** The year steps back on a narrow screen. */
function slot(iso) {
  return el('time', { datetime: iso }, el('span', { class: 'minor' }, iso.slice(0, 5)), minute(iso).slice(5));
}

function price(value) {
  const size = Math.abs(value);
  return fixed(size >= 1000 ? 1 : size >= 10 ? 2 : 4).format(value);
}

function notional(value) {
  return signed(whole.format(value), 0);
}

// ---- elements ----

function el(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'class') node.className = value;
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

function fill(id, ...children) {
  byId(id).replaceChildren(...children);
}

function say(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
}

function empty(id, sentence) {
  fill(id, el('p', { class: 'empty' }, sentence));
}

function badge(id, text, tone) {
  say(id, text);
  byId(id).dataset.tone = tone ?? '';
}

function status(text, tone) {
  return el('span', { class: `status ${tone}` }, text);
}

/** columns: [heading, class, row => text or element]. */
function table(label, columns, rows, kind = '') {
  const head = el('tr', {}, ...columns.map(([text, name]) => el('th', { class: name, scope: 'col' }, text)));
  const body = rows.map((row) =>
    el('tr', {}, ...columns.map(([, name, cell]) => el('td', { class: name }, cell(row)))));
  return el('table', { class: kind, 'aria-label': label }, el('thead', {}, head), el('tbody', {}, ...body));
}

// ---- sections ----

function drawHeader({ status: s, version }) {
  badge('mode', s.mode, MODE_TONES[s.mode]);
  badge('trading-state', s.tradingState.replace('_', ' '), STATE_TONES[s.tradingState]);
  say('trading-reason', s.tradingStateReason);
  say('clock-label', s.mode === 'rehearsal' ? 'Market time' : 'Last heartbeat');
  say('clock', second(s.lastSeen));
  say('version', `Evenkeel ${version}`);
  document.title = s.nav === null ? 'Evenkeel' : `${whole.format(s.nav)} ${s.navCurrency} \u00b7 Evenkeel`;
}

function drawBanners() {
  const banners = [];
  if (unavailable !== null) {
    banners.push(el('div', { class: 'banner bad', id: 'database-down' },
      el('strong', {}, 'The database does not answer.'),
      `What you see below is old. The page recovers by itself. (${unavailable})`));
  }
  const s = latest?.status;
  if (s && s.openLocks.length > 0) {
    const said = (who, what) => (what === '' ? '' : `; ${who}: ${what}`);
    const items = s.openLocks.map((lock) =>
      el('li', {}, `#${lock.number} ${lock.subject}: ${lock.meaning}${said('here', lock.ledger)}`
        + `${said('venue', lock.venue)} (since ${minute(lock.since)}). `
        + `${lock.permits === 'NOTHING' ? 'Nothing is sent' : 'Only orders that reduce are sent'}; ${lock.remedy}`));
    banners.push(el('div', { class: 'banner bad', id: 'locks', role: 'alert' },
      el('strong', {}, `${plural(s.openLocks.length, 'lock')}: what is frozen is not traded`),
      el('ul', {}, ...items)));
  }
  if (s && s.quarantined > 0) {
    banners.push(el('div', { class: 'banner bad', id: 'quarantine' },
      el('strong', {}, `${plural(s.quarantined, 'order')} in quarantine`),
      'What became of an order there cannot be proved; an operator must decide.'));
  }
  if (s && s.daemon !== 'RUNNING') {
    banners.push(el('div', { class: 'banner warn', id: 'daemon-down' },
      el('strong', {}, 'The bot is not running.'),
      s.lastSeen ? `It was last seen at ${second(s.lastSeen)}.` : 'It has never been seen.'));
  }
  byId('banners').replaceChildren(...banners);
  document.body.classList.toggle('stale', unavailable !== null);
}

function points(navs) {
  return navs.map((n) => ({ t: Date.parse(n.asOf), v: n.nav }));
}

function drawNav({ status: s, navs, statement }) {
  const line = points(navs);
  say('nav', s.nav === null ? '\u2013' : whole.format(s.nav));
  say('nav-currency', s.nav === null ? '' : s.navCurrency);
  if (line.length > 1) {
    const change = (s.nav ?? line[line.length - 1].v) - line[0].v;
    const fraction = line[0].v === 0 ? 0 : change / line[0].v;
    const text = `${signed(whole.format(change), change)} (${signed(two.format(fraction * 100), fraction)} %) `;
    byId('nav-change').className = `change num ${change < 0 ? 'bad' : 'good'}`;
    fill('nav-change', text, el('span', { class: 'muted' }, `since ${minute(navs[0].asOf)}`));
    const width = byId('sparkline').clientWidth || 300;
    fill('sparkline', sparkline(line, `NAV, ${plural(line.length, 'valuation')}`, width));
  } else {
    fill('nav-change', el('span', { class: 'muted' },
      s.nav === null ? 'No valuation yet; the first cycle makes one.' : 'One valuation so far.'));
    fill('sparkline');
  }
  const volatility = statement?.forecastVolatility ?? navs[navs.length - 1]?.forecastVolatility;
  const { performance, unexplained } = s.capital;
  const facts = [
    ['Gross leverage', s.grossLeverage === null ? '\u2013' : `${two.format(s.grossLeverage)}\u00d7`],
    ['Forecast volatility', volatility === undefined ? '\u2013' : percent(volatility)],
    ['Index without flows', performance === null ? '\u2013' : six.format(performance.index)],
    ['Drawdown', performance === null ? '\u2013' : percent(performance.drawdown)],
    ['Cycles done', `${whole.format(s.doneCycles)} / ${whole.format(s.endedCycles)}`],
    ['Open orders', whole.format(s.openAttempts)],
    ['Overrides', whole.format(s.overridesInForce)],
    ['Locks', whole.format(s.locks), s.locks > 0 ? 'bad' : ''],
    ['Alerts to take up', whole.format(s.alerts.waiting), s.alerts.waiting > 0 ? 'bad' : ''],
    ['Flows to explain', whole.format(unexplained.length), unexplained.length > 0 ? 'bad' : ''],
  ];
  fill('facts', ...facts.map(([name, text, tone]) =>
    el('div', {}, el('dt', {}, name), el('dd', { class: `num ${tone ?? ''}` }, text))));
}

function drawChart({ status: s, navs }) {
  if (navs.length < 2) {
    say('chart-span', '');
    empty('nav-chart', 'The curve begins with the second valuation.');
    return;
  }
  const line = points(navs);
  const last = navs[navs.length - 1];
  const days = (line[line.length - 1].t - line[0].t) / 86400000;
  const box = byId('nav-chart');
  say('chart-span', `${minute(navs[0].asOf)} to ${minute(last.asOf)}`);
  fill('nav-chart', timeChart(line, {
    label: `NAV from ${whole.format(line[0].v)} to ${whole.format(last.nav)} ${s.navCurrency}`,
    width: box.clientWidth || 700,
    height: box.clientHeight || 210,
    value: (v) => whole.format(v),
    date: (t) => new Date(t).toISOString().slice(...(days > 3 ? [5, 10] : [11, 16])),
  }));
}

function sleeveName(w) {
  const name = el('span', { class: 'name' }, w.sleeve);
  if (w.override) name.append(el('span', { class: 'pill', title: `override: ${w.override}` }, w.override));
  name.append(el('small', {}, w.sleeveClass));
  return name;
}

function drawExposure({ statement }) {
  if (!statement || statement.weights.length === 0) {
    empty('exposure', 'No targets yet; the first completed cycle sets them.');
    return;
  }
  const values = statement.weights.flatMap((w) => [w.targetExposure, w.currentExposure]);
  const domain = [Math.min(0, ...values), Math.max(0.0001, ...values)];
  fill('exposure', table('Exposure per sleeve as a share of NAV', [
    ['Sleeve', 'name', sleeveName],
    ['', 'bar', (w) => el('div', {}, pairedBars(w.targetExposure, w.currentExposure, domain,
      `${w.sleeve}: target ${percent(w.targetExposure)}, current ${percent(w.currentExposure)}`))],
    ['Target', 'r muted', (w) => percent(w.targetExposure)],
    ['Current', 'r', (w) => percent(w.currentExposure)],
    ['Drift', 'r muted', (w) => signed(percent(w.drift), w.drift)],
  ], statement.weights, 'bars'));
}

function drawRisk({ statement }) {
  if (!statement || statement.weights.length === 0) {
    empty('risk', 'No risk contributions yet; the first completed cycle measures them.');
    return;
  }
  const values = statement.weights.flatMap((w) => [w.riskBudget, w.realizedRiskContribution]);
  const domain = [Math.min(0, ...values), Math.max(...values) * 1.08];
  fill('risk', table('Share of the forecast risk per sleeve', [
    ['Sleeve', 'name', sleeveName],
    ['', 'bar', (w) => el('div', {}, budgetBar(w.realizedRiskContribution, w.riskBudget, domain,
      `${w.sleeve}: ${percent(w.realizedRiskContribution)} of the risk, budget ${percent(w.riskBudget)}`))],
    ['Held', 'r', (w) => percent(w.realizedRiskContribution)],
    ['Budget', 'r muted', (w) => percent(w.riskBudget)],
    ['Gap, pp', 'r', gap],
  ], statement.weights, 'bars'));
}

function gap(w) {
  const points = (w.realizedRiskContribution - w.riskBudget) * 100;
  const tone = Math.abs(points) > 2 ? 'warn' : 'muted';
  return el('span', { class: tone }, signed(fixed(1).format(points), points));
}

const VERDICTS = {
  NONE: ['not shown too low', 'good'],
  SEQUENTIAL_TEST: ['too low: the test rejects', 'bad'],
  BIAS_BOUND: ['too low: bias above one', 'bad'],
};

function drawScore({ risk }) {
  const points = risk?.points ?? [];
  const [verdict, tone] = risk ? VERDICTS[risk.score.verdict] : ['', 'muted'];
  byId('score-verdict').className = risk ? `status ${tone}` : '';
  say('score-verdict', risk ? `${verdict}${risk.score.factor < 1 ? `, exposures \u00d7 ${two.format(risk.score.factor)}` : ''}` : '');
  if (points.length < 2) {
    empty('volatility-chart', 'A forecast is judged at the next decision; the curves begin with the second one.');
    fill('bias-chart');
    fill('score-facts');
    fill('score-sleeves');
    return;
  }
  const at = (pick) => points.map((p) => ({ t: Date.parse(p.asOf), v: pick(p) }));
  const days = (Date.parse(points[points.length - 1].asOf) - Date.parse(points[0].asOf)) / 86400000;
  const date = (t) => new Date(t).toISOString().slice(...(days > 3 ? [5, 10] : [11, 16]));
  const size = (box) => ({ width: box.clientWidth || 500, height: box.clientHeight || 150, date });
  const last = points[points.length - 1];
  fill('volatility-chart', linesChart(
    [{ name: 'line plan', points: at((p) => p.forecastVolatility) },
      { name: 'line', points: at((p) => p.realizedVolatility) }],
    { ...size(byId('volatility-chart')), base: 0, value: (v) => percent(v, 0),
      label: `Volatility: forecast ${percent(last.forecastVolatility)}, realized ${percent(last.realizedVolatility)}` }));
  const cap = 3;
  fill('bias-chart', linesChart(
    [{ name: 'line', points: at((p) => Math.min(cap, p.bias)) }],
    { ...size(byId('bias-chart')), base: 1, value: (v) => fixed(1).format(v),
      band: points.map((p) => ({ t: Date.parse(p.asOf), low: p.biasLow, high: Math.min(cap, p.biasHigh) })),
      marks: points.filter((p) => p.exceeded).map((p) => ({ t: Date.parse(p.asOf), v: Math.min(cap, p.bias) })),
      label: `Bias statistic ${two.format(last.bias)}` }));
  const s = risk.score;
  const facts = [
    ['Forecasts judged', whole.format(s.outcomes)],
    ['Bias', `${two.format(s.bias)} (${two.format(s.biasLow)} to ${two.format(s.biasHigh)})`],
    ['Exceedances', `${s.exceedances} of ${fixed(1).format(s.expectedExceedances)} expected`],
    ['Evidence', `${two.format(s.evidence)} of ${whole.format(s.evidenceNeeded)}`, s.evidence >= s.evidenceNeeded ? 'bad' : ''],
    ['Sleeves, coins, venue', [risk.sleeveVolatility, risk.coinVolatility, risk.venueVolatility].map((v) => percent(v)).join(', ')],
    ['Usable equity', percent(risk.usableFraction)],
  ];
  fill('score-facts', ...facts.map(([name, text, mood]) =>
    el('div', {}, el('dt', {}, name), el('dd', { class: `num ${mood ?? ''}` }, text))));
  fill('score-sleeves', table('Score per sleeve', [
    ['Sleeve', '', (r) => r.sleeve],
    ['Budget', 'r muted', (r) => percent(r.riskBudget)],
    ['Forecast', 'r minor', (r) => percent(r.forecastShare)],
    ['Realized', 'r', (r) => percent(r.realizedShare)],
    ['Parity error', 'r', (r) => signed(percent(r.parityError), r.parityError)],
    ['Bias', 'r', (r) => two.format(r.bias)],
  ], risk.sleeves));
}

function drawCycles({ cycles, status: s }) {
  say('cycles-count', s.endedCycles ? `${plural(s.endedCycles, 'slot')} decided` : '');
  if (cycles.length === 0) {
    empty('cycles', 'No slot has come due yet. The schedule starts the first cycle.');
    return;
  }
  fill('cycles', table('Last cycles', [
    ['Slot', '', (c) => slot(c.dueAt)],
    ['Status', 'tight', (c) => el('span', {}, status(c.status, CYCLE_TONES[c.status]),
      el('small', { class: 'narrow' }, reason(c)))],
    ['Reason', 'wrap minor', reason],
    ['Legs', 'r', (c) => whole.format(c.legs)],
    ['Fills', 'r minor', (c) => whole.format(c.fills)],
    ['Turnover', 'r', (c) => whole.format(c.turnover)],
    ['NAV', 'r minor', (c) => (c.nav === null ? '\u2013' : whole.format(c.nav))],
  ], cycles));
}

function reason(c) {
  return c.reason || (c.status === 'DONE' && c.legs === 0 ? 'within the bands' : '');
}

/** The venue in the name of an instrument or of a coin in a wallet. */
function venueOf(name) {
  return (name.match(/@([^/]*)/) ?? ['', ''])[1];
}

function drawOrders({ orders }) {
  say('orders-count', orders.length ? plural(orders.length, 'order') : '');
  if (orders.length === 0) {
    empty('orders', 'No order is open.');
    return;
  }
  fill('orders', table('Open orders', [
    ['Order', '', (o) => el('span', {}, o.instrument.replace(/@.*/, ''),
      el('small', { class: 'mono' }, `${venueOf(o.instrument)} ${o.clientOrderId}`))],
    ['Side', '', (o) => el('span', { class: o.side === 'BUY' ? 'good' : 'bad' },
      o.side, el('small', {}, o.reduceOnly ? 'reduce only' : ''))],
    ['Filled', 'r', (o) => `${upTo8.format(o.cumQty)} / ${upTo8.format(o.orderQty)}`],
    ['Limit', 'r minor', (o) => price(o.limitPrice)],
    ['State', 'wrap', (o) => el('span', {},
      status(o.state.replaceAll('_', ' '), ORDER_TONES[o.state] ?? 'calm'), el('small', {}, o.detail))],
  ], orders));
}

function drawPositions({ statement }) {
  say('positions-as-of', statement ? `as of ${minute(statement.asOf)}` : '');
  if (!statement || statement.positions.length === 0) {
    empty('positions', 'Nothing is held, or nothing has been valued yet.');
    return;
  }
  fill('positions', table('Positions and coins', [
    ['Holding', '', (p) => el('span', {}, p.subject.replace(/@[^/]*/, ''),
      el('small', {}, venueOf(p.subject)))],
    ['Quantity', 'r', (p) => signed(upTo8.format(p.quantity), 0)],
    ['Price', 'r minor', (p) => price(p.price)],
    ['Value', 'r', (p) => notional(p.notional)],
    ['of NAV', 'r', (p) => signed(percent(p.navFraction), 0)],
  ], statement.positions));
}

function overrideText(o) {
  switch (o.kind) {
    case 'CAP': return `at most ${percent(o.value)} of NAV`;
    case 'RISK_CAP': return `at most ${percent(o.value)} of the risk`;
    case 'MULTIPLIER': return `times ${two.format(o.value)}`;
    case 'EXCLUDE': return 'excluded';
    default: return o.kind.toLowerCase().replace('_', '-');
  }
}

function scopeText({ level, name }) {
  return level === 'SLEEVE' || level === 'INSTRUMENT' ? name : `${level.toLowerCase()} ${name}`.trim();
}

function drawOverrides({ overrides }) {
  if (overrides.length === 0) {
    empty('overrides', 'No override is in force: the solver decides alone.');
    return;
  }
  fill('overrides', table('Overrides in force', [
    ['Scope', '', (o) => el('span', {}, scopeText(o.scope), el('small', {}, `no. ${o.id}`))],
    ['Order and reason', 'wrap', (o) => el('span', {}, el('strong', {}, overrideText(o)),
      el('small', {}, `${o.author}: ${o.reason}`))],
    ['Until', 'r', (o) => slot(o.expiresAt)],
  ], overrides));
}

// ---- redraw: a section is rebuilt only if what it shows has changed, so that text can be selected ----

const SECTIONS = [
  [drawHeader, (d) => [d.status, d.version]],
  [drawNav, (d) => [{ ...d.status, lastSeen: 0 }, d.navs, d.statement?.forecastVolatility, innerWidth]],
  [drawChart, (d) => [d.navs, d.status.navCurrency, innerWidth]],
  [drawExposure, (d) => d.statement?.weights],
  [drawRisk, (d) => d.statement?.weights],
  [drawScore, (d) => [d.risk, innerWidth]],
  [drawCycles, (d) => [d.cycles, d.status.endedCycles]],
  [drawOrders, (d) => d.orders],
  [drawPositions, (d) => [d.statement?.positions, d.statement?.asOf]],
  [drawOverrides, (d) => d.overrides],
];
const drawn = new Map();

function draw() {
  drawBanners();
  const state = lost ? 'reconnecting' : latest || unavailable !== null ? 'live' : 'connecting';
  byId('live').dataset.state = state;
  say('live', state === 'live' ? 'live updates' : state);
  if (!latest) return;
  for (const [section, seen] of SECTIONS) {
    const key = JSON.stringify(seen(latest) ?? null);
    if (drawn.get(section) !== key) {
      drawn.set(section, key);
      section(latest);
    }
  }
}

// ---- stream ----

let stream = null;
let retry = 0;

function connect() {
  clearTimeout(retry);
  stream?.close();
  stream = new EventSource('/events');
  stream.addEventListener('snapshot', (event) => {
    latest = JSON.parse(event.data);
    unavailable = null;
    lost = false;
    draw();
  });
  stream.addEventListener('unavailable', (event) => {
    unavailable = JSON.parse(event.data).message;
    lost = false;
    draw();
  });
  stream.addEventListener('error', () => {
    lost = true;
    draw();
    // A refused stream is not tried again by the browser.
    if (stream.readyState === EventSource.CLOSED) retry = setTimeout(connect, 2000);
  });
}

// A hidden tab holds no connection: browsers allow six to one host.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    clearTimeout(retry);
    stream?.close();
  } else {
    connect();
  }
});
addEventListener('resize', draw);
draw();
connect();
