// Citations: the printed text, if it may be shown, and the guideline to which it resolves.
import { h, label } from './dom.js';

const KINDS = {
  MTUS: 'MTUS',
  MTUS_AND_NON_MTUS: 'MTUS and other guidelines',
  NON_MTUS: 'Other guidelines',
  NONE_CITED: 'No evidence cited',
  OTHER: 'Other',
};

const RESOLUTIONS = {
  EXACT: 'exact match',
  NORMALIZED: 'normalized spelling',
  DOCUMENT_ONLY: 'document only',
  UNRESOLVED: 'not in the catalogue',
};

export const kindName = (basis) => KINDS[basis.kind] ?? label(basis.kind);

export function citationTable(basis, caption) {
  if (basis.citations.length === 0) {
    return null;
  }
  const printed = basis.citations.every((citation) => citation.text !== undefined);
  return h('table', { class: 'cited' },
    h('caption', { class: 'hidden' }, caption),
    h('thead', {}, h('tr', {},
      printed ? h('th', { scope: 'col' }, 'Printed') : null,
      h('th', { scope: 'col' }, 'Resolves to'))),
    h('tbody', {}, basis.citations.map((citation) => h('tr', {},
      printed ? h('td', { class: 'printed' }, citation.text) : null,
      h('td', { class: 'resolved' }, resolved(citation))))));
}

function resolved(citation) {
  const unsure = citation.resolution === 'UNRESOLVED';
  const standing = citation.standing && citation.standing !== 'IN_FORCE' ? ` · ${label(citation.standing).toLowerCase()}` : '';
  return [
    h('b', {}, [citation.authority === 'OTHER' ? 'Other' : citation.authority, citation.document].filter(Boolean).join(' · ')),
    h('span', { class: unsure ? 'sure not' : 'sure' }, `${citation.regulation ? `${citation.regulation} · ` : ''}${RESOLUTIONS[citation.resolution] ?? label(citation.resolution)}${standing}`),
  ];
}
