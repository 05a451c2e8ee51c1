// The overview page: live counts, statistics, newest decisions and dead letters.
import { h, whole, tenths, share, counted, label, day, moment, outcomeTag, caseLink, shortKey } from './dom.js';
import { get } from './service.js';
import { outcomeBar, settledBar, countBar, outcomeLegend, monthChart, monthName, throughputChart } from './charts.js';
import { citationTable, kindName } from './citations.js';
import { sinksPanel, reconciliationPanel } from './sinks.js';

const REFRESH_MILLIS = 2000;
const SLOW_REFRESH_MILLIS = 15000;

export function overview() {
  let history = [];
  let category = null;
  let statistics = null;
  let shownVersion = '';
  let fetchedAt = 0;
  let fetching = false;
  let settled = 0;

  const numbers = { letters: figure('Letters in'), determinations: figure('Determinations'), decisions: figure('Decisions'), dead: figure('Dead letters') };
  const throughput = h('div', {});
  const lag = h('dl', { class: 'way' });
  const categories = h('div', { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': 'Outcomes by category, table' });
  const months = h('div', {});
  const monthsTitle = h('h2', {}, 'Outcomes by month of decision');
  const guidelines = h('div', { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': 'Most cited guidelines, table' });
  const specialties = h('div', { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': 'Outcomes by specialty, table' });
  const dead = h('div', {});
  const warnings = h('div', { 'data-panel': 'warnings' });
  const newest = h('div', {});
  const sinks = h('div', { 'data-panel': 'sinks' }, empty('Loading.'));
  const reconciliation = h('div', { 'data-panel': 'reconciliation' }, empty('Loading.'));

  const root = h('div', {},
    h('div', { class: 'head' }, h('h1', {}, 'Independent Medical Review'), h('p', { class: 'soft' }, 'pipeline status and outcomes')),
    h('div', { class: 'grid' },
      Object.values(numbers).map((one) => one.card),
      card('', h('h2', {}, 'Letters per second'), throughputLegend(), throughput, lag),
      card('w6', h('h2', {}, 'Dead letters by reason'), null, dead),
      card('w6', h('h2', {}, 'Warnings'), h('p', { class: 'soft small' }, 'cases whose newest revision has the warning'), warnings),
      card('w6', h('h2', {}, 'Outcomes by category'), outcomeLegend(), categories),
      card('w6', monthsTitle, outcomeLegend(), months),
      card('w7', h('h2', {}, 'Most cited guidelines'), h('p', { class: 'soft small' }, 'decisions whose reviewer cites the guideline'), guidelines),
      card('w5', h('h2', {}, 'Outcomes by specialty of the reviewer'), null, specialties),
      card('w6', h('h2', {}, 'Sinks'), h('p', { class: 'soft small' }, 'connectors that deliver events'), sinks),
      card('w6', h('h2', {}, 'Last reconciliation'), h('p', { class: 'soft small' }, 'published events compared with the sinks'), reconciliation),
      card('', h('h2', {}, 'Newest decisions'), h('p', { class: 'soft small' }, 'with the guidelines cited by the reviewer'), newest)));

  function onSample(sample) {
    history = [...history.filter((one) => sample.at - one.at <= 121000), sample];
    const { totals } = sample;
    const deadCount = Object.values(sample.deadLetters).reduce((sum, count) => sum + count, 0);
    numbers.letters.set(sample.lettersIn, `${tenths(sample.lettersPerSecond)} per second`);
    const revisions = totals.determinations - totals.cases;
    numbers.determinations.set(totals.determinations, counted(totals.cases, 'case', 'cases') + (revisions > 0 ? `, ${counted(revisions, 'revision', 'revisions')}` : ''));
    numbers.decisions.set(totals.decisions, `${share(totals.overturned, totals.decisions)} overturned, ${share(totals.upheld, totals.decisions)} upheld`);
    numbers.dead.set(deadCount, deadNote(deadCount, settled, Object.keys(sample.deadLetters).length));
    lag.replaceChildren(...[['ingest', 'Waiting for extraction'], ['enrich', 'Waiting for parsing'], ['monitor', 'Waiting for aggregation']]
      .map(([stage, name]) => h('div', {}, h('dt', {}, name), h('dd', { 'data-lag': stage }, whole(sample.underWay[stage] ?? 0)))));
    drawThroughput();
    refresh(`${totals.determinations}/${totals.cases}/${deadCount}`, sample);
  }

  function onPipeline(part, status) {
    if (part === 'sinks') {
      replace(sinks, sinksPanel(status));
    } else {
      replace(reconciliation, reconciliationPanel(status));
    }
  }

  async function refresh(version, sample) {
    const stale = version !== shownVersion || statistics?.all.decisions !== sample.totals.decisions;
    const age = Date.now() - fetchedAt;
    if (fetching || age < (stale ? REFRESH_MILLIS : SLOW_REFRESH_MILLIS)) {
      return;
    }
    fetching = true;
    try {
      await Promise.all([loadStatistics(), loadNewest(), loadDead(), loadWarnings()]);
      shownVersion = version;
    } catch (error) {
      // partitions are being reassigned, or the service is unavailable: the next sample retries
    } finally {
      fetchedAt = Date.now();
      fetching = false;
    }
  }

  async function loadStatistics() {
    statistics = await get(`/v1/statistics${category === null ? '' : `?category=${encodeURIComponent(category)}`}`);
    replace(categories, categoryTable(statistics.categories, category, choose));
    replace(guidelines, guidelineTable(statistics.guidelines));
    replace(specialties, specialtyTable(statistics.specialties));
    monthsTitle.textContent = category === null ? 'Outcomes by month of decision' : `${categoryName(category)} by month of decision`;
    drawMonths();
  }

  async function loadNewest() {
    const { determinations } = await get('/v1/decisions?limit=5');
    if (!newest.contains(document.activeElement)) {
      replace(newest, determinations.length ? h('div', {}, determinations.map(caseSummary)) : empty('No determinations yet.'));
    }
  }

  async function loadDead() {
    const deadLetters = await get('/v1/dead-letters');
    settled = Object.values(deadLetters.settled).reduce((sum, count) => sum + count, 0);
    replace(dead, deadLetterPanel(deadLetters, dead.querySelector('details')?.open));
  }

  async function loadWarnings() {
    replace(warnings, warningPanel(await get('/v1/warnings')));
  }

  async function choose(name) {
    category = category === name ? null : name;
    await loadStatistics();
    [...categories.querySelectorAll('button')].find((one) => one.dataset.name === name)?.focus();
  }

  function drawThroughput() {
    if (history.length && throughput.clientWidth) {
      throughput.replaceChildren(throughputChart(history, throughput.clientWidth));
    }
  }

  function drawMonths() {
    if (statistics && months.clientWidth) {
      const open = months.querySelector('details')?.open;
      replace(months, statistics.months.length ? monthsWithTable(statistics.months, months.clientWidth, open) : empty('No decisions yet.'));
    }
  }

  const sizes = new ResizeObserver(() => { drawThroughput(); drawMonths(); });
  sizes.observe(throughput);
  sizes.observe(months);
  get('/v1/figures').then(({ figures }) => { history = figures; drawThroughput(); }).catch(() => {});
  return { root, onSample, onPipeline, close: () => sizes.disconnect() };
}

function replace(element, content) {
  const { scrollTop } = element;
  element.replaceChildren(content);
  element.scrollTop = scrollTop;
}

function card(width, title, aside, ...content) {
  return h('section', { class: `card ${width}` }, h('div', { class: 'card-head' }, title, aside), content);
}

function figure(name) {
  const big = h('p', { class: 'big', 'data-figure': name }, '–');
  const note = h('p', { class: 'note' }, '\u00a0');
  return {
    card: h('section', { class: 'card w3 figure' }, h('h2', {}, name), big, note),
    set(number, text) {
      big.textContent = whole(number);
      note.textContent = text;
    },
  };
}

function deadNote(count, settled, reasons) {
  if (count === 0) {
    return 'no rejected letters';
  }
  return settled > 0 ? `${whole(Math.max(0, count - settled))} open, ${whole(settled)} settled` : `with ${counted(reasons, 'reason', 'reasons')}`;
}

const empty = (text) => h('p', { class: 'empty' }, text);

function throughputLegend() {
  return h('ul', { class: 'legend' },
    h('li', {}, h('span', { class: 'swatch line upheld' }), 'Letters in'),
    h('li', {}, h('span', { class: 'swatch line overturned' }), 'Determinations out'));
}

const categoryName = (name) => name || 'No category';

function table(columns, rows) {
  return h('table', {},
    h('thead', {}, h('tr', {}, columns.map(([name, look]) => h('th', { scope: 'col', class: look }, name)))),
    h('tbody', {}, rows));
}

function outcomeRow(name, row, maximum) {
  return h('tr', {},
    h('td', {}, name),
    h('td', { class: 'bar-cell' }, outcomeBar(row, maximum)),
    h('td', { class: 'number' }, whole(row.decisions)),
    h('td', { class: 'number' }, share(row.overturned, row.decisions)));
}

const barHead = [h('span', { class: 'hidden' }, 'Upheld and overturned'), 'bar-cell'];
const outcomeColumns = (name) => [[name, ''], [barHead[0].cloneNode(true), barHead[1]], ['Decisions', 'number'], ['Overturned', 'number']];

function categoryTable(rows, chosen, choose) {
  if (rows.length === 0) {
    return empty('No decisions yet.');
  }
  const maximum = Math.max(...rows.map((row) => row.decisions));
  return table(outcomeColumns('Category'), rows.map((row) => outcomeRow(
    h('button', { class: 'pick', type: 'button', 'data-name': row.name, 'aria-pressed': String(chosen === row.name), onclick: () => choose(row.name) }, categoryName(row.name)),
    row, maximum)));
}

function specialtyTable(rows) {
  const maximum = Math.max(0, ...rows.map((row) => row.decisions));
  return rows.length ? table(outcomeColumns('Specialty'), rows.map((row) => outcomeRow(row.name, row, maximum))) : empty('No decisions yet.');
}

function guidelineTable(rows) {
  const known = rows.filter((row) => row.document);
  if (known.length === 0) {
    return empty('No guidelines cited yet.');
  }
  const maximum = Math.max(...known.map((row) => row.decisions));
  return table(
    [['Guideline', ''], [barHead[0].cloneNode(true), 'bar-cell'], ['Decisions', 'number'], ['Overturned', 'number'], ['By claims adm.', 'number narrow-hide']],
    known.map((row) => h('tr', {},
      h('td', {}, h('span', { class: 'soft' }, `${row.authority} `), row.document),
      h('td', { class: 'bar-cell' }, outcomeBar(row, maximum)),
      h('td', { class: 'number' }, whole(row.decisions)),
      h('td', { class: 'number' }, share(row.overturned, row.decisions)),
      h('td', { class: 'number narrow-hide' }, whole(row.byClaimsAdministrator)))));
}

function monthsWithTable(rows, width, open) {
  return h('div', {},
    monthChart(rows, width),
    h('details', { open }, h('summary', {}, 'As a table'),
      h('div', { class: 'scroll tall', tabindex: '0', role: 'region', 'aria-label': 'Outcomes by month, table' }, table(
        [['Month', ''], ['Upheld', 'number'], ['Overturned', 'number'], ['Decisions', 'number']],
        rows.map((row) => h('tr', {},
          h('td', {}, monthName(row.name)),
          h('td', { class: 'number' }, whole(row.upheld)),
          h('td', { class: 'number' }, whole(row.overturned)),
          h('td', { class: 'number' }, whole(row.decisions))))))));
}

function deadLetterPanel({ counts, settled, newest }, expanded) {
  const rows = Object.entries(counts)
    .map(([code, count]) => ({ code, count, settled: Math.min(count, settled[code] ?? 0) }))
    .sort((a, b) => b.count - b.settled - a.count + a.settled || b.count - a.count || a.code.localeCompare(b.code));
  if (rows.length === 0) {
    return empty('No dead letters.');
  }
  const maximum = Math.max(...rows.map(({ count }) => count));
  const anySettled = rows.some((row) => row.settled > 0);
  return h('div', {},
    table([['Reason', ''], [h('span', { class: 'hidden' }, 'Share'), 'bar-cell'], [anySettled ? 'Open' : 'Letters', 'number'],
      ...(anySettled ? [['Settled', 'number']] : [])],
      rows.map((row) => h('tr', { 'data-code': row.code },
        h('td', {}, label(row.code)),
        h('td', { class: 'bar-cell' }, settledBar(row.count - row.settled, row.settled, maximum)),
        h('td', { class: 'number' }, whole(row.count - row.settled)),
        anySettled ? h('td', { class: 'number soft', 'data-settled': row.code }, whole(row.settled)) : null))),
    anySettled ? h('p', { class: 'soft small below' }, 'Settled: replayed or discarded with imr dlq.') : null,
    h('details', { open: expanded }, h('summary', {}, 'Newest dead letters'),
      h('ul', { class: 'revisions small' }, newest.slice(0, 10).map((letter) => h('li', {},
        h('span', {}, h('b', {}, `${letter.topic} ${letter.partition}/${letter.offset}`)),
        h('span', {}, `${label(letter.code)}: ${letter.message}`),
        h('span', { class: 'soft' }, `${moment(letter.receivedAt)}, rejected by ${letter.stage}`))))));
}

function warningPanel({ cases, warned, codes, documentation }) {
  const title = 'How far to trust a result';
  const note = h('p', { class: 'soft small below' },
    `${counted(warned, 'case', 'cases')} of ${whole(cases)} with a warning. What to do about each code: `,
    documentation ? h('a', { href: documentation, rel: 'noreferrer' }, title) : `“${title}” in the documentation (trust.md)`,
    '.');
  if (codes.length === 0) {
    return h('div', {}, empty('No warnings.'), note);
  }
  const maximum = Math.max(...codes.map((row) => row.cases));
  return h('div', {},
    table([['Code', ''], [h('span', { class: 'hidden' }, 'Number of cases'), 'bar-cell'], ['Cases', 'number'], ['Of all cases', 'number']],
      codes.map((row) => h('tr', { 'data-warning': row.code },
        h('td', {}, label(row.code), h('p', { class: 'soft small' }, row.meaning)),
        h('td', { class: 'bar-cell' }, countBar(row.cases, maximum)),
        h('td', { class: 'number' }, whole(row.cases)),
        h('td', { class: 'number' }, share(row.cases, cases))))),
    note);
}

function caseSummary(determination) {
  const { caseKey, revision, header, decisions } = determination;
  const shown = decisions.slice(0, 2);
  return h('article', { class: 'case' },
    h('div', { class: 'case-line' },
      h('a', { href: caseLink(caseKey) }, shortKey(caseKey)),
      outcomeTag(header.outcome),
      revision > 1 ? h('span', { class: 'tag' }, `Revision ${revision}`) : null,
      h('span', { class: 'soft' }, header.decisionDate ? `decided ${day(header.decisionDate)}` : 'no date')),
    shown.map((decision) => h('div', { class: 'item' },
      h('div', { class: 'item-line' },
        h('div', {}, outcomeTag(decision.outcome)),
        h('h3', {}, decision.request.disputed),
        h('p', { class: 'more soft small' }, [decision.request.category, kindName(decision.reviewerBasis)].filter(Boolean).join(' · '))),
      citationTable(decision.reviewerBasis, `Cited by the reviewer of ${caseKey}, item ${decision.itemNumber}`))),
    decisions.length > shown.length
      ? h('p', { class: 'item small' }, h('a', { href: caseLink(caseKey) }, `${counted(decisions.length - shown.length, 'more item', 'more items')} in ${shortKey(caseKey)}`))
      : null);
}
