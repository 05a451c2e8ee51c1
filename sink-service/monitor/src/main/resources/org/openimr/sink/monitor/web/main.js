// Routing, search, theme and connection state.
import { h, caseLink, counted } from './dom.js';
import { get, follow } from './service.js';
import { overview } from './overview.js';
import { casePage } from './case.js';

const main = document.getElementById('main');
let page = null;
let latest = null;
const pipeline = new Map();

function show(focus) {
  const [, kind, caseKey, revision] = location.hash.split('/').map(decodeURIComponent);
  page?.close();
  const isCase = kind === 'case' && caseKey;
  page = isCase ? casePage(caseKey, revision) : overview();
  document.title = isCase ? `${caseKey} · IMR Monitor` : 'IMR Monitor';
  main.replaceChildren(page.root);
  if (latest) {
    page.onSample(latest);
  }
  pipeline.forEach((status, part) => page.onPipeline(part, status));
  if (focus) {
    scrollTo(0, 0);
    main.focus();
  }
}

const STATE_LABELS = { live: 'Live', standby: 'Live (standby copy)', starting: 'Starting', disconnected: 'Disconnected' };

function showState(state) {
  const live = document.getElementById('live');
  if (document.getElementById('live-text').textContent !== STATE_LABELS[state]) {
    live.dataset.state = state === 'standby' ? 'live' : state;
    document.getElementById('live-text').textContent = STATE_LABELS[state];
  }
}

function search() {
  const form = document.getElementById('search');
  const field = document.getElementById('search-field');
  const found = document.getElementById('found');
  const status = document.getElementById('search-status');
  let requests = 0;

  async function find() {
    const query = field.value.trim();
    const request = ++requests;
    if (!query) {
      found.hidden = true;
      status.textContent = '';
      return;
    }
    const keys = await get(`/v1/cases?query=${encodeURIComponent(query)}`).then((response) => response.caseKeys, () => []);
    if (request !== requests) {
      return;
    }
    found.replaceChildren(...(keys.length
      ? keys.map((key) => h('li', {}, h('a', { href: caseLink(key), onclick: close }, key)))
      : [h('li', {}, h('span', {}, 'No matching case.'))]));
    found.hidden = false;
    status.textContent = keys.length ? `${counted(keys.length, 'case', 'cases')} found` : 'No matching case.';
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

  field.addEventListener('input', find);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = field.value.trim();
    if (query) {
      const first = found.hidden ? null : found.querySelector('a');
      location.hash = first ? first.getAttribute('href') : caseLink(query.toUpperCase());
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

function themeButton() {
  const button = document.getElementById('theme');
  const themes = ['auto', 'light', 'dark'];
  let theme = localStorage.getItem('theme') ?? 'auto';
  const apply = () => {
    document.documentElement.dataset.theme = theme;
    button.textContent = `Theme: ${theme}`;
    localStorage.setItem('theme', theme);
  };
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    apply();
  });
  apply();
}

themeButton();
search();
addEventListener('hashchange', () => show(true));
show(false);
follow((sample) => {
  latest = sample;
  page.onSample(sample);
}, (part, status) => {
  pipeline.set(part, status);
  page.onPipeline(part, status);
}, showState);
