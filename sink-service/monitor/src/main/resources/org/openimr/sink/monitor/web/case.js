// The page of a case with its revisions.
import { h, label, day, moment, outcomeTag, caseLink, shortKey, counted } from './dom.js';
import { get, useKey } from './service.js';
import { citationTable, kindName } from './citations.js';

export function casePage(caseKey, revision) {
  const root = h('div', { 'aria-busy': 'true' });
  load();
  return { root, onSample() {}, onPipeline() {}, close() {} };

  async function load(error) {
    const path = `/v1/cases/${encodeURIComponent(caseKey)}`;
    try {
      const response = await get(revision ? `${path}/revisions/${revision}` : path);
      const before = await previousRevision(path, response.determination.revision);
      root.replaceChildren(...content(response, before, error, unlock));
    } catch (failure) {
      if (failure.status === 401) {
        await load('The key is invalid.');
        return;
      }
      root.replaceChildren(crumbs(caseKey), h('h1', {}, shortKey(caseKey)), h('p', { class: 'empty' }, failure.status === 404
        ? 'Case not found. Its letter may not have been processed yet.'
        : 'The case is temporarily unavailable. Try again in a moment.'));
    } finally {
      root.setAttribute('aria-busy', 'false');
    }
  }

  function unlock(key) {
    useKey(key);
    load();
  }
}

async function previousRevision(path, revision) {
  if (revision < 2) {
    return null;
  }
  try {
    return (await get(`${path}/revisions/${revision - 1}`)).determination;
  } catch (failure) {
    if (failure.status === 404) {
      return null;
    }
    throw failure;
  }
}

const crumbs = (caseKey) => h('nav', { class: 'crumbs', 'aria-label': 'Breadcrumb' }, h('a', { href: '#/' }, 'Overview'), ` / ${shortKey(caseKey)}`);

function content({ determination, revisions, clinicalText }, before, error, unlock) {
  const { caseKey, header } = determination;
  const newest = revisions.at(-1).revision;
  return [
    crumbs(caseKey),
    h('div', { class: 'head' },
      h('h1', {}, shortKey(caseKey)),
      outcomeTag(header.outcome),
      h('p', { class: 'soft' }, `${counted(header.upheldCount, 'item', 'items')} upheld, ${header.overturnedCount} overturned`)),
    h('div', { class: 'grid' },
      card('w8', 'Case', facts(determination)),
      card('w4', 'Revisions', revisionList(revisions, determination.revision, newest, caseKey)),
      clinical(determination, clinicalText, error, unlock),
      determination.decisions.map((decision) => item(decision, before, header))),
  ];
}

const card = (width, title, ...content) => h('section', { class: `card ${width}` }, h('div', { class: 'card-head' }, h('h2', {}, title)), content);

function facts({ header, clinicalSummary, source, receivedAt, parserVersion }) {
  const rows = [
    ['Decision', day(header.decisionDate)],
    ['Assigned', day(header.dateAssigned)],
    ['Application received', day(header.applicationReceived)],
    ['Utilization review denial', day(header.urDenialDate)],
    ['Injury', day(header.dateOfInjury)],
    ['Priority', header.priority ? label(header.priority) : '–'],
    ['Reviewer', header.reviewer.specialties.join(', ') || '–'],
    ['Subspecialty', header.reviewer.subspecialties.join(', ')],
    ['Licensed in', header.reviewer.licensedStates.join(', ') || '–'],
    ['Letter', source.name],
    ['Part', source.part ? `Letter ${source.part.number} of ${source.part.count} of its document` : null],
    ['Received', moment(receivedAt)],
    ['Layout, parser version', `${label(header.layout)}, ${parserVersion}`],
  ];
  return [
    h('dl', { class: 'facts' }, rows.filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    warnings([...header.warnings, ...(clinicalSummary?.warnings ?? [])]),
  ];
}

function warnings(list) {
  return list.length ? h('ul', { class: 'problem small' }, list.map((warning) => h('li', {}, `${label(warning.code)}: ${warning.message}`))) : null;
}

function revisionList(revisions, shown, newest, caseKey) {
  return h('ul', { class: 'revisions' }, [...revisions].reverse().map((one) => h('li', {},
    one.revision === shown
      ? h('b', { 'aria-current': 'true' }, `Revision ${one.revision}`)
      : h('a', { href: caseLink(caseKey, one.revision === newest ? null : one.revision) }, `Revision ${one.revision}`),
    outcomeTag(one.outcome),
    h('span', { class: 'soft small' }, `${one.revision === newest ? 'newest' : 'replaced'}, received ${moment(one.receivedAt)}`))));
}

function clinical({ clinicalSummary }, state, error, unlock) {
  if (state === 'SHOWN') {
    const { patientAge, patientSex } = clinicalSummary;
    const patient = [patientAge === null ? null : `${patientAge} years`, patientSex ? label(patientSex) : null].filter(Boolean).join(', ');
    return card('', 'Clinical case summary', patient ? h('p', { class: 'soft small' }, patient) : null, h('p', { class: 'prose' }, clinicalSummary.text));
  }
  return state === 'KEY_NEEDED' ? keyForm(error, unlock) : null;
}

function keyForm(error, unlock) {
  const field = h('input', { type: 'password', autocomplete: 'off', required: true, id: 'clinical-key' });
  return card('', 'Clinical text',
    h('p', { class: 'soft small' }, 'The summary, rationales, statements, printed citations and the file name require a key. The key is kept only in this page.'),
    h('form', { class: 'unlock', onsubmit: (event) => { event.preventDefault(); unlock(field.value); } },
      h('label', { for: 'clinical-key' }, 'Key', field),
      h('button', { type: 'submit' }, 'Show')),
    error ? h('p', { class: 'problem', role: 'alert' }, error) : null);
}

function item(decision, before, header) {
  const { request } = decision;
  const parts = [
    ['Full request', request.original],
    ['Approved by utilization review', request.authorized],
    ['Category', [request.category, request.subcategory].filter(Boolean).join(' · ')],
  ].filter(([, value]) => value);
  return h('section', { class: 'card', 'aria-label': `Item ${decision.itemNumber}` },
    h('div', { class: 'item-line' },
      h('div', {}, outcomeTag(decision.outcome)),
      h('h2', {}, `${header.itemCount > 1 ? `${decision.itemNumber}. ` : ''}${request.disputed}`)),
    change(decision, before),
    parts.length ? h('dl', { class: 'facts item' }, parts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))) : null,
    h('div', { class: 'sides' },
      side('Claims administrator', decision.claimsAdministratorBasis, decision.itemNumber),
      side('Reviewer', decision.reviewerBasis, decision.itemNumber)),
    decision.rationale ? h('div', { class: 'item' }, h('h3', {}, 'Rationale'), h('p', { class: 'prose' }, decision.rationale)) : null,
    warnings(decision.warnings));
}

function change(decision, before) {
  if (!before) {
    return null;
  }
  const earlier = before.decisions.find((one) => one.itemNumber === decision.itemNumber);
  const text = !earlier
    ? `New in this revision; not in revision ${before.revision}.`
    : earlier.outcome !== decision.outcome
      ? `${label(earlier.outcome)} in revision ${before.revision}.`
      : null;
  return text ? h('p', { class: 'changed' }, text) : null;
}

function side(name, basis, number) {
  return h('div', {},
    h('h3', { class: 'side-head' }, name, h('span', { class: 'soft small' }, kindName(basis))),
    citationTable(basis, `Cited by the ${name.toLowerCase()}, item ${number}`)
      ?? (basis.statement ? h('p', { class: 'soft small' }, basis.statement) : null));
}
