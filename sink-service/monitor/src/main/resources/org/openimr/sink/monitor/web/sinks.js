// Panels of the sinks and of the last reconciliation.
import { h, whole, counted, label, moment } from './dom.js';

const GOOD = 'RUNNING';
const BAD = ['FAILED', 'DESTROYED'];
const MAX_DIFFERENCES = 5;

export function sinksPanel({ notice, sinks }) {
  return h('div', {},
    notice ? h('p', { class: sinks.length ? 'problem small' : 'empty' }, notice) : null,
    sinks.length ? h('table', { class: 'sinks' },
      head([['Sink', ''], ['State', ''], ['Running tasks', 'number']]),
      h('tbody', {}, sinks.map(row))) : null);
}

function row(sink) {
  return h('tr', { 'data-sink': sink.connector, 'data-state': sink.state },
    h('td', {}, h('b', {}, sink.connector), failure(sink)),
    h('td', {}, stateTag(sink.state)),
    h('td', { class: 'number' }, `${whole(sink.running)} of ${whole(sink.tasks)}`));
}

function failure({ failure: classes, position }) {
  if (!classes && !position) {
    return null;
  }
  return h('p', { class: 'why small' },
    position ? h('span', {}, `At record ${position}: `) : null,
    simpleNames(classes),
    '. Restarts automatically at the same record.');
}

// org.example.SomeException < java.net.ConnectException -> SomeException, from ConnectException
const simpleNames = (classes) => classes.split(' < ').map((one) => one.slice(one.lastIndexOf('.') + 1)).join(', from ');

function stateTag(state) {
  const look = state === GOOD ? 'good' : BAD.includes(state) ? 'bad' : '';
  return h('span', { class: `tag ${look}` }, label(state));
}

export function reconciliationPanel({ notice, last }) {
  return h('div', {},
    last ? result(last) : null,
    notice ? h('p', { class: last ? 'problem small' : 'empty' }, notice) : null,
    last ? [counts(last), holdings(last), differences(last)] : null);
}

function result({ equal, inFlight, difference, time, tookMillis }) {
  const text = !equal ? counted(difference, 'difference', 'differences') : inFlight ? 'No differences so far' : 'No differences';
  return h('p', { class: 'verdict', 'data-equal': String(equal) },
    h('span', { class: `tag ${equal ? 'good' : 'bad'}` }, text),
    h('span', { class: 'soft small' }, `${moment(time)}, took ${(tookMillis / 1000).toFixed(1)} s`));
}

function counts({ letters }) {
  const rows = [
    ['Letters received', letters.taken + letters.additional],
    ['Determinations', letters.determinations],
    ['Duplicates', letters.duplicates],
    ['Dead letters', letters.deadAtIngest + letters.deadAtEnrich],
    ['In progress', letters.waitingRaw + letters.waiting],
  ];
  return h('dl', { class: 'sums' }, rows.map(([name, count]) => h('div', {}, h('dt', {}, name), h('dd', {}, whole(count)))));
}

function holdings({ events, sinks }) {
  const count = (number) => (number === null ? '–' : whole(number));
  return h('table', {},
    head([['Location', ''], ['Cases', 'number'], ['Items', 'number']]),
    h('tbody', {},
      line('Published', count(events.cases), count(events.items)),
      sinks.map((sink) => line(sink.behind ? `${sink.name} (events pending)` : sink.cases === null ? `${sink.name} (all events read)` : sink.name,
        count(sink.cases), count(sink.items)))));
}

const line = (name, cases, items) => h('tr', {},
  h('td', {}, name), h('td', { class: 'number' }, cases), h('td', { class: 'number' }, items));

function differences({ differences: all, difference }) {
  if (all.length === 0) {
    return null;
  }
  return h('ul', { class: 'problem small' },
    all.slice(0, MAX_DIFFERENCES).map((one) => h('li', {},
      `${one.check}: ${one.key ? `${one.key}: ` : ''}${one.message}: ${whole(one.found)}, not ${whole(one.expected)}`)),
    all.length > MAX_DIFFERENCES ? h('li', {}, `${whole(difference)} differences in total; run imr reconcile to list them`) : null);
}

const head = (columns) => h('thead', {}, h('tr', {}, columns.map(([name, look]) => h('th', { scope: 'col', class: look }, name))));
