// Citations: what is printed beside what it resolves to.
import { h, worded } from './dom.js';

const KINDS = {
  MTUS: 'MTUS',
  MTUS_AND_NON_MTUS: 'MTUS and other guidelines',
  NON_MTUS: 'Other guidelines',
  NONE_CITED: 'No evidence cited',
  OTHER: 'Other words',
};

const SURE = {
  EXACT: 'by the names printed',
  NORMALIZED: 'after folding its spelling',
  DOCUMENT_ONLY: 'the document only',
  UNRESOLVED: 'not in the catalogue',
};

export const kindName = (basis) => KINDS[basis.kind] ?? worded(basis.kind);

export function citationTable(basis, caption) {
  if (basis.citations.length === 0) {
    return null;
  }
  return h('table', { class: 'cited' },
    h('caption', { class: 'hidden' }, caption),
    h('thead', {}, h('tr', {},
      h('th', { scope: 'col' }, 'Printed'),
      h('th', { scope: 'col' }, 'Resolves to'))),
    h('tbody', {}, basis.citations.map((citation) => h('tr', {},
      h('td', { class: 'printed' }, citation.text),
      h('td', { class: 'resolved' }, resolved(citation))))));
}

function resolved(citation) {
  const unsure = citation.resolution === 'UNRESOLVED';
  const standing = citation.standing && citation.standing !== 'IN_FORCE' ? ` · ${worded(citation.standing).toLowerCase()}` : '';
  return [
    h('b', {}, [citation.authority === 'OTHER' ? 'Other' : citation.authority, citation.document].filter(Boolean).join(' · ')),
    h('span', { class: unsure ? 'sure not' : 'sure' }, `${citation.regulation ? `${citation.regulation} · ` : ''}${SURE[citation.resolution] ?? worded(citation.resolution)}${standing}`),
  ];
}
