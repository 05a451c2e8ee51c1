// Creates elements. Text is never parsed as markup.
const SVG = 'http://www.w3.org/2000/svg';

export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const WHOLE = new Intl.NumberFormat('en-US');
const TENTHS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

export const whole = (number) => WHOLE.format(number);
export const tenths = (number) => (number >= 100 ? WHOLE.format(Math.round(number)) : TENTHS.format(number));
export const share = (part, all) => (all === 0 ? '–' : `${Math.round((100 * part) / all)}%`);
export const counted = (number, one, many) => `${whole(number)} ${number === 1 ? one : many}`;

// ITEM_INCOMPLETE -> Item incomplete
export function label(symbol) {
  const text = symbol.toLowerCase().replaceAll('_', ' ').replace('pdf', 'PDF');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function day(date) {
  if (!date) {
    return '–';
  }
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
    year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC',
  });
}

export function moment(time) {
  return new Date(time).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });
}

export function outcomeTag(outcome) {
  const classes = { UPHELD: 'upheld', OVERTURNED: 'overturned', PARTIALLY_OVERTURNED: 'mixed' };
  return h('span', { class: `tag ${classes[outcome] ?? ''}` }, label(outcome));
}

export const caseLink = (caseKey, revision) =>
  `#/case/${encodeURIComponent(caseKey)}${revision ? `/${revision}` : ''}`;

export const shortKey = (caseKey) => (caseKey.startsWith('sha256:') ? `${caseKey.slice(0, 15)}…` : caseKey);
