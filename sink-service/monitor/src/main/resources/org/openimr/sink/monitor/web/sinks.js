// State of each sink, and the last reconciliation.
import { h, whole, counted, worded, moment } from './dom.js';

const GOOD = 'RUNNING';
const BAD = ['FAILED', 'DESTROYED'];
const MOST_DIFFERENCES = 5;

export function sinksPanel({ notice, sinks }) {
  return h('div', {},
    notice ? h('p', { class: sinks.length ? 'problem small' : 'empty' }, notice) : null,
    sinks.length ? h('table', { class: 'sinks' },
      head([['Sink', ''], ['State', ''], ['Tasks at work', 'number']]),
      h('tbody', {}, sinks.map(row))) : null);
}

function row(sink) {
  return h('tr', { 'data-sink': sink.connector, 'data-state': sink.state },
    h('td', {}, h('b', {}, sink.connector), failure(sink)),
    h('td', {}, stateTag(sink.state)),
    h('td', { class: 'number' }, `${whole(sink.running)} of ${whole(sink.tasks)}`));
}

function failure({ failure: kinds, position }) {
  if (!kinds && !position) {
    return null;
  }
  return h('p', { class: 'why small' },
    position ? h('span', {}, `At record ${position}: `) : null,
    simpleNames(kinds),
    '. Started again by itself, from the same record.');
}

// org.example.SomeException < java.net.ConnectException -> SomeException, from ConnectException
const simpleNames = (kinds) => kinds.split(' < ').map((one) => one.slice(one.lastIndexOf('.') + 1)).join(', from ');

function stateTag(state) {
  const look = state === GOOD ? 'good' : BAD.includes(state) ? 'bad' : '';
  return h('span', { class: `tag ${look}` }, worded(state));
}

export function reconciliationPanel({ notice, last }) {
  return h('div', {},
    last ? verdict(last) : null,
    notice ? h('p', { class: last ? 'problem small' : 'empty' }, notice) : null,
    last ? [counts(last), held(last), differences(last)] : null);
}

function verdict({ equal, inFlight, difference, time, tookMillis }) {
  const words = !equal ? `${counted(difference, 'differs', 'differ')}` : inFlight ? 'Nothing differs' : 'All is equal';
  return h('p', { class: 'verdict', 'data-equal': String(equal) },
    h('span', { class: `tag ${equal ? 'good' : 'bad'}` }, words),
    h('span', { class: 'soft small' }, `${moment(time)}, in ${(tookMillis / 1000).toFixed(1)} s`));
}

function counts({ letters }) {
  const rows = [
    ['Letters taken', letters.taken],
    ['Determinations', letters.determinations],
    ['Duplicates', letters.duplicates],
    ['Dead letters', letters.deadAtIngest + letters.deadAtEnrich],
    ['On their way', letters.waitingRaw + letters.waiting],
  ];
  return h('dl', { class: 'sums' }, rows.map(([name, count]) => h('div', {}, h('dt', {}, name), h('dd', {}, whole(count)))));
}

function held({ events, sinks }) {
  const count = (number) => (number === null ? '–' : whole(number));
  return h('table', {},
    head([['Held by', ''], ['Cases', 'number'], ['Items', 'number']]),
    h('tbody', {},
      line('Published', count(events.cases), count(events.items)),
      sinks.map((sink) => line(sink.behind ? `${sink.name}, events wait for it` : sink.cases === null ? `${sink.name}, has read all events` : sink.name,
        count(sink.cases), count(sink.items)))));
}

const line = (name, cases, items) => h('tr', {},
  h('td', {}, name), h('td', { class: 'number' }, cases), h('td', { class: 'number' }, items));

function differences({ differences: all, difference }) {
  if (all.length === 0) {
    return null;
  }
  return h('ul', { class: 'problem small' },
    all.slice(0, MOST_DIFFERENCES).map((one) => h('li', {},
      `${one.check}: ${one.key ? `${one.key}: ` : ''}${one.message}: ${whole(one.found)}, not ${whole(one.expected)}`)),
    all.length > MOST_DIFFERENCES ? h('li', {}, `and more, ${whole(difference)} in all; imr reconcile lists them`) : null);
}

const head = (columns) => h('thead', {}, h('tr', {}, columns.map(([name, look]) => h('th', { scope: 'col', class: look }, name))));
