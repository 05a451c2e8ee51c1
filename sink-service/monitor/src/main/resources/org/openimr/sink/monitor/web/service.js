// The REST endpoints and the stream of figures.
let key = '';

/** Kept in this page only; gone when it is closed or loaded again. */
export function useKey(typed) {
  key = typed;
}

export async function get(path) {
  const headers = key && path.startsWith('/v1/cases/') ? { Authorization: `Bearer ${key}` } : {};
  const answer = await fetch(path, { headers });
  if (answer.status === 401) {
    key = '';
  }
  if (!answer.ok) {
    throw Object.assign(new Error(`status ${answer.status}`), { status: answer.status });
  }
  return answer.json();
}

/** Calls back with each second's figures, with sinks and reconciliation when they change, and with whether any come. */
export function follow(onFigures, onPipeline, onState) {
  const events = new EventSource('/v1/events');
  let last = 0;
  events.addEventListener('figures', (event) => {
    const figures = JSON.parse(event.data);
    last = Date.now();
    onState(!figures.ready ? 'starting' : figures.fromStandby ? 'standby' : 'live');
    onFigures(figures);
  });
  for (const part of ['sinks', 'reconciliation']) {
    events.addEventListener(part, (event) => onPipeline(part, JSON.parse(event.data)));
  }
  events.addEventListener('error', () => onState('away'));
  setInterval(() => {
    if (last && Date.now() - last > 6000) {
      onState('away');
    }
  }, 2000);
}
