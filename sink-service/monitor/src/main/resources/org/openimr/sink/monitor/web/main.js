// Which page is shown, the search, the look, and whether figures come.
import { h, caseLink, counted } from './dom.js';
import { get, follow } from './service.js';
import { overview } from './overview.js';
import { casePage } from './case.js';

const main = document.getElementById('main');
let page = null;
let newest = null;
const pipeline = new Map();

function show(focus) {
  const [, kind, caseKey, revision] = location.hash.split('/').map(decodeURIComponent);
  page?.close();
  const isCase = kind === 'case' && caseKey;
  page = isCase ? casePage(caseKey, revision) : overview();
  document.title = isCase ? `${caseKey} · IMR Monitor` : 'IMR Monitor';
  main.replaceChildren(page.root);
  if (newest) {
    page.onFigures(newest);
  }
  pipeline.forEach((now, part) => page.onPipeline(part, now));
  if (focus) {
    scrollTo(0, 0);
    main.focus();
  }
}

const WORDS = { live: 'Live', standby: 'Live, from a copy', starting: 'Starting', away: 'Not reached' };

function state(now) {
  const live = document.getElementById('live');
  if (document.getElementById('live-text').textContent !== WORDS[now]) {
    live.dataset.state = now === 'standby' ? 'live' : now;
    document.getElementById('live-text').textContent = WORDS[now];
  }
}

function search() {
  const form = document.getElementById('search');
  const field = document.getElementById('search-field');
  const found = document.getElementById('found');
  const status = document.getElementById('search-status');
  let asked = 0;

  async function look() {
    const typed = field.value.trim();
    const mine = ++asked;
    if (!typed) {
      found.hidden = true;
      status.textContent = '';
      return;
    }
    const keys = await get(`/v1/cases?query=${encodeURIComponent(typed)}`).then((answer) => answer.caseKeys, () => []);
    if (mine !== asked) {
      return;
    }
    found.replaceChildren(...(keys.length
      ? keys.map((key) => h('li', {}, h('a', { href: caseLink(key), onclick: close }, key)))
      : [h('li', {}, h('span', {}, 'No case begins so.'))]));
    found.hidden = false;
    status.textContent = keys.length ? `${counted(keys.length, 'case', 'cases')} found` : 'No case begins so.';
  }

  function close() {
    found.hidden = true;
    field.value = '';
    status.textContent = '';
  }

  function step(by) {
    const stops = [field, ...found.querySelectorAll('a')];
    stops[(stops.indexOf(document.activeElement) + by + stops.length) % stops.length].focus();
  }

  field.addEventListener('input', look);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = field.value.trim();
    if (typed) {
      const first = found.hidden ? null : found.querySelector('a');
      location.hash = first ? first.getAttribute('href') : caseLink(typed.toUpperCase());
      close();
    }
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
      field.focus();
    } else if (!found.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    }
  });
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) {
      found.hidden = true;
    }
  });
}

function theme() {
  const button = document.getElementById('theme');
  const looks = ['auto', 'light', 'dark'];
  let look = localStorage.getItem('theme') ?? 'auto';
  const apply = () => {
    document.documentElement.dataset.theme = look;
    button.textContent = `Theme: ${look}`;
    localStorage.setItem('theme', look);
  };
  button.addEventListener('click', () => {
    look = looks[(looks.indexOf(look) + 1) % looks.length];
    apply();
  });
  apply();
}

theme();
search();
addEventListener('hashchange', () => show(true));
show(false);
follow((figures) => {
  newest = figures;
  page.onFigures(figures);
}, (part, now) => {
  pipeline.set(part, now);
  page.onPipeline(part, now);
}, state);
